package dev.trestle.host.edge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the provider of an exchange that a fault changes, on a connection of its own. */
final class Upstream {

  private static final int CONNECT_MILLIS = 2_000;
  private static final long SILENCE_MILLIS = 120_000;
  private static final long ALL_MILLIS = 600_000;

  /** So long the answer may still take when the consumer has ended, and has probably left. */
  private static final long LEFT_MILLIS = 10_000;

  /** What a provider said is no whole answer that could be changed. */
  static final class Unreadable extends IOException {

    private static final long serialVersionUID = 1;

    private final transient byte[] bytes;

    Unreadable(String why, byte[] bytes) {
      super(why);
      this.bytes = bytes;
    }

    /** What it said, before it ended. */
    byte[] bytes() {
      return bytes;
    }
  }

  private final Exchange exchange;
  private final byte[] body;
  private final SocketChannel consumer;
  private volatile @Nullable Selector waiting;

  Upstream(Exchange exchange, byte[] body, SocketChannel consumer) {
    this.exchange = exchange;
    this.body = body;
    this.consumer = consumer;
  }

  /** Notices at once that the consumer's connection was closed; for any thread. */
  void wakeUp() {
    Selector selector = waiting;
    if (selector != null) {
      selector.wakeup();
    }
  }

  /**
   * The provider's whole answer.
   *
   * @throws Unreadable when it ended its connection without a whole answer
   * @throws IOException when it cannot be asked; a test gets the reason as an answer instead
   */
  Answers.Reply ask() throws IOException {
    try (SocketChannel provider = SocketChannel.open()) {
      provider.socket().setTcpNoDelay(true);
      provider.socket().connect(Loopback.at(exchange.edge().port()), CONNECT_MILLIS);
      provider.configureBlocking(false);
      consumer.configureBlocking(false);
      try (Selector selector = Selector.open()) {
        waiting = selector;
        provider.register(selector, SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        consumer.register(selector, SelectionKey.OP_READ);
        return talk(provider, selector, new Answers.Reply(head(), body).bytes());
      } finally {
        waiting = null;
        if (consumer.isOpen()) {
          consumer.configureBlocking(true);
        }
      }
    } catch (Unreadable e) {
      if (e.bytes().length > 0) {
        throw e;
      }
      return orTellTest(e);
    } catch (ClosedChannelException e) {
      throw e;
    } catch (IOException e) {
      return orTellTest(e);
    }
  }

  private Answers.Reply orTellTest(IOException why) throws IOException {
    if (exchange.edge().consumer().equals(Edge.TEST)) {
      exchange.isMadeHere();
      return Answers.noAnswer(exchange.edge(), why);
    }
    throw why;
  }

  private Head head() {
    Set<String> without = new HashSet<>(Answers.FRAME);
    without.add("accept-encoding"); // what is to be changed must be readable
    Head request = exchange.request();
    boolean none = body.length == 0 && request.field("content-length").isEmpty();
    byte[] head =
        none
            ? request.with(without, "Connection: close")
            : request.with(without, "Content-Length: " + body.length, "Connection: close");
    return Answers.read(head);
  }

  /** Sends and reads at the same time: an answer may come before the request is over. */
  private Answers.Reply talk(SocketChannel provider, Selector selector, byte[] request)
      throws IOException {
    ByteBuffer out = ByteBuffer.wrap(request);
    ByteBuffer in = ByteBuffer.allocate(16 * 1024);
    Answer answer = new Answer(exchange.request().method());
    long end = System.nanoTime() + ALL_MILLIS * 1_000_000;
    while (!answer.isWhole()) {
      long left = Math.min(SILENCE_MILLIS, (end - System.nanoTime()) / 1_000_000);
      int ready = left <= 0 ? 0 : selector.select(left);
      if (!consumer.isOpen()) {
        throw new ClosedChannelException();
      }
      if (ready == 0) {
        throw new IOException("the answer was not over in time");
      }
      selector.selectedKeys().clear();
      if (hasLeft(selector)) {
        end = Math.min(end, System.nanoTime() + LEFT_MILLIS * 1_000_000);
      }
      send(provider, selector, out);
      int count = provider.read(in);
      answer.add(in.flip());
      in.clear();
      if (count < 0) {
        return answer.atEnd();
      }
    }
    return answer.reply();
  }

  /** Whether the consumer ends now; what it sends beyond its request is not wanted. */
  private boolean hasLeft(Selector selector) throws IOException {
    SelectionKey key = consumer.keyFor(selector);
    if (key.interestOps() == 0 || !key.isReadable()) {
      return false;
    }
    try {
      if (consumer.read(ByteBuffer.allocate(16 * 1024)) >= 0) {
        return false;
      }
    } catch (IOException e) {
      consumer.close();
      throw new ClosedChannelException();
    }
    key.interestOps(0);
    return true;
  }

  private static void send(SocketChannel provider, Selector selector, ByteBuffer out) {
    try {
      if (out.hasRemaining()) {
        provider.write(out);
      }
    } catch (IOException e) {
      out.position(out.limit()); // it takes no more; it may have answered already
    }
    if (!out.hasRemaining()) {
      provider.keyFor(selector).interestOps(SelectionKey.OP_READ);
    }
  }

  /** What came of an answer. */
  private static final class Answer {
    private final String method;
    private final HeadReader heads = HeadReader.ofResponses();
    private final BodyBytes content = new BodyBytes();
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private @Nullable Head head;
    private @Nullable Framing framing;

    Answer(String method) {
      this.method = method;
    }

    boolean isWhole() {
      Framing found = framing;
      return found != null && found.isComplete();
    }

    void add(ByteBuffer bytes) throws IOException {
      all.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
      while (framing == null && bytes.hasRemaining()) {
        head = head(bytes);
        framing = head == null ? null : Framing.ofResponse(head, method);
      }
      Framing found = framing;
      if (found != null) {
        found.take(bytes, content);
      }
      if ((found != null && found.isBroken()) || content.isTooMuch()) {
        throw new Unreadable("the answer cannot be read as a whole", all.toByteArray());
      }
    }

    /** The final head, once it is there. */
    private @Nullable Head head(ByteBuffer bytes) throws IOException {
      HeadReader.Progress progress = heads.read(bytes);
      if (progress == HeadReader.Progress.MORE) {
        return null;
      }
      Head found = Head.of(heads.take());
      if (found == null || progress == HeadReader.Progress.NOT_HTTP) {
        throw new Unreadable("the answer is not HTTP/1", all.toByteArray());
      }
      return found.status() / 100 == 1 ? null : found;
    }

    Answers.Reply atEnd() throws IOException {
      Framing found = framing;
      if (found == null || !(found.isComplete() || found.isUntilClose())) {
        throw new Unreadable("the connection was closed without a whole answer", all.toByteArray());
      }
      return reply();
    }

    Answers.Reply reply() throws IOException {
      Head found = head;
      if (found == null) {
        throw new IOException("the answer has no head");
      }
      return Answers.isBodiless(method, found.status())
          ? Answers.bodiless(found)
          : Answers.changed(found, content.bytes());
    }
  }
}
