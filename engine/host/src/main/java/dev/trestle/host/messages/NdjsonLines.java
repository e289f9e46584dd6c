package dev.trestle.host.messages;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Splits a stream into its lines without making text of them. */
final class NdjsonLines {

  private static final int FIRST_SIZE = 64 * 1024;

  private final InputStream in;
  private byte[] buffer = new byte[FIRST_SIZE];
  private int begin;
  private int end;

  NdjsonLines(InputStream in) {
    this.in = in;
  }

  /** Takes one line, without its end, out of a buffer that is used again. */
  interface Taker {

    /** Takes a line. */
    void take(byte[] buffer, int offset, int length) throws IOException;
  }

  /** Hands over every line; what follows the last line break is no line, since it may be cut. */
  void forEach(Taker taker) throws IOException {
    int searched = 0;
    while (fill()) {
      for (int i = begin + searched; i < end; i++) {
        if (buffer[i] == '\n') {
          taker.take(buffer, begin, i - begin);
          begin = i + 1;
        }
      }
      searched = end - begin;
    }
  }

  /** Reads on; false at the end of the stream. */
  private boolean fill() throws IOException {
    if (begin > 0) {
      System.arraycopy(buffer, begin, buffer, 0, end - begin);
      end -= begin;
      begin = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = in.read(buffer, end, buffer.length - end);
    end += Math.max(read, 0);
    return read >= 0;
  }
}
