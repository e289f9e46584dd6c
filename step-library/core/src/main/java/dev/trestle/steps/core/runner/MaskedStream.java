package dev.trestle.steps.core.runner;

import dev.trestle.protocol.MaskedLines;
import dev.trestle.protocol.Secrets;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Masks what this process prints, with the secrets that it knows at that moment; the host learns of
 * them a little later. A line is written when it ends; an unfinished one after a short while, and
 * when the process ends.
 */
final class MaskedStream extends OutputStream {

  private static final long PATIENCE_MILLIS = 200;

  private final OutputStream target;
  private final MaskedLines lines = new MaskedLines(Secrets::mask, "");
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);

  /** The bytes of a character that is not complete. */
  private byte[] incomplete = {};

  private boolean isResting;
  private boolean isEnding;

  MaskedStream(OutputStream target) {
    this.target = target;
  }

  /** Has standard output and standard error masked until this process ends. */
  static void install() {
    MaskedStream out = new MaskedStream(System.out);
    MaskedStream errors = new MaskedStream(System.err);
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    Thread watch = new Thread(() -> watch(out, errors), "trestle-output");
    watch.setDaemon(true);
    watch.start();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> endAll(out, errors), "trestle-last-output"));
  }

  private static void watch(MaskedStream... streams) {
    CountDownLatch never = new CountDownLatch(1);
    try {
      while (!never.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        for (MaskedStream stream : streams) {
          stream.writeResting();
        }
      }
    } catch (IOException e) {
      // Nobody reads what is printed any more.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void endAll(MaskedStream... streams) {
    for (MaskedStream stream : streams) {
      stream.end();
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(incomplete.length + length);
    in.put(incomplete).put(bytes, offset, length).flip();
    CharBuffer text = CharBuffer.allocate(in.remaining() + 1);
    decoder.decode(in, text, false);
    incomplete = new byte[in.remaining()];
    in.get(incomplete);
    isResting = false;
    print(lines.add(text.flip()));
    if (isEnding) {
      print(lines.rest());
    }
  }

  private void print(String text) throws IOException {
    if (!text.isEmpty()) {
      target.write(text.getBytes(StandardCharsets.UTF_8));
      target.flush();
    }
  }

  /** Writes an unfinished line to which nothing was added since the last call. */
  synchronized void writeResting() throws IOException {
    if (isResting) {
      print(lines.rest());
    }
    isResting = lines.hasRest();
  }

  /** From now on nothing is kept. */
  synchronized void end() {
    isEnding = true;
    try {
      print(lines.rest());
    } catch (IOException e) {
      // Nobody reads what is printed any more.
    }
  }

  @Override
  public synchronized void flush() throws IOException {
    target.flush();
  }
}
