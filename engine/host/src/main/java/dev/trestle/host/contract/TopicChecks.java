package dev.trestle.host.contract;

import dev.trestle.contract.AsyncApi;
import dev.trestle.host.topic.TopicMessage;
import dev.trestle.host.topic.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

  /** Reads to the end; how many readers did not get there. */
  int finish() {
    int left = 0;
    for (TopicReader reader : readers) {
      left += reader.finish(BOUND) ? 0 : 1;
    }
    readers.clear();
    return left;
  }

  @Override
  public void close() {
    readers.forEach(TopicReader::close);
    readers.clear();
  }
}
