package dev.trestle.steps.messaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import org.apache.kafka.metadata.storage.Formatter;

/** Kafka as a child process of a test, which ends with its standard input. */
public final class BrokerMain {

  private static final String CLUSTER = "dHJlc3RsZXRyZXN0bGU";

  private BrokerMain() {}

  /**
   * Formats the broker's folder and starts it.
   *
   * @param arguments the broker's {@code server.properties}
   * @throws Exception what Kafka's formatter throws
   */
  public static void main(String[] arguments) throws Exception {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(Path.of(arguments[0]))) {
      properties.load(reader);
    }
    String data = properties.getProperty("log.dirs");
    new Formatter()
        .setClusterId(CLUSTER)
        .setNodeId(1)
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(data)
        .addDirectory(data)
        .run();
    Thread watch = new Thread(BrokerMain::endWithParent, "parent-watch");
    watch.setDaemon(true);
    watch.start();
    Kafka.main(arguments);
  }

  private static void endWithParent() {
    try {
      int read = System.in.read();
      while (read >= 0) {
        read = System.in.read();
      }
    } catch (IOException e) {
      // A broken stream is an ended one.
    }
    Runtime.getRuntime().halt(0);
  }
}
