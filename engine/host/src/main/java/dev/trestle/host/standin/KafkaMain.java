package dev.trestle.host.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import org.apache.kafka.metadata.storage.Formatter;

/** The main class of Kafka's process: formats its folder, then is the broker. */
public final class KafkaMain {

  private static final String CLUSTER = "dHJlc3RsZXRyZXN0bGU";

  private KafkaMain() {}

  /**
   * Formats and starts a broker that ends with its standard input.
   *
   * @param arguments the broker's {@code server.properties}
   * @throws Exception what Kafka's formatter throws
   */
  public static void main(String[] arguments) throws Exception {
    format(Path.of(arguments[0]));
    Thread parent = new Thread(KafkaMain::endWithParent, "parent-watch");
    parent.setDaemon(true);
    parent.start();
    Kafka.main(arguments);
  }

  private static void format(Path file) throws Exception {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    String data = properties.getProperty("log.dirs");
    new Formatter()
        .setClusterId(CLUSTER)
        .setNodeId(1)
        .setIgnoreFormatted(true)
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(data)
        .addDirectory(data)
        .run();
  }

  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // The host writes nothing; the end of the stream is its end.
      }
    } catch (IOException e) {
      // A broken stream is an ended one.
    }
    Runtime.getRuntime().halt(0);
  }
}
