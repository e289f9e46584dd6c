package dev.trestle.host.standin;

import dev.trestle.protocol.ServiceDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Apache Kafka, one broker that is its own controller, from its own jars. */
public final class KafkaStandIn implements StandIn {

  @Override
  public Set<String> images() {
    return Set.of(
        "apache/kafka",
        "apache/kafka-native",
        "bitnami/kafka",
        "confluentinc/cp-kafka",
        "confluentinc/confluent-local");
  }

  @Override
  public ServiceDescription.Kind kind() {
    return ServiceDescription.Kind.BROKER;
  }

  @Override
  public int port() {
    return 9092;
  }

  @Override
  public int startMillis() {
    return 2_000;
  }

  @Override
  public RunningStandIn start(StandInRequest request) throws IOException, InterruptedException {
    Path properties = request.folder().resolve("server.properties");
    Files.writeString(properties, properties(request));
    Process process = request.processes().start(new ProcessBuilder(command(properties)));
    RunningKafka running = new RunningKafka(process, request.port());
    running.awaitConnections(request.timeout());
    return running;
  }

  private static List<String> command(Path properties) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
        "-cp",
        System.getProperty("java.class.path"),
        KafkaMain.class.getName(),
        properties.toString());
  }

  private static String properties(StandInRequest request) {
    String address = "127.0.0.1:" + request.port();
    String controller = "127.0.0.1:" + request.freePorts().getAsInt();
    return String.join(
        "\n",
        "process.roles=broker,controller",
        "node.id=1",
        "controller.quorum.voters=1@" + controller,
        "listeners=PLAINTEXT://" + address + ",CONTROLLER://" + controller,
        "advertised.listeners=PLAINTEXT://" + address,
        "controller.listener.names=CONTROLLER",
        "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "log.dirs=" + request.folder().resolve("data").toString().replace('\\', '/'),
        "num.network.threads=2",
        "num.io.threads=2",
        "auto.create.topics.enable=true",
        "group.initial.rebalance.delay.ms=0",
        "offsets.topic.num.partitions=1",
        "offsets.topic.replication.factor=1",
        "transaction.state.log.num.partitions=1",
        "transaction.state.log.replication.factor=1",
        "transaction.state.log.min.isr=1",
        "share.coordinator.state.topic.num.partitions=1",
        "share.coordinator.state.topic.replication.factor=1",
        "share.coordinator.state.topic.min.isr=1",
        "");
  }
}
