package dev.trestle.cornershop.kit.testing;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real Kafka broker that the JVM shares, in a process of its own, reached through a relay that
 * can be cut; it needs {@code kafka_2.13} on the test class path.
 */
public final class TestBroker {
  private final TestRelay relay;

  private TestBroker(TestRelay relay) {
    this.relay = relay;
  }

  /** The broker; started at the first call, stopped with the JVM. */
  public static TestBroker shared() {
    return Shared.BROKER;
  }

  /** How to reach it, for {@code bootstrap.servers}. */
  public String servers() {
    return "127.0.0.1:" + relay.port();
  }

  /** Cuts everyone off. */
  public void cut() {
    relay.cut();
  }

  /** Lets everyone through again. */
  public void restore() {
    relay.restore();
  }

  private static TestBroker start() throws IOException {
    Path folder = Files.createTempDirectory("test-broker");
    int port = freePort();
    TestRelay relay = TestRelay.to(port);
    Path properties = folder.resolve("broker.properties");
    Files.writeString(properties, properties(folder, port, freePort(), relay.port()));
    Process process = launch(folder, properties);
    // Its standard input is closed when this JVM ends, however that happens, and so it ends too.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
    await("Kafka, see " + folder.resolve("log"))
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> accepts(port) || !process.isAlive());
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "Kafka does not start: " + Files.readString(folder.resolve("log")));
    }
    return new TestBroker(relay);
  }

  private static Process launch(Path folder, Path properties) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                BrokerProcess.class.getName(),
                properties.toString()));
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    File log = folder.resolve("log").toFile();
    return builder.redirectErrorStream(true).redirectOutput(log).start();
  }

  private static void stop(Process process) {
    try {
      process.getOutputStream().close();
      if (process.waitFor(5, TimeUnit.SECONDS)) {
        return;
      }
    } catch (IOException e) {
      // It has ended already.
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  private static String properties(Path folder, int port, int controllerPort, int advertised) {
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        controller.listener.names=CONTROLLER
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%3$d
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        log.dirs=%4$s
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=1
        group.initial.rebalance.delay.ms=0
        """
        .formatted(port, controllerPort, advertised, folder.resolve("data"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean accepts(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static final class Shared {
    static final TestBroker BROKER = startOrFail();

    private static TestBroker startOrFail() {
      try {
        return start();
      } catch (IOException e) {
        throw new UncheckedIOException("Kafka does not start", e);
      }
    }
  }
}
