package dev.trestle.steps.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a request sends.
 *
 * @param content the bytes, empty for no body
 * @param mediaType its media type when no request header says otherwise, empty for no body
 */
record Body(byte[] content, String mediaType) {

  static final Body NONE = new Body(new byte[0], "");

  /** JSON when it looks like JSON, else plain text. */
  static Body text(String text) {
    String start = text.stripLeading();
    boolean json = start.startsWith("{") || start.startsWith("[");
    boolean xml = start.startsWith("<");
    String mediaType =
        json ? "application/json" : xml ? "application/xml" : "text/plain; charset=utf-8";
    return new Body(text.getBytes(StandardCharsets.UTF_8), mediaType);
  }

  boolean isEmpty() {
    return content.length == 0 && mediaType.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Body body
        && Arrays.equals(content, body.content)
        && mediaType.equals(body.mediaType);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(content) + mediaType.hashCode();
  }

  @Override
  public String toString() {
    return content.length + " bytes of " + mediaType;
  }
}
