package dev.trestle.host.topic;

import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;

/**
 * Reads the topics of a Kafka broker from a time on, on a thread of its own and as a consumer
 * without a group, so that nobody's consumption is touched.
 */
public final class TopicReader implements AutoCloseable {

  private static final Logger LOG = System.getLogger(TopicReader.class.getName());

  private final Instant since;
  private final String servers;
  private final Predicate<String> topics;
  private final Consumer<TopicMessage> listener;
  private final CountDownLatch atEnd = new CountDownLatch(1);
  private volatile boolean finishing;
  private volatile boolean whole;
  private final Thread thread = new Thread(this::run, "topics");

  private TopicReader(
      String servers, Instant since, Predicate<String> topics, Consumer<TopicMessage> listener) {
    this.since = since;
    this.servers = servers;
    this.topics = topics;
    this.listener = listener;
    thread.setDaemon(true);
  }

  /**
   * Begins to read; returns at once.
   *
   * @param servers the broker's address
   * @param since what was sent before is not read
   * @param topics which topics are read, also those that are made later
   * @param listener hears each message, on the reader's thread
   */
  public static TopicReader start(
      String servers, Instant since, Predicate<String> topics, Consumer<TopicMessage> listener) {
    TopicReader reader = new TopicReader(servers, since, topics, listener);
    reader.thread.start();
    return reader;
  }

  private void run() {
    try (Subscription subscription = new Subscription(servers, topics, since)) {
      while (!Thread.currentThread().isInterrupted()) {
        boolean last = finishing;
        subscription.poll(listener);
        if (last && subscription.isAtEnd(listener)) {
          whole = subscription.isWhole();
          return;
        }
      }
    } catch (KafkaException e) {
      LOG.log(Logger.Level.INFO, "The topics of " + servers + " are read no more.", e);
    } catch (InterruptedException e) {
      // It was closed.
    } finally {
      atEnd.countDown();
    }
  }

  /**
   * Reads to the end of the topics and ends; false when it has not read all within the bound.
   *
   * @param bound how long it may take
   */
  public boolean finish(Duration bound) {
    finishing = true;
    try {
      return atEnd.await(bound.toMillis(), TimeUnit.MILLISECONDS) && whole;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      close();
    }
  }

  /** Ends at once. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
