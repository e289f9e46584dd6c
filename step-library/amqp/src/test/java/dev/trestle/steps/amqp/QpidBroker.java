package dev.trestle.steps.amqp;

import dev.trestle.protocol.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.qpid.server.SystemLauncher;

/** Apache Qpid Broker-J in this JVM, with everything in memory. */
final class QpidBroker implements AutoCloseable {

  private final SystemLauncher launcher = new SystemLauncher();
  private final int port;

  private QpidBroker(int port) {
    this.port = port;
  }

  static QpidBroker start(Path folder) throws Exception {
    QpidBroker broker = new QpidBroker(freePort());
    Path file = Files.writeString(folder.resolve("qpid.json"), Json.write(broker.configuration()));
    System.setProperty("QPID_WORK", folder.resolve("qpid").toString());
    broker.launcher.startup(
        Map.of(
            "type",
            "Memory",
            "initialConfigurationLocation",
            file.toUri().toString(),
            "startupLoggedToSystemOut",
            false));
    return broker;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Map<String, Object> configuration() {
    return Map.of(
        "name",
        "broker",
        "modelVersion",
        "9.1",
        "authenticationproviders",
        List.of(
            Map.of(
                "name",
                "plain",
                "type",
                "Plain",
                "secureOnlyMechanisms",
                List.of(),
                "users",
                List.of(Map.of("name", "guest", "password", "guest", "type", "managed")))),
        "ports",
        List.of(
            Map.of(
                "name",
                "AMQP",
                "type",
                "AMQP",
                "port",
                port,
                "bindingAddress",
                "127.0.0.1",
                "protocols",
                List.of("AMQP_0_9_1"),
                "authenticationProvider",
                "plain",
                "virtualhostaliases",
                List.of(
                    Map.of("name", "nameAlias", "type", "nameAlias"),
                    Map.of("name", "defaultAlias", "type", "defaultAlias")))),
        "virtualhostnodes",
        List.of(
            Map.of(
                "name",
                "default",
                "type",
                "Memory",
                "defaultVirtualHostNode",
                true,
                "virtualHostInitialConfiguration",
                "{\"type\": \"Memory\"}")));
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    launcher.shutdown();
  }
}
