package dev.trestle.host.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.trestle.protocol.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One exchange that a fault changes. It may wait, and its connection ends with it. */
final class FaultedExchange implements Acceptor.Connection {

  private static final System.Logger LOG = System.getLogger(FaultedExchange.class.getName());

  /** How long a consumer that gets no answer is kept waiting. */
  private static final int SILENCE_MILLIS = 600_000;

  /** How long the rest of a request may take to go on. */
  private static final int BODY_MILLIS = 60_000;

  private static final int LAST_MILLIS = 1_000;
  private static final long LAST_NANOS = 30_000_000_000L;
  private static final int HALF_READ_MILLIS = 100;

  private static final String NO_ANSWER = "the provider gave no answer";
  private static final String LEFT = "the consumer left before it had an answer";

  private final Exchange exchange;
  private final Framing framing;
  private final byte[] begun;
  private final byte[] unsent;
  private final SocketChannel channel;
  private final Socket consumer;
  private final EdgeWatch watch;
  private final BodyBytes body = new BodyBytes();
  private volatile @Nullable Upstream asking;
  private String missing = LEFT;

  /**
   * An exchange whose request's head has come.
   *
   * @param exchange the exchange
   * @param framing finds the end of the request's body
   * @param begun what has come of the body
   * @param unsent what the consumer is still to get of an earlier answer
   * @param channel the consumer's connection
   * @param watch hears of the end
   */
  FaultedExchange(
      Exchange exchange,
      Framing framing,
      byte[] begun,
      byte[] unsent,
      SocketChannel channel,
      EdgeWatch watch) {
    this.exchange = exchange;
    this.framing = framing;
    this.begun = begun;
    this.unsent = unsent;
    this.channel = channel;
    this.consumer = channel.socket();
    this.watch = watch;
  }

  /** Does what the fault says; returns when the connection is closed. */
  void run(Fault.Effect effect) {
    exchange.isChangedBy(effect);
    try {
      consumer.setSoTimeout(BODY_MILLIS);
      consumer.getOutputStream().write(unsent);
      apply(effect);
    } catch (IOException e) {
      if (!exchange.isOver()) {
        exchange.leftUnchanged(e instanceof ClosedChannelException ? LEFT : missing);
      }
      end();
      reset();
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "A fault could not be applied on " + exchange.edge(), e);
      exchange.leftUnchanged(String.valueOf(e));
      reset();
    } finally {
      end();
      closeQuietly();
    }
  }

  private void apply(Fault.Effect effect) throws IOException {
    if (effect instanceof Fault.Refusal) {
      end();
      reset();
      return;
    }
    missing = "the request did not come as a whole";
    boolean known = !framing.isUntilClose() && readBody();
    if (effect instanceof Fault.Answer answer) {
      byte[] text = answer.body().getBytes(UTF_8);
      answer(Answers.of(answer.status(), answer.contentType(), text));
    } else if (effect instanceof Fault.Silence) {
      awaitConsumer(SILENCE_MILLIS);
      exchange.consumerGaveUp();
    } else if (known) {
      Upstream provider = new Upstream(exchange, body.bytes(), channel);
      asking = provider;
      applyToAnswer(effect, provider);
    } else {
      exchange.leftUnchanged("the request's end cannot be found");
      end();
      reset();
    }
  }

  private void applyToAnswer(Fault.Effect effect, Upstream provider) throws IOException {
    Answers.Reply reply;
    missing = NO_ANSWER;
    try {
      reply = provider.ask();
    } catch (Upstream.Unreadable e) {
      if (e.bytes().length == 0) {
        exchange.leftUnchanged(NO_ANSWER);
        say(e.bytes());
      } else if (!(effect instanceof Fault.Delay delay)) {
        exchange.leftUnchanged(String.valueOf(e.getMessage()));
        say(e.bytes());
      } else if (isStillThereAfter(delay)) {
        say(e.bytes());
      }
      return;
    }
    if (exchange.isOfHere()) {
      exchange.leftUnchanged(NO_ANSWER);
      answer(reply);
    } else if (effect instanceof Fault.Delay delay) {
      if (isStillThereAfter(delay)) {
        answer(reply);
      }
    } else if (effect instanceof Fault.Reset) {
      end();
      reset();
    } else if (effect instanceof Fault.Twice) {
      exchange.broken(Told.of(effect) + "; " + again(provider));
      answer(reply);
    } else if ((changesBody(effect) && hasNoBody(reply))
        || (effect instanceof Fault.CutShort && reply.body().length == 0)) {
      exchange.leftUnchanged("the answer has no body");
      answer(reply);
    } else if (effect instanceof Fault.CutShort) {
      cutShort(reply);
    } else {
      AnswerChange change = new AnswerChange(effect);
      Answers.Reply other = change.of(reply);
      if (change.isImpossible()) {
        exchange.leftUnchanged(change.whyImpossible());
      } else {
        exchange.broken(change.told());
      }
      answer(other, reply.head());
    }
  }

  private boolean isStillThereAfter(Fault.Delay delay) {
    boolean there = awaitConsumer((int) Math.min(delay.millis(), SILENCE_MILLIS));
    if (!there) {
      exchange.consumerGaveUp();
    }
    return there;
  }

  private static String again(Upstream provider) {
    try {
      return "the second was answered " + provider.ask().head().status();
    } catch (IOException e) {
      return "the second had no whole answer";
    }
  }

  private boolean hasNoBody(Answers.Reply reply) {
    return Answers.isBodiless(exchange.request().method(), reply.head().status());
  }

  private static boolean changesBody(Fault.Effect effect) {
    return effect instanceof Fault.CutShort
        || effect instanceof Fault.Swapped
        || effect instanceof Fault.Replaced
        || (effect instanceof Fault.Changed changed
            && changed.change() != Fault.Change.CONTENT_TYPE);
  }

  /** Reads the request's body; false when its end cannot be found. */
  private boolean readBody() throws IOException {
    framing.take(ByteBuffer.wrap(begun), this::add);
    if (!framing.isComplete() && exchange.request().has("expect", "100-continue")) {
      consumer.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
    }
    InputStream in = consumer.getInputStream();
    byte[] some = new byte[16 * 1024];
    while (!framing.isComplete()) {
      if (framing.isBroken() || body.isTooMuch()) {
        return false;
      }
      int count = in.read(some);
      if (count < 0) {
        throw new IOException("The request ended early.");
      }
      framing.take(ByteBuffer.wrap(some, 0, count), this::add);
    }
    exchange.requestIsWhole();
    return true;
  }

  private void add(byte[] bytes, int offset, int length) {
    exchange.requested(bytes, offset, length);
    body.add(bytes, offset, length);
  }

  /** Waits while the consumer does; false when it gave up before. */
  private boolean awaitConsumer(int millis) {
    if (millis <= 0) {
      return true;
    }
    long until = System.nanoTime() + millis * 1_000_000L;
    byte[] unwanted = new byte[16 * 1024];
    try {
      for (int left = millis; left > 0; left = (int) ((until - System.nanoTime()) / 1_000_000)) {
        consumer.setSoTimeout(left);
        if (consumer.getInputStream().read(unwanted) < 0) {
          return false;
        }
      }
    } catch (SocketTimeoutException e) {
      // It waits still.
    } catch (IOException e) {
      return false; // It reset the connection.
    }
    return true;
  }

  private void answer(Answers.Reply reply) throws IOException {
    answer(reply, reply.head());
  }

  private void answer(Answers.Reply changed, Head original) throws IOException {
    Answers.Reply reply = Answers.framed(changed, original, exchange.request().method());
    record(reply, reply.body().length);
    exchange.responseIsWhole();
    say(reply.bytes());
  }

  /** Says the last that is said, and lets the consumer end; closing at once could reset it. */
  private void say(byte[] last) throws IOException {
    end();
    consumer.getOutputStream().write(last);
    consumer.shutdownOutput();
    long until = System.nanoTime() + LAST_NANOS;
    byte[] unwanted = new byte[16 * 1024];
    consumer.setSoTimeout(LAST_MILLIS);
    try {
      while (consumer.getInputStream().read(unwanted) >= 0 && System.nanoTime() - until < 0) {
        // The consumer may still send what nobody wants.
      }
    } catch (SocketTimeoutException e) {
      // It has had its answer for long.
    }
  }

  private void cutShort(Answers.Reply reply) throws IOException {
    int half = reply.body().length / 2;
    record(reply, half);
    end();
    byte[] all = reply.bytes();
    consumer.getOutputStream().write(Arrays.copyOf(all, reply.head().bytes().length + half));
    consumer.setSoTimeout(HALF_READ_MILLIS);
    try {
      consumer.getInputStream().read(); // a reset at once would take the half with it
    } catch (SocketTimeoutException e) {
      // It has read what there is and waits for the rest.
    }
    reset();
  }

  private void record(Answers.Reply reply, int length) {
    exchange.answered(reply.head());
    exchange.answered(reply.body(), 0, length);
  }

  private void end() {
    if (exchange.over()) {
      watch.ended(exchange);
    }
  }

  @Override
  public void reset() {
    try {
      if (channel.isOpen()) {
        consumer.setSoLinger(true, 0);
      }
    } catch (IOException e) {
      // It is gone already.
    }
    closeQuietly();
    Upstream provider = asking;
    if (provider != null) {
      provider.wakeUp();
    }
  }

  private void closeQuietly() {
    try {
      channel.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
