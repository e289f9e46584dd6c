package dev.trestle.host.edge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Passes the bytes of one connection on as they are. */
final class TcpRelay implements End.Owner, Acceptor.Connection {

  private final Acceptor acceptor;
  private final End consumer;
  private final End provider;
  private final Lateness lateness;
  private final Edge edge;
  private final EdgeWatch watch;

  private TcpRelay(SocketChannel accepted, Acceptor acceptor, Edge edge, EdgeWatch watch)
      throws IOException {
    this.acceptor = acceptor;
    this.edge = edge;
    this.watch = watch;
    this.lateness = new Lateness(acceptor, this);
    this.provider = End.connecting(acceptor.loop(), edge.port(), this);
    this.consumer = consumer(accepted);
  }

  private End consumer(SocketChannel accepted) throws IOException {
    try {
      return End.accepted(acceptor.loop(), accepted, this);
    } catch (IOException | RuntimeException e) {
      provider.reset();
      throw e;
    }
  }

  /** Passes a connection of an edge on. */
  static TcpRelay begin(SocketChannel accepted, Acceptor acceptor, Edge edge, EdgeWatch watch)
      throws IOException {
    return new TcpRelay(accepted, acceptor, edge, watch);
  }

  @Override
  public void received(End end, ByteBuffer bytes) {
    End other = other(end);
    if (end == provider) {
      lateness.pass(end, bytes, passed -> pass(end, other, passed));
    } else {
      watch.passed(edge);
      pass(end, other, bytes);
    }
  }

  private static void pass(End end, End other, ByteBuffer bytes) {
    other.send(bytes);
    if (other.isFull()) {
      end.pause();
    }
  }

  @Override
  public void finished(End end) {
    other(end).finish();
  }

  @Override
  public void closed(End end) {
    if (other(end).isClosed()) {
      acceptor.over(this);
    }
  }

  @Override
  public void drained(End end) {
    if (end == provider || lateness.isNone()) {
      other(end).resume();
    }
  }

  @Override
  public void broken(End end, IOException why) {
    reset();
    acceptor.over(this);
  }

  @Override
  public void reset() {
    consumer.reset();
    provider.reset();
  }

  private End other(End end) {
    return end == consumer ? provider : consumer;
  }
}
