package dev.trestle.host.edge;

import java.io.IOException;
import java.lang.System.Logger;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Takes the connections of one edge and has each passed on. */
final class Acceptor implements EdgeProxy, Loop.Handler {

  private static final Logger LOG = System.getLogger(Acceptor.class.getName());
  private static final String STARVED =
      """
      The edge at 127.0.0.1:%d could not take a connection and tries again. This process probably \
      has too many open files; see 'ulimit -n'.""";
  private static final int BACKLOG = 512;
  private static final long SECONDS = 5;
  private static final int MOST_AT_ONCE = 64;
  private static final long BACK_OFF_MILLIS = 100;

  /** A connection that passes the edge. */
  interface Connection {

    /** Cuts both of its ends. */
    void reset();
  }

  /** Passes a connection on. */
  interface Passing {

    /** Begins with a connection that was accepted. */
    Connection begin(SocketChannel accepted, Acceptor acceptor) throws IOException;
  }

  private final Loop loop;
  private final ServerSocketChannel server;
  private final Passing passing;
  private final Runnable tried;
  private final int port;
  private final Set<Connection> connections = new HashSet<>();
  private Condition condition = Condition.WELL;
  private boolean starved;

  private Acceptor(Loop loop, ServerSocketChannel server, Passing passing, Runnable tried)
      throws IOException {
    this.loop = loop;
    this.server = server;
    this.passing = passing;
    this.tried = tried;
    this.port = server.socket().getLocalPort();
  }

  /**
   * Takes connections at a free port.
   *
   * @param tried hears of each connection, also of one that is cut
   */
  static Acceptor open(Loop loop, Passing passing, Runnable tried) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(Loopback.at(0), BACKLOG);
    Acceptor acceptor = new Acceptor(loop, server, passing, tried);
    loop.execute(acceptor::listen);
    return acceptor;
  }

  private void listen() {
    try {
      loop.register(server, SelectionKey.OP_ACCEPT, this);
    } catch (IOException e) {
      if (!server.isOpen()) {
        return; // it was closed before it began
      }
      LOG.log(Logger.Level.ERROR, "An edge takes no connections.", e);
    }
  }

  @Override
  public void ready(SelectionKey key) {
    try {
      for (int i = 0; i < MOST_AT_ONCE; i++) {
        SocketChannel next = server.accept();
        if (next == null) {
          return;
        }
        starved = false;
        take(next);
      }
    } catch (IOException e) {
      backOff(key, e);
    }
  }

  /** A connection that cannot be taken keeps the key ready, so that the loop would spin. */
  private void backOff(SelectionKey key, IOException why) {
    if (!server.isOpen()) {
      return;
    }
    if (!starved) {
      starved = true;
      LOG.log(Logger.Level.WARNING, STARVED.formatted(port), why);
    }
    key.interestOps(0);
    loop.later(
        BACK_OFF_MILLIS,
        () -> {
          if (key.isValid()) {
            key.interestOps(SelectionKey.OP_ACCEPT);
          }
        });
  }

  /** Whatever goes wrong with one connection, the edge takes the next one. */
  private void take(SocketChannel accepted) {
    tried.run();
    if (condition.cut()) {
      refuse(accepted);
      return;
    }
    try {
      connections.add(passing.begin(accepted, this));
    } catch (IOException e) {
      refuse(accepted);
    } catch (RuntimeException | Error e) {
      LOG.log(Logger.Level.ERROR, "A connection on an edge is cut after an error of its proxy.", e);
      refuse(accepted);
    }
  }

  private static void refuse(SocketChannel accepted) {
    try {
      accepted.setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException e) {
      // It is gone already.
    }
    try {
      accepted.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  Loop loop() {
    return loop;
  }

  /** How the connections are; on the loop's thread only. */
  Condition condition() {
    return condition;
  }

  /** A connection that another one has turned into. */
  void add(Connection connection) {
    connections.add(connection);
  }

  /** A connection is over. */
  void over(Connection connection) {
    connections.remove(connection);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void change(Condition changed) {
    onLoop(
        () -> {
          condition = changed;
          if (changed.cut()) {
            resetAll();
          }
          return true;
        });
  }

  @Override
  public boolean hasConnections() {
    return onLoop(() -> !connections.isEmpty());
  }

  private boolean onLoop(BooleanSupplier action) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    loop.execute(() -> done.complete(action.getAsBoolean()));
    try {
      return done.get(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The edge does not answer.", e);
    }
  }

  private void resetAll() {
    for (Connection connection : List.copyOf(connections)) {
      try {
        connection.reset();
      } catch (RuntimeException e) {
        LOG.log(Logger.Level.ERROR, "An error of an edge proxy.", e);
      }
    }
    connections.clear();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      LOG.log(Logger.Level.WARNING, "An edge could not be closed.", e);
    }
    loop.execute(this::resetAll);
  }
}
