package dev.trestle.host.standin;

import static java.util.stream.Collectors.joining;

import dev.trestle.protocol.ServiceDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

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
  public boolean tellsItsAddress() {
    return true;
  }

  @Override
  public int startMillis() {
    return 2_000;
  }

  @Override
  public Optional<Contained> contained() {
    return Optional.of(new ContainedKafka());
  }

  @Override
  public RunningStandIn start(StandInRequest request) throws IOException, InterruptedException {
    Path properties = request.folder().resolve("server.properties");
    Files.writeString(properties, properties(request));
    return RunningKafka.start(request, command(properties));
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

  /** One listener for each consumer on an edge, who is told the edge's address. */
  private static String each(
      StandInRequest request,
      List<StandInRequest.Listener> listeners,
      Function<StandInRequest.Listener, String> address) {
    StringBuilder all = new StringBuilder("PLAINTEXT://127.0.0.1:" + request.port());
    List<String> names = names(listeners);
    for (int i = 0; i < names.size(); i++) {
      all.append(",").append(names.get(i)).append("://").append(address.apply(listeners.get(i)));
    }
    return all.toString();
  }

  private static List<String> names(List<StandInRequest.Listener> listeners) {
    return IntStream.rangeClosed(1, listeners.size()).mapToObj(i -> "EDGE" + i).toList();
  }

  private static String properties(StandInRequest request) {
    String controller = "127.0.0.1:" + request.freePorts().getAsInt();
    List<StandInRequest.Listener> listeners = request.listeners();
    return String.join(
        "\n",
        "process.roles=broker,controller",
        "node.id=1",
        "controller.quorum.voters=1@" + controller,
        "listeners="
            + each(request, listeners, listener -> "127.0.0.1:" + listener.port())
            + (",CONTROLLER://" + controller),
        "advertised.listeners=" + each(request, listeners, StandInRequest.Listener::shown),
        "inter.broker.listener.name=PLAINTEXT",
        "controller.listener.names=CONTROLLER",
        "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"
            + names(listeners).stream().map(n -> "," + n + ":PLAINTEXT").collect(joining()),
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
