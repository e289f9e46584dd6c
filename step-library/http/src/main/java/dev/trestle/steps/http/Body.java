package dev.trestle.steps.http;

import java.nio.charset.StandardCharsets;

/** What a request sends. */
final class Body {

  static final Body NONE = new Body(new byte[0], "");

  private final byte[] content;
  private final String mediaType;

  /**
   * A body.
   *
   * @param mediaType its media type when no request header says otherwise, empty for no body
   */
  Body(byte[] content, String mediaType) {
    this.content = content.clone();
    this.mediaType = mediaType;
  }

  /** JSON or XML when it looks like it, else plain text. */
  static Body text(String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    String start = text.stripLeading();
    if (start.startsWith("{") || start.startsWith("[")) {
      return new Body(content, "application/json");
    }
    return new Body(
        content, start.startsWith("<") ? "application/xml" : "text/plain; charset=utf-8");
  }

  boolean isEmpty() {
    return mediaType.isEmpty();
  }

  /** The bytes. */
  byte[] content() {
    return content.clone();
  }

  /** The media type, empty for no body. */
  String mediaType() {
    return mediaType;
  }
}
