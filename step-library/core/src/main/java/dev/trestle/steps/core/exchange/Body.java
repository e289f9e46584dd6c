package dev.trestle.steps.core.exchange;

import java.nio.charset.StandardCharsets;

/** What a request sends. */
public final class Body {

  /** No body. */
  public static final Body NONE = new Body(new byte[0], "");

  private final byte[] content;
  private final String mediaType;

  /**
   * A body.
   *
   * @param content the bytes
   * @param mediaType its media type when no request header says otherwise, empty for no body
   */
  public Body(byte[] content, String mediaType) {
    this.content = content.clone();
    this.mediaType = mediaType;
  }

  /** JSON or XML when it looks like it, else plain text. */
  public static Body text(String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    String start = text.stripLeading();
    if (start.startsWith("{") || start.startsWith("[")) {
      return new Body(content, "application/json");
    }
    return new Body(
        content, start.startsWith("<") ? "application/xml" : "text/plain; charset=utf-8");
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return mediaType.isEmpty();
  }

  /** The bytes. */
  public byte[] content() {
    return content.clone();
  }

  /** The media type, empty for no body. */
  public String mediaType() {
    return mediaType;
  }
}
