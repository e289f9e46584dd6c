package dev.trestle.host.standin;

import dev.trestle.host.compose.ComposeService;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A known product that runs in its own image: how the test reaches it from outside. */
public interface Contained {

  /**
   * What its container is given besides what the Compose file says.
   *
   * @param variables variables
   * @param ports the container's ports that take connections from outside, to loopback ports
   */
  record Opening(Map<String, String> variables, Map<Integer, Integer> ports) {}

  /**
   * How it takes connections from outside.
   *
   * @param service the service
   * @param port the port that containers use
   * @param local the loopback port where the test finds it
   * @param edges the listeners for consumers on edges, when the product tells its address
   */
  Opening open(ComposeService service, int port, int local, List<StandInRequest.Listener> edges);

  /**
   * Puts it in order once its container is healthy, before anyone uses it.
   *
   * @param service the service
   * @param local the loopback port where it is published
   * @param timeout how long that may take
   * @return what a client needs beyond its address, as {@code ServiceDescription} names it
   * @throws IOException when it refuses
   * @throws InterruptedException when the start is given up
   */
  Map<String, String> prepare(ComposeService service, int local, Duration timeout)
      throws IOException, InterruptedException;
}
