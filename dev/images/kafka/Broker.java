import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import org.apache.kafka.metadata.storage.Formatter;

/** Formats the storage when it is new, then is the broker: one virtual machine for both. */
public final class Broker {

  private Broker() {}

  /** Takes the server's properties and the id of the cluster. */
  public static void main(String[] arguments) throws Exception {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(Path.of(arguments[0]))) {
      properties.load(reader);
    }
    String data = properties.getProperty("log.dirs");
    if (!Files.exists(Path.of(data, "meta.properties"))) {
      new Formatter()
          .setClusterId(arguments[1])
          .setNodeId(Integer.parseInt(properties.getProperty("node.id")))
          .setControllerListenerName(properties.getProperty("controller.listener.names"))
          .setMetadataLogDirectory(data)
          .addDirectory(data)
          .run();
    }
    Kafka.main(new String[] {arguments[0]});
  }
}
