package dev.trestle.host.container;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Another address of an engine, at which it can be stopped while others go on using it. */
public final class EngineRelay implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final Path socket;
  private final ServerSocketChannel server;
  private volatile boolean hangs;
  private final Queue<Channel> open = new ConcurrentLinkedQueue<>();

  private EngineRelay(Path socket) throws IOException {
    this.socket = socket;
    this.server =
        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    start(this::accept);
  }

  /** A relay to an engine with a socket. */
  public static EngineRelay toOrSkip(EngineUnderTest engine) throws IOException {
    assumeTrue(engine.address().isSocket(), "Skipped: the engine has no socket.");
    return new EngineRelay(engine.address().socket());
  }

  /** The address, as {@code DOCKER_HOST} takes it. */
  public String uri() {
    return "tcp://127.0.0.1:" + server.socket().getLocalPort();
  }

  private void accept() throws IOException {
    while (server.isOpen()) {
      SocketChannel client = server.accept();
      SocketChannel engine = SocketChannel.open(UnixDomainSocketAddress.of(socket));
      open.add(client);
      open.add(engine);
      start(() -> pass(client, engine));
      start(() -> pass(engine, client));
    }
  }

  private void pass(ByteChannel from, SocketChannel to) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    while (from.read(buffer) >= 0) {
      buffer.flip();
      while (buffer.hasRemaining() && !hangs) {
        to.write(buffer);
      }
      buffer.clear();
    }
    to.shutdownOutput();
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // The other side is gone, or the relay is closed.
              }
            },
            "engine-relay");
    thread.setDaemon(true);
    thread.start();
  }

  /** From now on the engine takes what is said and answers nothing. */
  public void hang() {
    hangs = true;
  }

  /** The engine answers no more at this address. */
  @Override
  public void close() throws IOException {
    server.close();
    for (Channel channel : open) {
      channel.close();
    }
  }
}
