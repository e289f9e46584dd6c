package dev.trestle.host.edge;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection that passes an edge; used on the loop's thread only. Its two directions
 * end separately, and it is closed when both have ended.
 */
final class End implements Loop.Handler {

  /** The reader of the other end pauses when so many bytes wait to be sent here. */
  private static final int MOST_WAITING = 256 * 1024;

  /** A peer that was sent everything has so long to end, if it sends nothing; as nginx does. */
  private static final long LINGER_MILLIS = 5_000;

  /** How many such periods there are at most for a peer that goes on sending. */
  private static final int MOST_LINGERS = 6;

  /** Hears what happens at an end. */
  interface Owner {

    /** Bytes came; what is left of them when this returns is gone. */
    void received(End end, ByteBuffer bytes);

    /** The other side sends no more. */
    void finished(End end);

    /** All that was to be sent is sent. */
    void drained(End end);

    /** Both directions have ended in good order, and the connection is closed. */
    void closed(End end);

    /** The connection was cut, or could not be made. */
    void broken(End end, IOException why);
  }

  private final Loop loop;
  private final SocketChannel channel;
  private final SelectionKey key;
  private final Owner owner;
  private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
  private int waitingBytes;
  private boolean connected;
  private boolean paused;
  private boolean inputOver;
  private boolean outputOver;
  private @Nullable IOException notSent;
  private boolean gone;
  private boolean lingers;
  private boolean active;

  private End(Loop loop, SocketChannel channel, Owner owner, boolean connected) throws IOException {
    this.loop = loop;
    this.channel = channel;
    this.owner = owner;
    this.connected = connected;
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    int operations = connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT;
    this.key = loop.register(channel, operations, this);
  }

  /** The end of a connection that was accepted. */
  static End accepted(Loop loop, SocketChannel channel, Owner owner) throws IOException {
    return new End(loop, channel, owner, true);
  }

  /** The end of a connection that is being made; what is sent before it is there waits. */
  static End connecting(Loop loop, int port, Owner owner) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.configureBlocking(false);
      boolean connected = channel.connect(Loopback.at(port));
      return new End(loop, channel, owner, connected);
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void ready(SelectionKey ready) {
    if (!ready.isValid()) {
      return;
    }
    try {
      if (ready.isConnectable()) {
        channel.finishConnect();
        connected = true;
        flush();
      } else {
        if (ready.isWritable()) {
          flush();
        }
        if (ready.isValid() && ready.isReadable()) {
          read();
        }
      }
    } catch (IOException e) {
      breaks(e);
    } catch (RuntimeException | Error e) {
      reset();
      owner.broken(this, new IOException("the edge proxy failed", e));
      throw e; // the loop tells of it
    }
  }

  /** One read of one buffer for each turn, so that no connection keeps the others waiting. */
  private void read() throws IOException {
    ByteBuffer bytes = loop.buffer();
    int count = channel.read(bytes);
    if (count >= 0) {
      active = true;
      if (!lingers) {
        owner.received(this, bytes.flip());
      }
    } else if (notSent != null) {
      throw notSent; // what the other side had still said is read
    } else {
      inputOver = true;
      listen();
      if (!lingers) {
        owner.finished(this);
      }
      closeWhenOver();
    }
  }

  /** Sends all of the bytes, at once as far as they are taken. */
  void send(ByteBuffer bytes) {
    if (channel.isOpen() && !outputOver && notSent == null) {
      try {
        if (connected && waiting.isEmpty()) {
          channel.write(bytes);
        }
        if (bytes.hasRemaining()) {
          ByteBuffer copy = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
          waitingBytes += copy.remaining();
          waiting.add(copy);
          listen();
        }
      } catch (IOException e) {
        cannotSend(e);
      }
    }
    bytes.position(bytes.limit());
  }

  /** What the other side said before it was gone is read first, as its peer would. */
  private void cannotSend(IOException why) {
    notSent = why;
    waiting.clear();
    waitingBytes = 0;
    if (inputOver) {
      loop.execute(() -> breaks(why));
    } else {
      listen();
    }
  }

  private void breaks(IOException why) {
    if (!gone) { // a channel that could not connect has closed itself
      reset();
      if (!lingers) {
        owner.broken(this, why);
      }
    }
  }

  /** Whether the reader of the other end should pause. */
  boolean isFull() {
    return waitingBytes > MOST_WAITING;
  }

  /** Whether the other side sends no more. */
  boolean isInputOver() {
    return inputOver;
  }

  /** Whether both directions have ended, or the connection was cut. */
  boolean isClosed() {
    return !channel.isOpen();
  }

  /** Whether the connection has not been made. */
  boolean isUnmade() {
    return !connected;
  }

  /** Reads no more until {@link #resume}. */
  void pause() {
    paused = true;
    listen();
  }

  /** Reads again. */
  void resume() {
    paused = false;
    listen();
  }

  /** Sends no more after what waits. */
  void finish() {
    if (!outputOver && channel.isOpen()) {
      outputOver = true;
      try {
        shutDownOutput();
      } catch (IOException e) {
        cannotSend(e);
      }
    }
  }

  /**
   * Closes after what waits is sent. Closing at once would make a reset of what the other side
   * still sends, which can take the last of the answer with it.
   */
  void close() {
    if (!connected) {
      closeChannel();
      return;
    }
    lingers = true;
    paused = false;
    finish();
    listen();
    closeWhenOver();
    if (channel.isOpen()) {
      linger(MOST_LINGERS);
    }
  }

  private void linger(int periods) {
    active = false;
    loop.later(
        LINGER_MILLIS,
        () -> {
          if (active && periods > 1) {
            linger(periods - 1);
          } else {
            closeChannel();
          }
        });
  }

  /** Cuts the connection: the other side sees a reset. */
  void reset() {
    try {
      if (channel.isOpen()) {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      }
    } catch (IOException e) {
      // It is gone already.
    }
    closeChannel();
  }

  /** What waits to be sent. */
  byte[] unsent() {
    ByteBuffer all = ByteBuffer.allocate(waitingBytes);
    waiting.forEach(all::put);
    return all.array();
  }

  /** The channel, for another thread; this end is of no use any more. */
  SocketChannel release() throws IOException {
    Loop.release(key);
    return channel;
  }

  private void flush() throws IOException {
    while (!waiting.isEmpty()) {
      ByteBuffer next = waiting.element();
      try {
        int count = channel.write(next);
        active |= count > 0;
        waitingBytes -= count;
      } catch (IOException e) {
        cannotSend(e);
        return;
      }
      if (next.hasRemaining()) {
        break;
      }
      waiting.remove();
    }
    listen();
    if (waiting.isEmpty()) {
      if (outputOver) {
        shutDownOutput();
      }
      if (channel.isOpen() && !lingers) {
        owner.drained(this);
      }
    }
  }

  private void shutDownOutput() throws IOException {
    if (waiting.isEmpty() && connected && channel.isOpen()) {
      channel.shutdownOutput();
      closeWhenOver();
    }
  }

  private void closeWhenOver() {
    if (inputOver && outputOver && waiting.isEmpty() && channel.isOpen()) {
      closeChannel();
      if (!lingers) {
        owner.closed(this);
      }
    }
  }

  private void listen() {
    if (!key.isValid()) {
      return;
    }
    if (!connected) {
      key.interestOps(SelectionKey.OP_CONNECT);
      return;
    }
    int read = paused || inputOver ? 0 : SelectionKey.OP_READ;
    int write = waiting.isEmpty() ? 0 : SelectionKey.OP_WRITE;
    if (key.interestOps() != (read | write)) {
      key.interestOps(read | write);
    }
  }

  private void closeChannel() {
    gone = true;
    waiting.clear();
    waitingBytes = 0;
    try {
      channel.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
