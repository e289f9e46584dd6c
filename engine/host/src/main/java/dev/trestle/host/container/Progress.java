package dev.trestle.host.container;

/** Hears how the preparation of a service goes. */
@FunctionalInterface
public interface Progress {

  /**
   * Something goes on that takes its time.
   *
   * @param text as {@code pulling postgres:17-alpine, 34 of 90 MB}
   */
  void tell(String text);
}
