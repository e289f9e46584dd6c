package dev.trestle.host.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Messages that came, and an end that does not. */
final class RunningStream extends InputStream {

  private final byte[] bytes;
  private final CountDownLatch taken = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private int next;

  RunningStream(String text) {
    bytes = text.getBytes(StandardCharsets.UTF_8);
  }

  void passTo(RunRecord record) {
    try {
      record.receive(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void awaitTaken() throws InterruptedException {
    taken.await();
  }

  void end() {
    ended.countDown();
  }

  @Override
  public int read() throws IOException {
    if (next < bytes.length) {
      return bytes[next++];
    }
    try {
      taken.countDown();
      ended.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return -1;
  }

  /** One byte at a time, so that what came is passed on before the end is waited for. */
  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int one = read();
    if (one < 0) {
      return -1;
    }
    target[offset] = (byte) one;
    return 1;
  }
}
