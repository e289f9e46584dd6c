package dev.trestle.host.edge;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the provider of an exchange that a fault changes, on a connection of its own. */
final class Upstream {

  private static final int CONNECT_MILLIS = 2_000;
  private static final int ANSWER_MILLIS = 120_000;

  private final Exchange exchange;
  private final byte[] body;

  Upstream(Exchange exchange, byte[] body) {
    this.exchange = exchange;
    this.body = body;
  }

  /** The provider's whole answer; what it cannot say is told to a test, else thrown. */
  Answers.Reply ask() throws IOException {
    try (Socket provider = new Socket()) {
      provider.setTcpNoDelay(true);
      provider.connect(Loopback.at(exchange.edge().port()), CONNECT_MILLIS);
      provider.setSoTimeout(ANSWER_MILLIS);
      provider.getOutputStream().write(new Answers.Reply(head(), body).bytes());
      return read(provider.getInputStream());
    } catch (IOException e) {
      if (exchange.edge().consumer().equals(Edge.TEST)) {
        exchange.isMadeHere();
        return Answers.noAnswer(exchange.edge(), e);
      }
      throw e;
    }
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

  private Answers.Reply read(InputStream in) throws IOException {
    HeadReader heads = HeadReader.ofResponses();
    BodyBytes content = new BodyBytes();
    @Nullable Head head = null;
    @Nullable Framing framing = null;
    byte[] some = new byte[16 * 1024];
    while (framing == null || !framing.isComplete()) {
      int count = in.read(some);
      if (count < 0) {
        break;
      }
      ByteBuffer bytes = ByteBuffer.wrap(some, 0, count);
      while (framing == null && bytes.hasRemaining()) {
        head = head(heads, bytes);
        framing = head == null ? null : Framing.ofResponse(head, exchange.request().method());
      }
      if (framing != null) {
        framing.take(bytes, content);
      }
    }
    if (head == null || framing == null || !(framing.isComplete() || framing.isUntilClose())) {
      throw new IOException("the connection was closed without a whole answer");
    }
    return Answers.changed(head, content.bytes());
  }

  /** The final head, once it is there. */
  private static @Nullable Head head(HeadReader heads, ByteBuffer bytes) throws IOException {
    HeadReader.Progress progress = heads.read(bytes);
    if (progress == HeadReader.Progress.MORE) {
      return null;
    }
    Head head = Head.of(heads.take());
    if (head == null || progress == HeadReader.Progress.NOT_HTTP) {
      throw new IOException("the answer is not HTTP/1");
    }
    return head.status() / 100 == 1 ? null : head;
  }
}
