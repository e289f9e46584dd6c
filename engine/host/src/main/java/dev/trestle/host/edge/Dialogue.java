package dev.trestle.host.edge;

import dev.trestle.protocol.Fault;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads along what consumer and provider say on one connection, tells of each exchange, and has
 * every byte passed on in its order. A request waits here for the end of the exchange before it;
 * from where it is no HTTP/1 any more, all passes unread.
 */
final class Dialogue {

  /** Passes on what was read. */
  interface Road {

    void toProvider(ByteBuffer bytes);

    void toConsumer(ByteBuffer bytes);

    /** All that the consumer said has been passed on, and it says no more. */
    void finishProvider();

    /** A fault changes an exchange: nothing more of the connection is passed on here. */
    void handOver(Exchange exchange, Framing body, byte[] rest, Fault.Effect effect);
  }

  /** What follows a request waits in the consumer's socket when so much of it waits here. */
  private static final int MOST_AHEAD = 64 * 1024;

  private static final String NOT_HTTP = "what '%s' sent is not an HTTP/1 request";
  private static final String TOO_LONG =
      "the head of a request of '%s' is longer than " + HeadReader.LONGEST / 1024 + " KiB";
  private static final String REQUEST_END = "the end of a request of '%s' is in doubt";
  private static final String NO_ANSWER = "what '%s' answered is not HTTP/1";
  private static final String ANSWER_END = "the end of an answer of '%s' is in doubt";
  private static final String TUNNEL = "'%s' asked for a tunnel";

  private final Edge edge;
  private final EdgeWatch watch;
  private final Road road;
  private final HeadReader requests = HeadReader.ofRequests();
  private final HeadReader responses = HeadReader.ofResponses();
  private @Nullable Exchange exchange;
  private @Nullable Framing request;
  private @Nullable Framing response;
  private @Nullable ByteBuffer ahead;
  private byte @Nullable [] unsent;
  private boolean unread;
  private String whyUnread = ""; // empty where no call can be in what is not read
  private boolean consumerEnded;
  private boolean providerEnded;
  private boolean stopped;

  Dialogue(Edge edge, EdgeWatch watch, Road road) {
    this.edge = edge;
    this.watch = watch;
    this.road = road;
  }

  /** The exchange that goes on, if there is one. */
  @Nullable Exchange exchange() {
    return exchange;
  }

  /** Whether nothing goes on and nothing waits. */
  boolean isIdle() {
    return !unread && exchange == null && request == null && ahead == null;
  }

  /** Whether no more should be read from the consumer for now. */
  boolean isAheadFull() {
    ByteBuffer waits = ahead;
    return waits != null && waits.remaining() >= MOST_AHEAD;
  }

  /** The consumer said something. */
  void consumerSaid(ByteBuffer in) {
    ByteBuffer waits = ahead;
    if (waits == null) {
      consume(in);
      ahead = in.hasRemaining() && !stopped ? copy(in, 0) : null;
    } else {
      ahead = copy(waits, in.remaining()).limit(waits.remaining() + in.remaining());
      ahead.duplicate().position(waits.remaining()).put(in);
    }
  }

  private static ByteBuffer copy(ByteBuffer in, int more) {
    int length = in.remaining();
    return ByteBuffer.allocate(length + more).put(in.duplicate()).rewind().limit(length);
  }

  /** The consumer says no more. */
  void consumerEnds() {
    consumerEnded = true;
    if (ahead == null && !stopped) {
      passEnd();
    }
  }

  private void passEnd() {
    if (requests.hasBegun()) {
      road.toProvider(ByteBuffer.wrap(requests.take()));
    }
    road.finishProvider();
  }

  /** Goes on with what waited for the end of an exchange. */
  private void proceed() {
    if (stopped || (exchange != null && !unread)) {
      return;
    }
    ByteBuffer next = ahead;
    if (next != null) {
      consume(next);
      ahead = next.hasRemaining() && !stopped ? next : null;
    }
    if (ahead == null && consumerEnded && !stopped) {
      passEnd();
    }
  }

  private void consume(ByteBuffer in) {
    while (in.hasRemaining() && !stopped) {
      Framing body = request;
      if (unread) {
        flushHead();
        passed();
        road.toProvider(in);
      } else if (body != null) {
        requestBody(body, in);
      } else if (exchange != null) {
        break; // a request ahead of its turn
      } else {
        requestHead(in);
      }
    }
    flushHead();
  }

  private void passed() {
    if (!whyUnread.isEmpty()) {
      watch.unread(edge, whyUnread);
    }
  }

  private void requestHead(ByteBuffer in) {
    switch (requests.read(in)) {
      case COMPLETE -> begin(requests.take(), in);
      case NOT_HTTP ->
          passUnread(ofConsumer(requests.isTooLong() ? TOO_LONG : NOT_HTTP), requests.take());
      default -> {
        // The rest is still to come.
      }
    }
  }

  private String ofConsumer(String what) {
    return what.formatted(edge.consumer());
  }

  private String ofProvider(String what) {
    return what.formatted(edge.provider());
  }

  private void begin(byte[] bytes, ByteBuffer in) {
    flushHead(); // of a request that needed no answer
    if (providerEnded) { // The consumer had not seen the end yet: the provider never gets this.
      unread = true;
      road.toProvider(ByteBuffer.wrap(bytes));
      return;
    }
    Head head = Head.of(bytes);
    if (head == null || head.isResponse()) {
      passUnread(ofConsumer(NOT_HTTP), bytes);
      return;
    }
    Framing body = Framing.ofRequest(head);
    Exchange begun = new Exchange(edge, head);
    Optional<Fault.Effect> effect = watch.begun(begun);
    if (effect.isPresent()) {
      byte[] rest = new byte[in.remaining()];
      in.get(rest);
      stopped = true;
      road.handOver(begun, body, rest, effect.get());
      return;
    }
    exchange = begun;
    if (body.isComplete()) {
      begun.requestIsWhole();
    }
    request = body.isComplete() ? null : body;
    unsent = head.withoutHttp2();
  }

  private void requestBody(Framing body, ByteBuffer in) {
    int start = in.position();
    Exchange running = exchange;
    body.take(in, running == null ? (b, o, l) -> {} : running::requested);
    if (body.isBroken()) {
      body.untilClose();
    }
    if (body.isComplete()) {
      request = null;
      if (running != null) {
        running.requestIsWhole();
      }
    }
    sendWithHead(in, start);
    endWhenComplete();
  }

  /** Head and body leave together, so that the provider need not wake up twice. */
  private void sendWithHead(ByteBuffer in, int start) {
    int length = in.position() - start;
    byte[] head = unsent;
    unsent = null;
    if (head == null) {
      road.toProvider(ByteBuffer.wrap(in.array(), in.arrayOffset() + start, length));
    } else {
      road.toProvider(joined(head, in, start));
    }
  }

  private void flushHead() {
    byte[] head = unsent;
    if (head != null) {
      unsent = null;
      road.toProvider(ByteBuffer.wrap(head));
    }
  }

  /** The provider said something. */
  void providerSaid(ByteBuffer in) {
    while (in.hasRemaining()) {
      Exchange running = exchange;
      Framing body = response;
      if (unread || running == null || (body != null && body.isComplete())) {
        road.toConsumer(in);
      } else if (body == null) {
        responseHead(in, running);
      } else {
        responseBody(body, in, running);
      }
    }
  }

  private void responseHead(ByteBuffer in, Exchange running) {
    switch (responses.read(in)) {
      case COMPLETE -> answer(responses.take(), in, running);
      case NOT_HTTP -> switchTo(ofProvider(NO_ANSWER), responses.take());
      default -> {
        // The rest is still to come.
      }
    }
  }

  private void answer(byte[] bytes, ByteBuffer in, Exchange running) {
    Head head = Head.of(bytes);
    if (head == null) {
      switchTo(ofProvider(NO_ANSWER), bytes);
      return;
    }
    if (head.status() / 100 == 1 && head.status() != 101) {
      road.toConsumer(ByteBuffer.wrap(bytes)); // the final answer follows
      return;
    }
    running.answered(head);
    String method = running.request().method();
    Framing body = Framing.ofResponse(head, method);
    boolean tunnel = method.equals("CONNECT") && head.status() / 100 == 2;
    if (head.status() == 101) {
      switchTo("", bytes); // what follows is not a call, and its request was seen
      return;
    }
    if (tunnel || body.isBroken()) {
      switchTo(tunnel ? ofConsumer(TUNNEL) : ofProvider(ANSWER_END), bytes);
      return;
    }
    int start = in.position();
    response = body;
    body.take(in, running::answered);
    passAnswer(body, joined(bytes, in, start));
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
    passAnswer(body, ByteBuffer.wrap(in.array(), in.arrayOffset() + start, in.position() - start));
  }

  /** The exchange is over before the last of it reaches the consumer, which may ask for it. */
  private void passAnswer(Framing body, ByteBuffer bytes) {
    endWhenComplete();
    if (body.isBroken()) {
      end();
      turnUnread(ofProvider(ANSWER_END));
    }
    road.toConsumer(bytes);
    proceed();
  }

  private void endWhenComplete() {
    Exchange running = exchange;
    Framing asked = request;
    Framing body = response;
    if (running == null || body == null || !body.isComplete()) {
      return;
    }
    if (asked == null || asked.isUntilClose()) {
      if (asked != null) {
        turnUnread(ofConsumer(REQUEST_END));
      }
      running.responseIsWhole();
      end();
    }
  }

  /** The provider says no more. */
  void providerEnds() {
    providerEnded = true;
    Exchange running = exchange;
    Framing body = response;
    if (responses.hasBegun()) {
      road.toConsumer(ByteBuffer.wrap(responses.take()));
    }
    if (running != null && body != null && body.isUntilClose()) {
      running.responseIsWhole();
    }
    end();
    proceed();
  }

  /** The provider is gone; what it said to the last passes. */
  void providerBreaks() {
    if (responses.hasBegun()) {
      road.toConsumer(ByteBuffer.wrap(responses.take()));
    }
  }

  /** Nothing more is passed on; an exchange that goes on is over. */
  void stop() {
    stopped = true;
    ahead = null;
    end();
  }

  private void end() {
    Exchange running = exchange;
    exchange = null;
    response = null;
    if (running != null && running.over()) {
      watch.ended(running);
    }
  }

  private void turnUnread(String why) {
    unread = true;
    whyUnread = why;
  }

  private void passUnread(String why, byte[] first) {
    turnUnread(why);
    passed();
    road.toProvider(ByteBuffer.wrap(first));
  }

  /** From here on both speak something else, or calls cannot be told apart. */
  private void switchTo(String why, byte[] first) {
    turnUnread(why);
    end();
    road.toConsumer(ByteBuffer.wrap(first));
    proceed();
  }
}
