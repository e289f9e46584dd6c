package dev.trestle.host.standin;

import dev.trestle.protocol.ServiceDescription;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * A product that runs without Docker in place of a container image; found with {@link
 * java.util.ServiceLoader}.
 */
public interface StandIn {

  /**
   * The repositories of the images it stands in for, without registry and tag, such as {@code
   * postgres} or {@code apache/kafka}.
   */
  Set<String> images();

  /** What it is to the test. */
  ServiceDescription.Kind kind();

  /** The port that the image listens on when the Compose file does not say. */
  int port();

  /**
   * Whether its clients connect to the address that it tells them, as those of Kafka do, and not to
   * the one that they were given. Such a stand-in is asked for a listener for each consumer.
   */
  default boolean tellsItsAddress() {
    return false;
  }

  /**
   * How much longer it takes to start than others; the slowest is started first.
   *
   * @return milliseconds, roughly
   */
  int startMillis();

  /** What the product needs when its image itself runs, in the container runtime. */
  default Optional<Contained> contained() {
    return Optional.empty();
  }

  /**
   * Starts it; returns when it takes connections.
   *
   * @param request where, and for which service
   * @throws IOException when it does not start
   * @throws InterruptedException when the start is given up
   */
  RunningStandIn start(StandInRequest request) throws IOException, InterruptedException;
}
