package dev.trestle.host.edge;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/** One end of a connection that passes an edge; used on the loop's thread only. */
final class End implements Loop.Handler {

  /** Who is read from waits when so much has not been taken by who is written to. */
  private static final int MOST_WAITING = 256 * 1024;

  /** Hears what happens at an end. */
  interface Owner {

    /** Bytes came; what is left of them when this returns is gone. */
    void received(End end, ByteBuffer bytes);

    /** The other side sends no more. */
    void finished(End end);

    /** All that was to be sent is sent. */
    void drained(End end);

    /** The connection was cut, or did not come about. */
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
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void ready(SelectionKey ready) {
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
      reset();
      owner.broken(this, e);
    } catch (RuntimeException e) {
      reset();
      owner.broken(this, new IOException("the edge proxy failed", e));
      throw e; // the loop tells of it
    }
  }

  private void read() throws IOException {
    ByteBuffer bytes = loop.buffer();
    int count = channel.read(bytes);
    if (count < 0) {
      inputOver = true;
      listen();
      owner.finished(this);
    } else {
      owner.received(this, bytes.flip());
    }
  }

  /** Sends bytes, at once as far as they are taken. A connection that is gone is told later. */
  void send(ByteBuffer bytes) {
    if (!channel.isOpen() || outputOver) {
      return;
    }
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
      loop.execute(() -> brokenLater(e));
    }
  }

  private void brokenLater(IOException why) {
    if (channel.isOpen()) {
      reset();
      owner.broken(this, why);
    }
  }

  /** Whether who is read from should wait. */
  boolean isFull() {
    return waitingBytes > MOST_WAITING;
  }

  /** Whether bytes can still be exchanged. */
  boolean isOpen() {
    return channel.isOpen();
  }

  /** Whether the other side sends no more. */
  boolean isInputOver() {
    return inputOver;
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
    if (!outputOver) {
      outputOver = true;
      try {
        shutDownOutput();
      } catch (IOException e) {
        loop.execute(() -> brokenLater(e));
      }
    }
  }

  /** Closes in good order what is sent; for an end from which nothing more is wanted. */
  void close() {
    if (waiting.isEmpty()) {
      closeChannel();
    } else {
      paused = true;
      inputOver = true;
      finish();
    }
  }

  /** Cuts the connection: the other side sees a reset. */
  void reset() {
    try {
      if (channel.isOpen() && connected) {
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
      waitingBytes -= channel.write(next);
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
      if (channel.isOpen()) {
        owner.drained(this);
      }
    }
  }

  private void shutDownOutput() throws IOException {
    if (!waiting.isEmpty() || !connected || !channel.isOpen()) {
      return;
    }
    if (inputOver) {
      closeChannel();
    } else {
      channel.shutdownOutput();
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
    waiting.clear();
    waitingBytes = 0;
    try {
      channel.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
