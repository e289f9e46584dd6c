package dev.trestle.host.contract;

import dev.trestle.contract.AsyncApi;
import dev.trestle.host.topic.TopicMessage;
import dev.trestle.host.topic.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;

/** The readers of a run's topics. Safe for use by many threads. */
final class TopicChecks implements AutoCloseable {

  private static final Duration BOUND = Duration.ofSeconds(10);

  private final List<TopicReader> readers = new CopyOnWriteArrayList<>();

  /**
   * Begins to read the topics that a document describes.
   *
   * @param contract who publishes where
   * @param api the document
   * @param since what was sent before does not count
   * @param heard hears of each message and what checks it
   */
  void begin(
      MessageContract contract,
      AsyncApi api,
      Instant since,
      BiConsumer<TopicMessage, MessageChecks> heard) {
    MessageChecks checks = new MessageChecks(contract, api);
    readers.add(
        TopicReader.start(
            contract.servers(), since, checks::covers, message -> heard.accept(message, checks)));
  }

  /** Reads all to the end at the same time; how many readers did not get there. */
  int finish() {
    List<FutureTask<Boolean>> ends = new ArrayList<>();
    for (TopicReader reader : readers) {
      FutureTask<Boolean> end = new FutureTask<>(() -> reader.finish(BOUND));
      ends.add(end);
      Thread thread = new Thread(end, "topics-end");
      thread.setDaemon(true);
      thread.start();
    }
    try {
      int left = 0;
      for (FutureTask<Boolean> end : ends) {
        left += isWhole(end) ? 0 : 1;
      }
      return left;
    } finally {
      close();
    }
  }

  /** Waits for no longer than a reader is given. */
  private static boolean isWhole(FutureTask<Boolean> end) {
    try {
      return end.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("The topics could not be read to their end.", e);
    }
  }

  @Override
  public void close() {
    readers.forEach(TopicReader::close);
    readers.clear();
  }
}
