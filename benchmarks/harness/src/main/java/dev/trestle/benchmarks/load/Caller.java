package dev.trestle.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Puts a load on a server: a closed loop, in which each connection waits for its answer. */
public final class Caller {

  /** As many calls as a scenario makes. */
  private static final int PER_TRACE = 20;

  private static final AtomicLong CONNECTIONS = new AtomicLong(1);

  private final int port;
  private final Load load;
  private final Queue<String> traces = new ConcurrentLinkedQueue<>();

  /**
   * A caller.
   *
   * @param port the server's port on loopback
   * @param load how it is called
   */
  public Caller(int port, Load load) {
    this.port = port;
    this.load = load;
  }

  /** Calls for some time, on new connections. */
  public Latencies call(Duration time) throws IOException, InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    return call(done -> System.nanoTime() - end < 0);
  }

  /** Makes as many calls on each of its connections. */
  public Latencies call(int callsOfEach) throws IOException, InterruptedException {
    return call(done -> done < callsOfEach);
  }

  /** The trace ids that the calls so far had. */
  public List<String> traces() {
    return List.copyOf(traces);
  }

  private interface More {
    boolean isWanted(int done);
  }

  private Latencies call(More more) throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(load.connections());
    try {
      long begin = System.nanoTime();
      List<Callable<long[]>> loops = new ArrayList<>();
      for (int i = 0; i < load.connections(); i++) {
        loops.add(() -> loop(more));
      }
      List<long[]> each = new ArrayList<>();
      for (Future<long[]> loop : threads.invokeAll(loops)) {
        each.add(loop.get());
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      return new Latencies(each.stream().flatMapToLong(Arrays::stream).toArray(), seconds);
    } catch (ExecutionException e) {
      throw new IOException("A call to port " + port + " failed.", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private long[] loop(More more) throws IOException {
    EchoCall call = new EchoCall(port, load.bytes(), PER_TRACE, CONNECTIONS.getAndIncrement());
    long[] nanos = new long[1024];
    int done = 0;
    try (KeptConnection connection = new KeptConnection(port, load.bytes())) {
      while (more.isWanted(done)) {
        nanos = done < nanos.length ? nanos : Arrays.copyOf(nanos, 2 * done);
        long begin = System.nanoTime();
        connection.make(call);
        nanos[done++] = System.nanoTime() - begin;
      }
    }
    traces.addAll(call.traces());
    return Arrays.copyOf(nanos, done);
  }
}
