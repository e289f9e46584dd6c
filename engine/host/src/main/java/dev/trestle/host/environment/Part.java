package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.protocol.ServiceDescription;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One service of an environment, whatever it is made of. */
interface Part {

  /** The service as the Compose file describes it. */
  ComposeService service();

  /** What it is to the test. */
  ServiceDescription.Kind kind();

  /** How long it takes to start, in milliseconds and roughly; the slowest is started first. */
  int startMillis();

  /** Starts it. */
  void start() throws StartFailure, InterruptedException;

  /** Waits until it is ready. */
  void awaitReady() throws StartFailure, InterruptedException;

  /** What a client needs beyond its address. */
  Map<String, String> properties();

  /** Its process, whose end is its death. */
  Optional<Process> process();

  /** What keeps it from being ready now, null when nothing does. */
  @Nullable String trouble();

  /** Stops it; bounded, and without effect when it does not run. */
  void stop();
}
