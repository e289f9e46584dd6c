package dev.trestle.host.edge;

import dev.trestle.protocol.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Passes the bytes of one consumer's connection on as they come, and reads along. What is no
 * HTTP/1, or turns into something else by an upgrade, passes unread. An exchange that a fault
 * changes is handed over to a thread of its own.
 */
final class HttpRelay implements End.Owner, Acceptor.Connection {

  /** An upgrade to HTTP/2 is not offered to the provider: nobody could look into it. */
  private static final Set<String> HTTP_2 = Set.of("upgrade", "http2-settings", "connection");

  private final Acceptor acceptor;
  private final Edge edge;
  private final EdgeWatch watch;
  private final FaultedExchanges faulted;
  private final End consumer;
  private final Lateness lateness;
  private final HeadReader requests = HeadReader.ofRequests();
  private final HeadReader responses = HeadReader.ofResponses();
  private @Nullable End provider;
  private @Nullable Exchange exchange;
  private @Nullable Framing request;
  private @Nullable Framing response;
  private @Nullable ByteBuffer ahead;
  private byte @Nullable [] unsent;
  private boolean raw;
  private boolean closing;
  private boolean over;

  private HttpRelay(
      SocketChannel accepted,
      Acceptor acceptor,
      Edge edge,
      EdgeWatch watch,
      FaultedExchanges faulted)
      throws IOException {
    this.acceptor = acceptor;
    this.lateness = new Lateness(acceptor);
    this.edge = edge;
    this.watch = watch;
    this.faulted = faulted;
    this.consumer = End.accepted(acceptor.loop(), accepted, this);
  }

  /** Passes a connection on to the provider of an edge. */
  static Acceptor.Passing on(Edge edge, EdgeWatch watch, FaultedExchanges faulted) {
    return (accepted, acceptor) -> new HttpRelay(accepted, acceptor, edge, watch, faulted);
  }

  @Override
  public void received(End end, ByteBuffer bytes) {
    if (over) {
      return;
    }
    if (end == consumer) {
      fromConsumer(bytes);
      pauseWhereFull();
    } else if (end == provider) {
      lateness.pass(
          end,
          bytes,
          passed -> {
            fromProvider(passed);
            pauseWhereFull();
          });
    }
  }

  private void pauseWhereFull() {
    if (provider != null && provider.isFull()) {
      consumer.pause();
    }
    if (provider != null && consumer.isFull()) {
      provider.pause();
    }
  }

  private void fromConsumer(ByteBuffer in) {
    while (in.hasRemaining() && !over) {
      Framing body = request;
      if (raw) {
        toProvider(in);
      } else if (body != null) {
        requestBody(body, in);
      } else if (exchange != null) {
        ahead = ByteBuffer.allocate(in.remaining()).put(in).flip();
        consumer.pause();
      } else {
        requestHead(in);
      }
    }
    flushHead();
  }

  private void requestHead(ByteBuffer in) {
    switch (requests.read(in)) {
      case COMPLETE -> begin(requests.take(), in);
      case NOT_HTTP -> goRaw(requests.take());
      default -> {
        // The rest is still to come.
      }
    }
  }

  private void begin(byte[] bytes, ByteBuffer in) {
    Head head = Head.of(bytes);
    Framing body = head == null ? null : Framing.ofRequest(head);
    if (head == null || body == null || body.isBroken()) {
      goRaw(bytes);
      return;
    }
    Exchange begun = new Exchange(edge, head);
    Optional<Fault.Effect> effect = watch.begun(begun);
    if (effect.isPresent()) {
      handOver(begun, body, in, effect.get());
      return;
    }
    exchange = begun;
    closing = head.closes();
    if (body.isComplete()) {
      begun.requestIsWhole();
    }
    request = body.isComplete() ? null : body;
    unsent = head.has("upgrade", "h2c") ? head.with(HTTP_2) : bytes;
  }

  private void requestBody(Framing body, ByteBuffer in) {
    int start = in.position();
    Exchange running = exchange;
    body.take(in, running == null ? (b, o, l) -> {} : running::requested);
    send(in, start);
    if (body.isBroken()) {
      goRaw(new byte[0]);
    } else if (body.isComplete()) {
      if (running != null) {
        running.requestIsWhole();
      }
      request = null;
      nextWhen(endWhenComplete());
    }
  }

  /** Head and body leave together, so that the provider need not wake up twice. */
  private void send(ByteBuffer in, int start) {
    int end = in.position();
    byte[] head = unsent;
    unsent = null;
    int before = head == null ? 0 : head.length;
    ByteBuffer out = ByteBuffer.wrap(in.array(), in.arrayOffset() + start, end - start);
    if (head != null) {
      out = ByteBuffer.allocate(before + end - start).put(head).put(out).flip();
    }
    toProvider(out);
  }

  private void flushHead() {
    byte[] head = unsent;
    if (head != null) {
      unsent = null;
      toProvider(ByteBuffer.wrap(head));
    }
  }

  private void toProvider(ByteBuffer bytes) {
    try {
      End open = provider;
      if (open == null || !open.isOpen()) {
        open = End.connecting(acceptor.loop(), edge.port(), this);
        provider = open;
      }
      open.send(bytes);
    } catch (IOException e) {
      bytes.position(bytes.limit());
      providerIsGone(e);
    }
  }

  private void fromProvider(ByteBuffer in) {
    while (in.hasRemaining() && !over) {
      Framing body = response;
      if (raw || exchange == null || (body != null && body.isComplete())) {
        consumer.send(in);
        return;
      }
      if (body == null) {
        responseHead(in, exchange);
      } else {
        responseBody(body, in, exchange);
      }
    }
  }

  private void responseHead(ByteBuffer in, Exchange running) {
    switch (responses.read(in)) {
      case COMPLETE -> answer(responses.take(), in, running);
      case NOT_HTTP -> rawAnswer(responses.take());
      default -> {
        // The rest is still to come.
      }
    }
  }

  private void answer(byte[] bytes, ByteBuffer in, Exchange running) {
    Head head = Head.of(bytes);
    if (head == null) {
      rawAnswer(bytes);
      return;
    }
    if (head.status() / 100 == 1 && head.status() != 101) {
      consumer.send(ByteBuffer.wrap(bytes)); // the final answer follows
      return;
    }
    running.answered(head);
    closing = closing || head.closes();
    boolean tunnel = running.request().method().equals("CONNECT") && head.status() / 100 == 2;
    Framing body = Framing.ofResponse(head, running.request().method());
    if (head.status() == 101 || tunnel || body.isBroken()) {
      end(running);
      rawAnswer(bytes);
      return;
    }
    int start = in.position();
    body.take(in, running::answered);
    response = body;
    boolean complete = endWhenComplete();
    consumer.send(joined(bytes, in, start));
    nextWhen(complete);
  }

  private static ByteBuffer joined(byte[] head, ByteBuffer in, int start) {
    int length = in.position() - start;
    return ByteBuffer.allocate(head.length + length)
        .put(head)
        .put(in.array(), in.arrayOffset() + start, length)
        .flip();
  }

  private void responseBody(Framing body, ByteBuffer in, Exchange running) {
    int start = in.position();
    body.take(in, running::answered);
    boolean complete = endWhenComplete();
    consumer.send(ByteBuffer.wrap(in.array(), in.arrayOffset() + start, in.position() - start));
    if (body.isBroken()) {
      end(running);
      rawAnswer(new byte[0]);
    }
    nextWhen(complete);
  }

  /** An exchange is told to be over before the last of it reaches the consumer, who may ask. */
  private boolean endWhenComplete() {
    Exchange running = exchange;
    Framing body = response;
    if (running == null || request != null || body == null || !body.isComplete()) {
      return false;
    }
    running.responseIsWhole();
    end(running);
    exchange = null;
    response = null;
    return true;
  }

  private void nextWhen(boolean complete) {
    if (!complete) {
      return;
    }
    if (consumer.isInputOver()) {
      closeBoth();
      return;
    }
    ByteBuffer next = ahead;
    if (next != null) {
      ahead = null;
      consumer.resume();
      fromConsumer(next);
    }
  }

  private void end(Exchange running) {
    if (running.over()) {
      watch.ended(running);
    }
  }

  private void goRaw(byte[] first) {
    raw = true;
    flushHead();
    if (first.length > 0) {
      toProvider(ByteBuffer.wrap(first));
    }
  }

  private void rawAnswer(byte[] first) {
    raw = true;
    consumer.send(ByteBuffer.wrap(first));
    ByteBuffer next = ahead;
    if (next != null) {
      ahead = null;
      consumer.resume();
      toProvider(next);
    }
  }

  private void handOver(Exchange begun, Framing body, ByteBuffer in, Fault.Effect effect) {
    byte[] rest = new byte[in.remaining()];
    in.get(rest);
    if (provider != null) {
      provider.close();
    }
    over();
    try {
      FaultedExchange faultedExchange =
          new FaultedExchange(begun, body, rest, consumer.unsent(), consumer.release(), watch);
      faulted.begin(faultedExchange, effect, acceptor);
    } catch (IOException e) {
      end(begun);
      consumer.reset();
    }
  }

  @Override
  public void finished(End end) {
    if (over) {
      return;
    }
    if (end == consumer) {
      consumerFinished();
    } else if (end == provider) {
      providerFinished(end);
    }
  }

  private void consumerFinished() {
    End open = provider;
    if (open == null || (!raw && exchange == null) || open.isInputOver()) {
      closeBoth();
    } else {
      open.finish();
    }
  }

  private void providerFinished(End end) {
    Exchange running = exchange;
    Framing body = response;
    if (raw && !consumer.isInputOver()) {
      consumer.finish();
    } else if (running == null && !raw && !closing) {
      end.close(); // it lets go of an idle connection; the next request takes another
      provider = null;
    } else if (running != null && body == null && !raw) {
      providerIsGone(new IOException("the connection was closed without an answer"));
    } else {
      if (running != null && body != null && body.isUntilClose()) {
        running.responseIsWhole();
      }
      closeBoth();
    }
  }

  @Override
  public void drained(End end) {
    if (end == consumer && provider != null && lateness.isNone()) {
      provider.resume();
    } else if (end == provider && ahead == null) {
      consumer.resume();
    }
  }

  @Override
  public void broken(End end, IOException why) {
    if (over) {
      return;
    }
    if (end == provider && exchange == null && !raw) {
      provider = null; // as when it lets go of an idle connection
    } else if (end == provider) {
      providerIsGone(why);
    } else if (end == consumer) {
      reset();
    }
  }

  /** The consumer sees a cut connection where it would have been refused; a test sees why. */
  private void providerIsGone(IOException why) {
    Exchange running = exchange;
    if (running == null || running.isAnswered() || !edge.consumer().equals(Edge.TEST)) {
      reset();
      return;
    }
    Answers.Reply reply = Answers.noAnswer(edge, why);
    running.isMadeHere();
    running.answered(reply.head());
    running.answered(reply.body(), 0, reply.body().length);
    end(running);
    exchange = null;
    consumer.send(ByteBuffer.wrap(reply.bytes()));
    closeBoth();
  }

  private void closeBoth() {
    Exchange running = exchange;
    exchange = null;
    if (running != null) {
      end(running);
    }
    consumer.close();
    if (provider != null) {
      provider.close();
    }
    over();
  }

  private void over() {
    over = true;
    acceptor.over(this);
  }

  @Override
  public void reset() {
    Exchange running = exchange;
    exchange = null;
    if (running != null) {
      end(running);
    }
    consumer.reset();
    if (provider != null) {
      provider.reset();
    }
    over();
  }
}
