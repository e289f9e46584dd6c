package dev.trestle.host.container;

import java.lang.System.Logger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.testcontainers.DockerClientFactory;

/**
 * Testcontainers' own janitor, a container that removes what carries our labels when this process
 * is gone. It is a second belt: the host removes what is its own, and the next host what it left.
 */
final class Ryuk {

  /** The image that this version of Testcontainers starts. */
  static final String IMAGE = "testcontainers/ryuk:0.14.0";

  private static final Logger LOG = System.getLogger(Ryuk.class.getName());

  private Ryuk() {}

  static boolean isDisabled() {
    return Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"));
  }

  /** The labels that it looks for. */
  static Map<String, String> labels() {
    if (isDisabled()) {
      return Map.of();
    }
    Map<String, String> labels = new LinkedHashMap<>(DockerClientFactory.DEFAULT_LABELS);
    labels.put(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL, DockerClientFactory.SESSION_ID);
    return labels;
  }

  /**
   * Starts it aside; without it things go on. Its image is fetched before, since Testcontainers
   * does that under a lock that whoever makes a container needs, and tries for minutes.
   */
  static void start(Images images) {
    if (isDisabled()) {
      return;
    }
    Thread thread = new Thread(() -> run(images), "ryuk");
    thread.setDaemon(true);
    thread.start();
  }

  private static void run(Images images) {
    try {
      images.fetch(IMAGE);
      String version = DockerClientFactory.instance().client().versionCmd().exec().getVersion();
      LOG.log(Logger.Level.DEBUG, "Ryuk watches the engine of version {0}.", version);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ContainerException | RuntimeException | LinkageError e) {
      LOG.log(Logger.Level.INFO, "Ryuk does not run, and is not needed: {0}", e.getMessage());
    }
  }
}
