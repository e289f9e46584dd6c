package dev.trestle.host.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.compose.DependencyCondition;
import dev.trestle.host.compose.Position;
import dev.trestle.host.compose.Readiness;
import dev.trestle.host.compose.ToldEdge;
import dev.trestle.host.contract.ContractMode;
import dev.trestle.host.edge.InteractionReport;
import dev.trestle.host.edge.UnusedFaults;
import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Json;
import dev.trestle.protocol.Outage;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.protocol.ServiceLog;
import dev.trestle.protocol.StubMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class EnvironmentIT {

  @Test
  void a_service_is_ready_with_its_database_and_nothing_is_left() throws IOException {
    try (Bench bench = new Bench()) {
      ComposeProject project =
          Projects.of(
              bench.folder(),
              Projects.service("postgres")
                  .image("registry.example.com/library/postgres:17-alpine")
                  .env("POSTGRES_USER", "shop")
                  .env("POSTGRES_PASSWORD", "s3cret")
                  .databases("cart", "pricing"),
              Projects.service("cart")
                  .java(TinyService.class)
                  .env("DATABASE_URL", "jdbc:postgresql://postgres:5432/cart")
                  .env("DATABASE_USER", "shop")
                  .env("DATABASE_PASSWORD", "s3cret")
                  .dependsOn("postgres", DependencyCondition.SERVICE_HEALTHY)
                  .readyHttp("/health", Duration.ofSeconds(20)));

      Environment environment = bench.start(project);

      assertThat(bench.events())
          .containsExactly("postgres starting", "postgres ready", "cart starting", "cart ready");
      assertThat(bench.get("cart", "/database")).isEqualTo("200 database cart");
      ServiceDescription postgres = environment.description().service("postgres").orElseThrow();
      assertThat(postgres.kind()).isEqualTo(ServiceDescription.Kind.DATABASE);
      assertThat(postgres.endpoints()).containsOnlyKeys("5432");
      assertThat(postgres.properties())
          .containsAllEntriesOf(
              Map.of(
                  "jdbc.user",
                  "shop",
                  "jdbc.password",
                  "s3cret",
                  "databases",
                  "shop,cart,pricing"));
      bench.closeAndExpectNothingLeft();
    }
  }

  @Test
  void a_service_that_never_gets_ready_ends_the_start_with_the_evidence() throws IOException {
    try (Bench bench = new Bench()) {
      String message =
          bench.startAndFail(
              Projects.of(
                  bench.folder(),
                  Projects.service("pricing")
                      .java(TinyService.class)
                      .readyHttp("/sick", Duration.ofSeconds(3))));

      assertThat(message)
          .matches(
              "(?s)Service 'pricing' was not ready after 3 s\\.\\RGET"
                  + " http://127\\.0\\.0\\.1:[0-9]+/sick answered 503 \\(the last of [0-9]+"
                  + " tries\\)\\.\\RIts environment has PORT=[0-9]+: it has to listen there\\.\\R"
                  + "Log: target/trestle/logs/pricing\\.log; its last lines:\\R "
                  + " listening\\RFix the service, or say in services\\.pricing\\.x-trestle\\.ready"
                  + " in compose\\.yaml:41 how and when it is ready\\.");
      bench.closeAndExpectNothingLeft();
    }
  }

  @Test
  void a_service_that_ends_ends_the_start_at_once_and_takes_the_others_down() throws IOException {
    try (Bench bench = new Bench()) {
      String message =
          bench.startAndFail(
              Projects.of(
                  bench.folder(),
                  Projects.service("cart").java(TinyService.class),
                  Projects.service("slow").process("sh", "-c", "sleep 300"),
                  Projects.service("pricing")
                      .process("sh", "-c", "echo token=abcdef99; echo no >&2; exit 3")));

      assertThat(message)
          .contains("Service 'pricing' ended with exit code 3 before it was ready.")
          .contains("  token=*****")
          .contains("  no")
          .endsWith("Fix the service, or its command in compose.yaml:12.");
      assertThat(bench.recorded()).hasSizeBetween(1, 3);
      bench.closeAndExpectNothingLeft();
    }
  }

  @Test
  void a_program_that_is_missing_is_named() throws IOException {
    try (Bench bench = new Bench()) {
      String message =
          bench.startAndFail(
              Projects.of(bench.folder(), Projects.service("cart").process("./no-such-program")));

      assertThat(message)
          .startsWith("Service 'cart' could not be started.")
          .contains("./no-such-program")
          .endsWith(
              "Build the program, or fix services.cart.x-trestle.process in compose.yaml:12.");
      bench.closeAndExpectNothingLeft();
    }
  }

  @Test
  void an_image_without_a_stand_in_is_told_the_ways_out() throws IOException {
    try (Bench bench = new Bench()) {
      String message =
          bench.startAndFail(
              Projects.of(bench.folder(), Projects.service("cache").image("redis:7")));

      assertThat(message)
          .startsWith("Service 'cache' cannot run without containers.")
          .contains("'redis:7'", "apache/kafka", "compose.yaml:3")
          .contains("x-trestle.process", "x-trestle.stub", "StandIn", "trestle.runtime=container");
      assertThat(bench.events()).isEmpty();
      bench.closeAndExpectNothingLeft();
    }
  }

  @Test
  void dependencies_come_first_and_a_job_comes_to_its_end() throws IOException {
    try (Bench bench = new Bench()) {
      bench.start(
          Projects.of(
              bench.folder(),
              Projects.service("cart")
                  .java(TinyService.class)
                  .dependsOn("migrate", DependencyCondition.SERVICE_COMPLETED_SUCCESSFULLY),
              Projects.service("migrate").process("sh", "-c", "echo migrated")));

      assertThat(bench.events())
          .containsExactly("migrate starting", "migrate ready", "cart starting", "cart ready");
      bench.closeAndExpectNothingLeft();
    }
  }

  @Test
  void a_service_that_dies_later_is_noticed() throws IOException, InterruptedException {
    try (Bench bench = new Bench()) {
      Environment environment =
          bench.start(
              Projects.of(bench.folder(), Projects.service("cart").java(TinyService.class)));
      assertThat(environment.deaths()).isEmpty();

      assertThat(bench.get("cart", "/end?7")).startsWith("502 Service 'cart' does not answer");

      ServiceDeath death = bench.awaitDeath();
      assertThat(death.name()).isEqualTo("cart");
      assertThat(death.exitCode()).isEqualTo(7);
      assertThat(death.message())
          .contains("'cart' ended with exit code 7")
          .contains("password=***** the end is asked for")
          .contains("target/trestle/logs/cart.log");
      assertThat(environment.deaths()).containsExactly(death);
      bench.closeAndExpectNothingLeft();
    }
  }

  @Test
  void a_stubborn_tree_does_not_survive() throws IOException {
    try (Bench bench = new Bench()) {
      bench.start(
          Projects.of(
              bench.folder(),
              Projects.service("stubborn")
                  .process(
                      "sh", "-c", "sh -c \"trap '' TERM; echo up; sleep 300; sleep 300\" & wait")
                  .ready(
                      new Readiness.Log(
                          Pattern.compile("^up$"), Duration.ofSeconds(10), Projects.at(9)))));
      List<ProcessHandle> tree =
          ProcessHandle.of(bench.recorded().get(0)).orElseThrow().descendants().toList();

      bench.closeAndExpectNothingLeft();

      assertThat(tree).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void the_children_of_a_killed_service_do_not_survive() throws IOException, InterruptedException {
    try (Bench bench = new Bench()) {
      bench.start(
          Projects.of(
              bench.folder(),
              Projects.service("parent")
                  .process("sh", "-c", "sleep 300 & echo up; wait")
                  .ready(
                      new Readiness.Log(
                          Pattern.compile("^up$"), Duration.ofSeconds(10), Projects.at(9)))));
      ProcessHandle parent = ProcessHandle.of(bench.recorded().get(0)).orElseThrow();
      List<ProcessHandle> children = parent.descendants().toList();
      parent.destroyForcibly();

      assertThat(bench.awaitDeath().exitCode()).isEqualTo(137);
      assertThat(children).isNotEmpty().allMatch(ProcessHandle::isAlive);
      bench.closeAndExpectNothingLeft();
      assertThat(children).noneMatch(ProcessHandle::isAlive);
    }
  }

  @Test
  void a_fault_and_a_stub_touch_one_scenario_and_all_is_recorded() throws IOException {
    try (Bench bench = new Bench()) {
      Environment environment =
          bench.start(
              Projects.of(
                  bench.folder(),
                  Projects.service("acquirer").stub(bench.stubs("acquirer")),
                  Projects.service("payment")
                      .java(TinyService.class)
                      .env("PEER_URL", "http://acquirer:8080")
                      .readyHttp("/health", Duration.ofSeconds(20))));
      environment.fault(
          new Fault(
              Bench.ADA,
              "payment",
              "acquirer",
              "GET /hello",
              0,
              1,
              new Fault.Answer(503, "text/plain", "broken")));
      environment.stub(
          new StubMapping(
              "acquirer",
              Bench.ADA,
              Json.parse("{\"request\":{\"url\":\"/hello\"},\"response\":{\"status\":402}}")));

      assertThat(bench.peer("payment", Bench.ADA)).isEqualTo("200 peer answered 503");
      assertThat(bench.peer("payment", Bench.BOB)).isEqualTo("200 peer answered 200");
      assertThat(bench.peer("payment", Bench.ADA)).isEqualTo("200 peer answered 402");

      assertThat(environment.interactions(Bench.ADA))
          .extracting(i -> i.consumer() + " " + i.provider() + " " + i.path() + " " + i.status())
          .containsExactlyInAnyOrder(
              "test payment /peer 200",
              "payment acquirer /hello 503",
              "test payment /peer 200",
              "payment acquirer /hello 402");
      assertThat(environment.interactions(Bench.BOB)).hasSize(2);
      assertThat(environment.logs(Bench.BOB, Instant.MIN, Instant.MAX))
          .containsExactly(new ServiceLog("payment", List.of("{\"trace\":\"" + Bench.BOB + "\"}")));

      environment.endScenario(Bench.ADA, "one", "a.feature:1", false);
      assertThat(bench.peer("payment", Bench.ADA)).isEqualTo("200 peer answered 200");
      bench.closeAndExpectNothingLeft();
    }
  }

  @Test
  void without_edges_services_call_each_other_directly_and_nothing_can_be_seen_or_broken()
      throws IOException {
    try (Bench bench = new Bench().withoutEdges()) {
      Environment environment =
          bench.start(
              Projects.of(
                  bench.folder(),
                  Projects.service("acquirer").stub(bench.stubs("acquirer")),
                  Projects.service("payment")
                      .java(TinyService.class)
                      .env("PEER_URL", "http://acquirer:8080")
                      .readyHttp("/health", Duration.ofSeconds(20))));

      assertThat(bench.peer("payment", Bench.ADA)).isEqualTo("200 peer answered 200");
      assertThat(environment.hasEdges()).isFalse();
      assertThat(environment.interactionReport().edges()).isEmpty();
      assertThatThrownBy(() -> environment.interactions(Bench.ADA))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(
              "There is no edge proxy to see or break the calls of the scenario.")
          .hasMessageContaining("trestle.edges=false");
      Fault fault = new Fault(Bench.ADA, "payment", "acquirer", null, 0, 0, new Fault.Reset());
      assertThatThrownBy(() -> environment.fault(fault))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("the connection from 'payment' to 'acquirer'");
      Outage cut = new Outage(Bench.ADA, new Outage.Cut("payment", "acquirer"));
      assertThatThrownBy(() -> environment.outage(cut))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("the connection from 'payment' to 'acquirer'");
      bench.closeAndExpectNothingLeft();
    }
  }

  @Test
  void an_edge_that_no_address_shows_is_wired_by_its_variables_or_only_told() throws IOException {
    try (Bench bench = new Bench()) {
      Position at = new Position(Path.of("compose.yaml"), 1);
      Path document =
          Files.writeString(
              bench.folder().resolve("payment.yaml"),
              """
              openapi: 3.1.0
              paths:
                /health: { get: { responses: { '200': {} } } }
                /peer: { get: { responses: { '200': {} } } }
                /hello: { get: { responses: { '200': {} } }, delete: { responses: { '204': {} } } }
              """);
      Environment environment =
          bench.start(
              Projects.of(
                  bench.folder(),
                  Projects.service("acquirer").stub(bench.stubs("acquirer")),
                  Projects.service("bank").stub(bench.stubs("bank")),
                  Projects.service("payment")
                      .java(TinyService.class)
                      .env("PEER_NODE", "acquirer")
                      .env("PEER_NODE_PORT", "8080")
                      .readyHttp("/health", Duration.ofSeconds(30))
                      .openapi(document)
                      .edge(new ToldEdge("acquirer", 8080, true, "PEER_NODE", "PEER_NODE_PORT", at))
                      .edge(new ToldEdge("bank", 443, false, null, null, at))));
      environment.beginRun("", ContractMode.OFF, UnusedFaults.Mode.FAIL, bench.folder());

      assertThat(bench.peer("payment", Bench.ADA)).isEqualTo("200 peer answered 200");
      environment.endScenario(Bench.ADA, "Ada pays", "pay.feature:3", false);

      InteractionReport report = environment.interactionReport();
      assertThat(report.edges())
          .extracting(e -> e.consumer() + " " + e.provider() + " " + e.kind() + " " + e.observed())
          .containsExactlyInAnyOrder(
              "payment acquirer HTTP true", "test payment HTTP true", "payment bank TCP false");
      assertThat(report.edges().get(0).outcomes())
          .isEqualTo(Map.of("exercised", List.of("pay.feature:3")));
      assertThat(report.scenarios()).isEqualTo(Map.of("pay.feature:3", "Ada pays"));
      assertThat(report.services())
          .contains(
              new InteractionReport.Service(
                  "payment", "service", 3, List.of("GET /hello", "DELETE /hello")));
      assertThat(report.coverage().filled()).isEqualTo(1);
      assertThat(report.coverage().empty())
          .contains("payment -> acquirer: slow")
          .noneMatch(cell -> cell.contains("bank") || cell.startsWith("test"));
      bench.closeAndExpectNothingLeft();
    }
  }

  @Test
  void what_cannot_be_broken_or_stubbed_is_refused_with_what_can() throws IOException {
    try (Bench bench = new Bench()) {
      Environment environment =
          bench.start(
              Projects.of(
                  bench.folder(),
                  Projects.service("acquirer").stub(bench.stubs("acquirer")),
                  Projects.service("payment")
                      .java(TinyService.class)
                      .env("PEER_URL", "http://acquirer:8080")));

      assertThatThrownBy(
              () ->
                  environment.fault(
                      new Fault(Bench.ADA, "cart", "acquirer", null, 0, 0, new Fault.Reset())))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no edge from 'cart' to 'acquirer'")
          .hasMessageContaining("payment -> acquirer");
      assertThatThrownBy(
              () -> environment.stub(new StubMapping("payment", Bench.ADA, Json.parse("{}"))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no virtual service 'payment'")
          .hasMessageContaining("[acquirer]");
      bench.closeAndExpectNothingLeft();
    }
  }

  @Test
  void broken_stub_mappings_end_the_start_with_the_file() throws IOException {
    try (Bench bench = new Bench()) {
      Path stubs = bench.stubs("acquirer");
      Files.writeString(stubs.resolve("mappings/broken.json"), "{");

      assertThat(
              bench.startAndFail(
                  Projects.of(bench.folder(), Projects.service("acquirer").stub(stubs))))
          .startsWith("The virtual service 'acquirer' did not start.")
          .contains("broken.json")
          .endsWith("Fix them, or services.acquirer.x-trestle.stub in compose.yaml:11.");
      bench.closeAndExpectNothingLeft();
    }
  }
}
