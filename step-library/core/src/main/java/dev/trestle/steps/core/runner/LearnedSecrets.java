package dev.trestle.steps.core.runner;

import dev.trestle.protocol.HostClient;
import dev.trestle.protocol.Json;
import dev.trestle.protocol.Secrets;
import dev.trestle.protocol.SharedSecrets;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Secrets that one of host and runner came to know, told to the other: the host's at the run's
 * beginning, the runner's among its messages, each before the first message that may have it.
 */
final class LearnedSecrets {

  private final Queue<String> untold = new ConcurrentLinkedQueue<>();

  private LearnedSecrets() {}

  /**
   * What the host knows is masked here too, and what is learned here from now on is to be told.
   *
   * @throws RunRefusal when the host does not say what it knows, since results would show it
   */
  static LearnedSecrets sharedBy(HostClient host) {
    LearnedSecrets learned = new LearnedSecrets();
    try {
      SharedSecrets shared = host.secrets();
      Secrets.alsoNamed(shared.names());
      shared.values().forEach(Secrets::learnTold);
    } catch (
        RuntimeException e) { // No host, a refusal, or an answer that is not what it has to be.
      throw new RunRefusal(
          "No scenario was run: the Trestle host did not say which values are secret.\n"
              + (String.valueOf(e.getMessage()).strip() + "\n")
              + "Without them, results and reports would show secrets.\n"
              + "Log: target/trestle/logs/host.log.\n"
              + "Run again; report it if it happens twice.");
    }
    Secrets.tellTo(learned.untold::add);
    return learned;
  }

  /** A stream in which a line about new secrets goes before each message. */
  OutputStream before(OutputStream messages) {
    return new FilterOutputStream(messages) {

      private boolean within;

      @Override
      public void write(int b) throws IOException {
        begin();
        out.write(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        begin();
        out.write(bytes, offset, length);
      }

      @Override
      public void flush() throws IOException {
        within = false;
        out.flush();
      }

      private void begin() throws IOException {
        if (!within) {
          within = true;
          out.write(line());
        }
      }
    };
  }

  private byte[] line() {
    if (untold.isEmpty()) {
      return new byte[0];
    }
    List<String> values = new ArrayList<>();
    for (String value = untold.poll(); value != null; value = untold.poll()) {
      values.add(value);
    }
    Map<String, ?> message = Map.of(SharedSecrets.MESSAGE, Map.of("values", values));
    return (Json.write(message) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
