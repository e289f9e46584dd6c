package dev.trestle.host.edge;

import java.io.ByteArrayOutputStream;

/** The whole of a body, for an exchange that a fault changes. */
final class BodyBytes implements Framing.Content {

  private final ByteArrayOutputStream all = new ByteArrayOutputStream();

  @Override
  public void add(byte[] bytes, int offset, int length) {
    all.write(bytes, offset, length);
  }

  byte[] bytes() {
    return all.toByteArray();
  }
}
