package dev.trestle.host.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One connection through a gate. What happens to one side happens to the other: an end of the
 * stream, or a reset, so that a broken edge looks the same from a container.
 */
final class Relay implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final int CONNECT_MILLIS = 2_000;

  private final Socket visitor;
  private final Socket service = new Socket();
  private final int local;
  private final Consumer<Relay> whenOver;
  private final AtomicInteger ended = new AtomicInteger();

  Relay(Socket visitor, int local, Consumer<Relay> whenOver) {
    this.visitor = visitor;
    this.local = local;
    this.whenOver = whenOver;
  }

  void start(Executor threads) {
    try {
      threads.execute(() -> connect(threads));
    } catch (RejectedExecutionException e) {
      reset();
    }
  }

  private void connect(Executor threads) {
    try {
      visitor.setTcpNoDelay(true);
      service.setTcpNoDelay(true);
      service.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), local), CONNECT_MILLIS);
      threads.execute(() -> pass(service, visitor));
      pass(visitor, service);
    } catch (IOException | RejectedExecutionException e) {
      reset();
    }
  }

  private void pass(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
      to.shutdownOutput();
      if (ended.incrementAndGet() == 2) {
        close();
      }
    } catch (IOException e) {
      reset();
    }
  }

  /** Cuts both sides so that they notice at once. */
  private void reset() {
    try {
      visitor.setSoLinger(true, 0);
      service.setSoLinger(true, 0);
    } catch (IOException e) {
      // They are closed already.
    }
    close();
  }

  @Override
  public void close() {
    try (visitor;
        service) {
      whenOver.accept(this);
    } catch (IOException e) {
      // They are gone all the same.
    }
  }
}
