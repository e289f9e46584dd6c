package dev.trestle.host.standin;

import dev.trestle.host.compose.ComposeService;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** A known product that runs in its own image: how the test reaches it from outside. */
public interface Contained {

  /**
   * The container's port that takes connections from outside in place of another.
   *
   * @param port the port that containers use
   */
  int outside(int port);

  /**
   * Variables that its container is given besides those of the Compose file.
   *
   * @param service the service
   * @param local the loopback port where it is published
   */
  Map<String, String> variables(ComposeService service, int local);

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
