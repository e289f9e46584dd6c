package dev.trestle.host.edge;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Takes bytes until a head is complete, and notices early when what comes is no HTTP/1. */
final class HeadReader {

  /** How far it is. */
  enum Progress {
    MORE,
    COMPLETE,
    NOT_HTTP
  }

  static final int LONGEST = 128 * 1024;
  private static final int USUAL = 16 * 1024;
  private static final byte[] RESPONSE = {'H', 'T', 'T', 'P', '/', '1', '.'};

  private final boolean response;
  private byte[] bytes = new byte[1024];
  private int count;
  private int before;
  private boolean word;
  private int newlines;

  private HeadReader(boolean response) {
    this.response = response;
  }

  static HeadReader ofRequests() {
    return new HeadReader(false);
  }

  static HeadReader ofResponses() {
    return new HeadReader(true);
  }

  Progress read(ByteBuffer in) {
    while (in.hasRemaining()) {
      byte next = in.get();
      add(next);
      if (count == before + 1 && !response && (next == '\r' || next == '\n')) {
        before++; // RFC 9112 section 2.2: a server passes over empty lines before a request
        if (count > LONGEST) {
          return Progress.NOT_HTTP;
        }
        continue;
      }
      if (!isPlausible(next) || count > LONGEST) {
        return Progress.NOT_HTTP;
      }
      newlines = next == '\n' ? newlines + 1 : next == '\r' ? newlines : 0;
      if (newlines == 2) {
        return Progress.COMPLETE;
      }
    }
    return Progress.MORE;
  }

  private boolean isPlausible(byte next) {
    if (response) {
      return count > RESPONSE.length || RESPONSE[count - 1] == next;
    }
    word = word || (next == ' ' && count > before + 1);
    return word || (next > ' ' && next < 127);
  }

  /** Whether a head has begun. */
  boolean hasBegun() {
    return count > 0;
  }

  /** Whether what was taken is too long for a head. */
  boolean isTooLong() {
    return count > LONGEST;
  }

  /** What was taken; the next head may begin. */
  byte[] take() {
    byte[] taken = Arrays.copyOf(bytes, count);
    if (count > USUAL) {
      bytes = new byte[1024];
    }
    count = 0;
    before = 0;
    newlines = 0;
    word = false;
    return taken;
  }

  private void add(byte next) {
    if (count == bytes.length) {
      bytes = Arrays.copyOf(bytes, count * 2);
    }
    bytes[count++] = next;
  }
}
