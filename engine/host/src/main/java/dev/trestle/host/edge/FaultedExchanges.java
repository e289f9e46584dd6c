package dev.trestle.host.edge;

import dev.trestle.protocol.Fault;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of exchanges that faults change; none where there is no fault. */
final class FaultedExchanges implements AutoCloseable {

  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger atWork = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool(this::thread);

  private Thread thread(Runnable task) {
    Thread thread = new Thread(task, "fault-" + count.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /** How many exchanges go on. */
  int atWork() {
    return atWork.get();
  }

  /** Has a fault done to an exchange; on the loop's thread. */
  void begin(FaultedExchange exchange, Fault.Effect effect, Acceptor acceptor) {
    acceptor.add(exchange);
    atWork.incrementAndGet();
    try {
      threads.execute(
          () -> {
            try {
              exchange.run(effect);
            } finally {
              atWork.decrementAndGet();
              acceptor.loop().execute(() -> acceptor.over(exchange));
            }
          });
    } catch (RejectedExecutionException | OutOfMemoryError e) {
      atWork.decrementAndGet(); // the environment is being taken down, or no thread can begin
      exchange.reset();
      acceptor.over(exchange);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
