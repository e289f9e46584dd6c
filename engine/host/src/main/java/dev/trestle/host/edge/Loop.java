package dev.trestle.host.edge;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The one thread that moves the bytes of all edges. All that stands on an edge runs on it, so none
 * of it needs a lock, and none of it may wait.
 */
final class Loop implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Loop.class.getName());
  private static final int BUFFER = 64 * 1024;
  private static final long END_MILLIS = 2_000;

  /** What a key that is ready is attached to. */
  interface Handler {

    /** Does what the key is ready for; never waits, never throws. */
    void ready(SelectionKey key);
  }

  private record Timer(long nanos, long number, Runnable task) implements Comparable<Timer> {

    @Override
    public int compareTo(Timer other) {
      long apart = nanos == other.nanos ? number - other.number : nanos - other.nanos;
      return Long.signum(apart);
    }
  }

  private final Selector selector;
  private final Thread thread = new Thread(this::run, "edges");
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Timer> timers = new PriorityQueue<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private volatile boolean closed;
  private long timersSoFar;

  private Loop() throws IOException {
    selector = Selector.open();
    thread.setDaemon(true);
  }

  /** A loop that runs. */
  static Loop start() throws IOException {
    Loop loop = new Loop();
    loop.thread.start();
    return loop;
  }

  /** A buffer that is empty, and free until the handler returns. */
  ByteBuffer buffer() {
    return buffer.clear();
  }

  /** Runs a task on the loop's thread; may be called from any. */
  void execute(Runnable task) {
    tasks.add(task);
    if (Thread.currentThread() != thread) {
      selector.wakeup();
    }
  }

  /** Runs a task later; those of one time run in the order in which they were given. */
  void later(long millis, Runnable task) {
    timers.add(new Timer(System.nanoTime() + millis * 1_000_000, timersSoFar++, task));
  }

  /** Has a handler told when a channel is ready. */
  SelectionKey register(SelectableChannel channel, int operations, Handler handler)
      throws IOException {
    channel.configureBlocking(false);
    return channel.register(selector, operations, handler);
  }

  /** Lets a channel go that is to be used by another thread from now on. */
  static void release(SelectionKey key) throws IOException {
    key.cancel();
    key.channel().configureBlocking(true);
  }

  private void run() {
    try {
      while (!closed) {
        selector.select(Loop::ready, patience());
        runTimers();
        runTasks();
      }
    } catch (IOException | RuntimeException | Error e) {
      LOG.log(Logger.Level.ERROR, "The edges do not work any more.", e);
    } finally {
      end();
    }
  }

  /** Nobody may wait for a loop that does not run, so everything that it holds is closed. */
  private void end() {
    closed = true;
    runTasks();
    selector.keys().forEach(Loop::close);
    try {
      selector.close();
    } catch (IOException e) {
      LOG.log(Logger.Level.WARNING, "The selector of the edges could not be closed.", e);
    }
  }

  /** How many channels it holds, those that take connections included. */
  int channels() {
    return selector.isOpen() ? selector.keys().size() : 0;
  }

  private long patience() {
    Timer next = timers.peek();
    return next == null ? 0 : Math.max(1, (next.nanos() - System.nanoTime()) / 1_000_000 + 1);
  }

  private static void ready(SelectionKey key) {
    if (!key.isValid()) {
      return;
    }
    try {
      ((Handler) key.attachment()).ready(key);
    } catch (RuntimeException | Error e) {
      // One connection must not take all edges with it.
      LOG.log(Logger.Level.ERROR, "A connection on an edge is cut after an error of its proxy.", e);
      close(key);
    }
  }

  private static void runSafely(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      LOG.log(Logger.Level.ERROR, "An error of an edge proxy.", e);
    }
  }

  /** Those that are there by now: one that gives another must not keep the connections waiting. */
  private void runTasks() {
    if (tasks.isEmpty()) {
      return;
    }
    List<Runnable> now = new ArrayList<>();
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      now.add(task);
    }
    now.forEach(Loop::runSafely);
    if (!tasks.isEmpty()) {
      selector.wakeup();
    }
  }

  private void runTimers() {
    long now = System.nanoTime();
    while (!timers.isEmpty() && timers.element().nanos() - now <= 0) {
      runSafely(timers.remove().task());
    }
  }

  private static void close(SelectionKey key) {
    try {
      key.channel().close();
    } catch (IOException e) {
      LOG.log(Logger.Level.WARNING, "A connection on an edge could not be closed.", e);
    }
  }

  /** Closes every channel and ends the thread; without effect the second time. */
  @Override
  public void close() {
    closed = true;
    selector.wakeup();
    try {
      thread.join(END_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
