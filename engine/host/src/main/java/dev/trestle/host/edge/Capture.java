package dev.trestle.host.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The beginning of a body, and how long it is. Used by one thread at a time. */
final class Capture implements Framing.Content {

  static final int MOST = 64 * 1024;

  private ByteArrayOutputStream kept = new ByteArrayOutputStream(256);
  private long length;

  @Override
  public void add(byte[] bytes, int offset, int count) {
    kept.write(bytes, offset, (int) Math.min(count, MOST - kept.size()));
    length += count;
  }

  long length() {
    return length;
  }

  int keptBytes() {
    return kept.size();
  }

  /** Keeps nothing of it but its length. */
  void letGo() {
    kept = new ByteArrayOutputStream(0);
  }

  /** The body as text, decompressed as far as it is kept. */
  String text(String encoding) {
    String text = new String(plain(encoding), UTF_8);
    return length > kept.size() ? text + "… (" + length + " bytes)" : text;
  }

  /** The whole body as text, decompressed; null when it is too long or cannot be read. */
  @Nullable String whole(String encoding) {
    if (length > kept.size()) {
      return null;
    }
    byte[] bytes = kept.toByteArray();
    ContentCoding coding = ContentCoding.of(encoding);
    if (bytes.length == 0 || coding.isNone()) {
      return new String(bytes, UTF_8);
    }
    try (InputStream in = coding.decoding(new ByteArrayInputStream(bytes))) {
      byte[] plain = in.readNBytes(MOST + 1);
      return plain.length > MOST ? null : new String(plain, UTF_8);
    } catch (IOException e) {
      return null;
    }
  }

  private byte[] plain(String encoding) {
    byte[] bytes = kept.toByteArray();
    ContentCoding coding = ContentCoding.of(encoding);
    if (coding.isNone()) {
      return bytes;
    }
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (InputStream in = coding.decoding(new ByteArrayInputStream(bytes))) {
      byte[] some = new byte[8192];
      for (int count = in.read(some); count > 0 && plain.size() < MOST; count = in.read(some)) {
        plain.write(some, 0, Math.min(count, MOST - plain.size()));
      }
    } catch (IOException e) {
      // A body that is kept in part ends early; what there is of it is shown.
    }
    return plain.size() > 0 || bytes.length == 0
        ? plain.toByteArray()
        : ("(" + length + " bytes, " + encoding + ")").getBytes(UTF_8);
  }
}
