package dev.trestle.host.edge;

import java.io.ByteArrayOutputStream;

/** The whole of a body, for an exchange that a fault changes. */
final class BodyBytes implements Framing.Content {

  private static final int MOST = 64 * 1024 * 1024;

  private final ByteArrayOutputStream all = new ByteArrayOutputStream();

  @Override
  public void add(byte[] bytes, int offset, int length) {
    all.write(bytes, offset, length);
  }

  /** Whether it is more than should be kept. */
  boolean isTooMuch() {
    return all.size() > MOST;
  }

  byte[] bytes() {
    return all.toByteArray();
  }
}
