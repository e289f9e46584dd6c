package dev.trestle.host.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.trestle.protocol.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** One exchange that a fault changes. It may wait, and its connection ends with it. */
final class FaultedExchange implements Acceptor.Connection {

  private static final int SILENCE_MILLIS = 600_000;
  private static final int LAST_MILLIS = 1_000;
  private static final int HALF_READ_MILLIS = 100;

  private final Exchange exchange;
  private final Framing framing;
  private final byte[] begun;
  private final byte[] unsent;
  private final SocketChannel channel;
  private final Socket consumer;
  private final EdgeWatch watch;
  private final BodyBytes body = new BodyBytes();

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
      consumer.setSoTimeout(SILENCE_MILLIS);
      consumer.getOutputStream().write(unsent);
      apply(effect);
    } catch (IOException e) {
      end(); // the consumer, or the provider, is gone
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
    readBody();
    if (effect instanceof Fault.Answer answer) {
      byte[] text = answer.body().getBytes(UTF_8);
      answer(Answers.of(answer.status(), answer.contentType(), text));
    } else if (effect instanceof Fault.Silence) {
      awaitConsumer(SILENCE_MILLIS);
      exchange.consumerGaveUp();
    } else {
      applyToAnswer(effect, new Upstream(exchange, body.bytes()));
    }
  }

  private void applyToAnswer(Fault.Effect effect, Upstream provider) throws IOException {
    Answers.Reply reply = provider.ask();
    if (effect instanceof Fault.Delay delay) {
      if (awaitConsumer((int) Math.min(delay.millis(), SILENCE_MILLIS))) {
        answer(reply);
      } else {
        exchange.consumerGaveUp();
      }
    } else if (effect instanceof Fault.Reset) {
      end();
      reset();
    } else if (effect instanceof Fault.CutShort) {
      cutShort(reply);
    } else if (effect instanceof Fault.Twice) {
      int second = provider.ask().head().status();
      exchange.broken(Told.of(effect) + "; the second was answered " + second);
      answer(reply);
    } else {
      AnswerChange change = new AnswerChange(effect);
      Answers.Reply other = change.of(reply);
      if (change.isImpossible()) {
        exchange.leftUnchanged(change.told());
      } else {
        exchange.broken(change.told());
      }
      answer(other);
    }
  }

  private void readBody() throws IOException {
    ByteBuffer first = ByteBuffer.wrap(begun);
    framing.take(first, this::add);
    if (!framing.isComplete() && exchange.request().has("expect", "100-continue")) {
      consumer.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
    }
    InputStream in = consumer.getInputStream();
    byte[] some = new byte[16 * 1024];
    while (!framing.isComplete()) {
      int count = in.read(some);
      if (count < 0 || framing.isBroken()) {
        throw new IOException("The request ended early.");
      }
      framing.take(ByteBuffer.wrap(some, 0, count), this::add);
    }
    exchange.requestIsWhole();
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
    try {
      for (int left = millis; left > 0; left = (int) ((until - System.nanoTime()) / 1_000_000)) {
        consumer.setSoTimeout(left);
        if (consumer.getInputStream().read() < 0) {
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
    record(reply, reply.body().length);
    exchange.responseIsWhole();
    end();
    OutputStream out = consumer.getOutputStream();
    out.write(reply.bytes());
    consumer.shutdownOutput();
    consumer.setSoTimeout(LAST_MILLIS);
    try {
      while (consumer.getInputStream().read() >= 0) {
        // The consumer may still send what nobody wants; closing now would reset the answer.
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
  }

  private void closeQuietly() {
    try {
      channel.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
