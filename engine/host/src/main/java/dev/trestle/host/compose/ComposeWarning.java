package dev.trestle.host.compose;

/**
 * Something in a Compose file that is read but not used, or not understood.
 *
 * @param position where it is
 * @param key the path of keys to it, as {@code services.cart.restart}
 * @param text what is the matter, one line
 */
public record ComposeWarning(Position position, String key, String text) {
  @Override
  public String toString() {
    return position + ": " + key + ": " + text;
  }
}
