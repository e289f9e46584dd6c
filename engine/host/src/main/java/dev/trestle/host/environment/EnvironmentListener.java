package dev.trestle.host.environment;

/** Hears how an environment fares; one call at a time, from any thread. */
public interface EnvironmentListener {

  /**
   * A service is about to be started.
   *
   * @param name its name
   */
  void starting(String name);

  /**
   * A service is prepared, and that takes its time.
   *
   * @param name its name
   * @param text what is done, as {@code pulling postgres:17-alpine, 34 of 90 MB}
   */
  default void progress(String name, String text) {}

  /**
   * A service is proved ready.
   *
   * @param name its name
   * @param millis the time from its start in milliseconds
   */
  void ready(String name, long millis);

  /**
   * A service that was ready has ended unasked.
   *
   * @param death which, and what it left
   */
  void died(ServiceDeath death);
}
