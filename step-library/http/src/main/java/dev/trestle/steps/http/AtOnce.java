package dev.trestle.steps.http;

import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.exchange.Exchange;
import dev.trestle.steps.core.exchange.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends requests at the same moment, each on a thread of its own. */
final class AtOnce {

  private AtOnce() {}

  /** The responses in the order of the requests; numbered from the first. */
  static List<Exchange> send(int first, List<Request> requests, Transport transport) {
    ExecutorService threads = Executors.newFixedThreadPool(requests.size());
    CyclicBarrier start = new CyclicBarrier(requests.size());
    try {
      List<Callable<Exchange>> calls = new ArrayList<>();
      for (Request request : requests) {
        int number = first + calls.size();
        calls.add(
            () -> {
              start.await();
              return transport.send(number, request);
            });
      }
      return answers(requests.get(0), threads.invokeAll(calls));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while requests were sent at once.", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Exchange> answers(Request request, List<Future<Exchange>> futures)
      throws InterruptedException {
    List<Exchange> answers = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (Future<Exchange> future : futures) {
      try {
        answers.add(future.get());
      } catch (ExecutionException e) {
        failures.add(e.getCause() == null ? e : e.getCause());
      }
    }
    if (!failures.isEmpty()) {
      throw unanswered(request, futures.size(), failures);
    }
    return answers;
  }

  private static StepFailure unanswered(Request request, int all, List<Throwable> failures) {
    Throwable first = failures.get(0);
    String log = request.target().log();
    return StepFailure.of(
            request.target().named()
                + " did not answer "
                + failures.size()
                + " of "
                + all
                + " times "
                + request.named()
                + " at once.")
        .evidence(request.url() + ", the first: " + first)
        .fix(
            (first instanceof IOException
                    ? "Find out whether the service can take so many requests at once."
                    : "This is an error in the step.")
                + (log.isEmpty() ? "" : " Its log: " + log))
        .causedBy(first);
  }
}
