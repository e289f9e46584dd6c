package dev.trestle.host.container;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets the containers of one network reach loopback ports of this machine: it listens on the
 * network's own address here, which no other machine has, and takes connections from that network
 * only.
 */
final class Gate implements AutoCloseable {

  private static final int BACKLOG = 128;
  private static final long BACK_OFF_MILLIS = 100;

  private final InetAddress address;
  private final Predicate<InetAddress> members;
  private final Map<Integer, ServerSocket> open = new LinkedHashMap<>();
  private final List<Relay> relays = new ArrayList<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "gate");
            thread.setDaemon(true);
            return thread;
          });
  private boolean closed;

  /**
   * A gate without ports.
   *
   * @param address where to listen
   * @param members who may come in
   */
  Gate(InetAddress address, Predicate<InetAddress> members) {
    this.address = address;
    this.members = members;
  }

  /** The address as containers write it. */
  String host() {
    return address.getHostAddress();
  }

  /**
   * Opens a way to a loopback port, if there is none yet.
   *
   * @return the port of the gate
   */
  synchronized int open(int local) throws IOException {
    if (closed) {
      throw new IOException("The gate is closed.");
    }
    ServerSocket known = open.get(local);
    if (known == null) {
      known = new ServerSocket();
      known.bind(new InetSocketAddress(address, 0), BACKLOG);
      open.put(local, known);
      ServerSocket server = known;
      threads.execute(() -> accept(server, local));
    }
    return known.getLocalPort();
  }

  private void accept(ServerSocket server, int local) {
    while (!server.isClosed()) {
      Socket visitor = null;
      try {
        visitor = server.accept();
        if (members.test(visitor.getInetAddress())) {
          relay(visitor, local);
        } else {
          visitor.close();
        }
      } catch (Throwable e) {
        // The gate closes, a visitor left at once, or this process has no more descriptors or
        // threads. Whatever it is, the next visitor must find somebody who accepts.
        close(visitor);
        awaitRoom();
      }
    }
  }

  private static void close(@Nullable Socket visitor) {
    try {
      if (visitor != null) {
        visitor.close();
      }
    } catch (IOException e) {
      // It is gone all the same.
    }
  }

  /** What cannot be taken now would fail again at once, and the thread would spin. */
  private synchronized void awaitRoom() {
    try {
      if (!closed) {
        wait(BACK_OFF_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void relay(Socket visitor, int local) {
    Relay relay = new Relay(visitor, local, this::forget);
    synchronized (this) {
      if (closed) {
        relay.close();
        return;
      }
      relays.add(relay);
    }
    relay.start(threads);
  }

  private synchronized void forget(Relay relay) {
    relays.remove(relay);
    notifyAll();
  }

  @Override
  public void close() {
    List<Relay> left;
    synchronized (this) {
      closed = true;
      notifyAll();
      left = List.copyOf(relays);
      for (ServerSocket server : open.values()) {
        try {
          server.close();
        } catch (IOException e) {
          // It is gone all the same.
        }
      }
      open.clear();
    }
    left.forEach(Relay::close);
    threads.shutdownNow();
  }
}
