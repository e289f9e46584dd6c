package dev.trestle.host.edge;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the end of a message's body, RFC 9112 section 6. */
final class Framing {

  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  /** Hears the bytes of a body, without what frames them. */
  interface Content {
    void add(byte[] bytes, int offset, int length);
  }

  private enum State {
    DATA,
    CHUNK_SIZE,
    CHUNK_EXTENSION,
    CHUNK_DATA,
    CHUNK_END,
    TRAILER,
    UNTIL_CLOSE,
    COMPLETE,
    BROKEN
  }

  private State state;
  private long left;
  private int lineLength;
  private int digits;
  private boolean returned;

  private Framing(State state, long left) {
    this.state = state;
    this.left = left;
  }

  /**
   * The body of a request. Where its end is in doubt it has none before the connection's, so that
   * nothing is held back that its provider waits for.
   */
  static Framing ofRequest(Head head) {
    String coding = head.field("transfer-encoding");
    if (isDoubtful(head) || (!coding.isEmpty() && !isChunked(coding))) {
      return new Framing(State.UNTIL_CLOSE, 0);
    }
    Framing framing = of(head.field("content-length"), coding, State.COMPLETE);
    return framing.isBroken() ? new Framing(State.UNTIL_CLOSE, 0) : framing;
  }

  /** The body of a response; one whose end is in doubt is broken, so that nobody waits for it. */
  static Framing ofResponse(Head head, String method) {
    if (Answers.isBodiless(method, head.status())) {
      return new Framing(State.COMPLETE, 0);
    }
    if (isDoubtful(head)) {
      return new Framing(State.BROKEN, 0);
    }
    return of(head.field("content-length"), head.field("transfer-encoding"), State.UNTIL_CLOSE);
  }

  /** Whether readers find the end at different places, or refuse to look for it. */
  private static boolean isDoubtful(Head head) {
    String length = head.fields().get("content-length");
    String coding = head.fields().get("transfer-encoding");
    return head.isDoubtful()
        || (length != null && length.isEmpty())
        || (coding != null && (coding.isEmpty() || length != null || head.isVersion10()));
  }

  private static Framing of(String length, String coding, State otherwise) {
    if (!coding.isEmpty()) {
      return new Framing(isChunked(coding) ? State.CHUNK_SIZE : otherwise, 0);
    }
    if (length.isEmpty()) {
      return new Framing(otherwise, 0);
    }
    String one = length.indexOf(',') < 0 ? length : single(length);
    if (!LENGTH.matcher(one).matches()) {
      return new Framing(State.BROKEN, 0);
    }
    long bytes = Long.parseLong(one);
    return new Framing(bytes == 0 ? State.COMPLETE : State.DATA, bytes);
  }

  /** The same length that is said more than once, RFC 9112 section 6.3. */
  private static String single(String lengths) {
    Set<String> all = new HashSet<>();
    for (String each : lengths.split(",", -1)) {
      all.add(each.strip());
    }
    return all.size() == 1 ? all.iterator().next() : "";
  }

  private static boolean isChunked(String coding) {
    String last = coding.substring(coding.lastIndexOf(',') + 1).strip();
    return last.equalsIgnoreCase("chunked");
  }

  boolean isComplete() {
    return state == State.COMPLETE;
  }

  /** Whether the end of the connection is the end of the body. */
  boolean isUntilClose() {
    return state == State.UNTIL_CLOSE;
  }

  /** Whether the end cannot be found. */
  boolean isBroken() {
    return state == State.BROKEN;
  }

  /** From here on it ends with the connection, since its end cannot be found. */
  void untilClose() {
    state = State.UNTIL_CLOSE;
  }

  /** Takes what belongs to the body; what follows it stays. */
  void take(ByteBuffer in, Content content) {
    while (in.hasRemaining() && state != State.COMPLETE && state != State.BROKEN) {
      switch (state) {
        case DATA, CHUNK_DATA, UNTIL_CLOSE -> data(in, content);
        default -> frame(in.get());
      }
    }
  }

  private void data(ByteBuffer in, Content content) {
    int length = in.remaining();
    if (state != State.UNTIL_CLOSE) {
      length = (int) Math.min(length, left);
      left -= length;
    }
    content.add(in.array(), in.arrayOffset() + in.position(), length);
    in.position(in.position() + length);
    if (left == 0 && state != State.UNTIL_CLOSE) {
      state = state == State.DATA ? State.COMPLETE : State.CHUNK_END;
    }
  }

  /** A line here ends with both its characters: readers differ over one of them alone. */
  private void frame(byte next) {
    if ((next == '\n') != returned) {
      state = State.BROKEN;
      return;
    }
    returned = next == '\r';
    switch (state) {
      case CHUNK_SIZE -> size(next);
      case CHUNK_EXTENSION -> state = next == '\n' ? afterSize() : state;
      case CHUNK_END ->
          state = next == '\n' ? State.CHUNK_SIZE : next == '\r' ? state : State.BROKEN;
      case TRAILER -> trailer(next);
      default -> throw new IllegalStateException(state.name());
    }
  }

  private void size(byte next) {
    int digit = Character.digit(next, 16);
    if (digit >= 0 && digits < 15) {
      left = left * 16 + digit;
      digits++;
    } else if (digits == 0 || digit >= 0) {
      state = State.BROKEN;
    } else {
      state = State.CHUNK_EXTENSION;
    }
  }

  private State afterSize() {
    digits = 0;
    lineLength = 0;
    return left == 0 ? State.TRAILER : State.CHUNK_DATA;
  }

  private void trailer(byte next) {
    if (next != '\n') {
      lineLength += next == '\r' ? 0 : 1;
    } else if (lineLength == 0) {
      state = State.COMPLETE;
    } else {
      lineLength = 0;
    }
  }
}
