package dev.trestle.host.container;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks whether an engine answers, by {@code GET /_ping}. */
final class Ping {

  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final ByteBuffer REQUEST =
      StandardCharsets.US_ASCII.encode(
          "GET /_ping HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n");
  private static final int ANSWER = 64;

  private Ping() {}

  /**
   * Asks.
   *
   * @throws IOException with what was seen instead of an answer
   */
  static void of(EngineAddress engine) throws IOException {
    if (engine.uri().startsWith("npipe:")) {
      pipe(engine.uri().substring("npipe://".length()));
    } else {
      String answer = ask(address(engine));
      if (!answer.startsWith("HTTP/1.1 200") && !answer.startsWith("HTTP/1.0 200")) {
        throw new IOException("answered '" + answer.lines().findFirst().orElse("") + "'");
      }
    }
  }

  private static void pipe(String path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.replace('/', '\\'), "rw")) {
      if (!file.getFD().valid()) {
        throw new IOException("no pipe");
      }
    }
  }

  private static SocketAddress address(EngineAddress engine) throws IOException {
    if (engine.isSocket()) {
      return UnixDomainSocketAddress.of(engine.socket());
    }
    URI uri = URI.create(engine.uri());
    if (uri.getHost() == null) {
      throw new IOException("no address of an engine");
    }
    return new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? 2375 : uri.getPort());
  }

  private static String ask(SocketAddress address) throws IOException {
    try (SocketChannel channel = open(address);
        Selector selector = Selector.open()) {
      channel.connect(address);
      channel.write(REQUEST.duplicate());
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ);
      if (selector.select(TIMEOUT.toMillis()) == 0) {
        throw new IOException("no answer within " + TIMEOUT.toSeconds() + " s");
      }
      ByteBuffer answer = ByteBuffer.allocate(ANSWER);
      channel.read(answer);
      return StandardCharsets.US_ASCII.decode(answer.flip()).toString();
    }
  }

  private static SocketChannel open(SocketAddress address) throws IOException {
    return address instanceof UnixDomainSocketAddress
        ? SocketChannel.open(StandardProtocolFamily.UNIX)
        : SocketChannel.open();
  }
}
