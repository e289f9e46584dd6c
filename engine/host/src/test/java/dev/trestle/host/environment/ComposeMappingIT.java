package dev.trestle.host.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Ulimit;
import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.compose.ComposeReader;
import dev.trestle.host.compose.ComposeRequest;
import dev.trestle.host.container.EngineUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the text of a Compose file to what the engine says of the containers. */
final class ComposeMappingIT {

  private EngineUnderTest engine;
  private Bench bench;

  @BeforeEach
  void open() throws IOException {
    engine = EngineUnderTest.orSkip();
    bench = new Bench(engine.address());
  }

  @AfterEach
  void close() throws IOException {
    if (bench != null) {
      bench.close();
    }
  }

  private ComposeProject compose(String text) throws IOException {
    file("compose.yaml", text);
    return ComposeReader.read(
        new ComposeRequest(
            bench.folder(),
            List.of(),
            Set.of(),
            Map.of("JRE", engine.jre(), "CLASSES", classes())));
  }

  private static String classes() {
    return TinyService.class.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  private void file(String name, String text) throws IOException {
    Path file = bench.folder().resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private InspectContainerResponse inspect(String service) {
    return engine.inspect(bench.session(), service);
  }

  private String networkId(String service, String network) {
    return Objects.requireNonNull(
            inspect(service).getNetworkSettings().getNetworks().get(bench.session() + network))
        .getNetworkID();
  }

  private void expectNothingLeft() throws IOException {
    bench.closeAndExpectNothingLeft();
    assertThat(engine.left(bench.session())).isEmpty();
  }

  @Test
  void every_key_arrives() throws IOException {
    file("vars.env", "FROM_FILE=yes\nSHARED=file\n");
    file("conf/a.txt", "a");
    file("word.txt", "s3cret");
    ComposeProject project =
        compose(
            """
            services:
              once: { image: "${JRE}", command: ["true"] }
              started: { image: "${JRE}", command: [sh, -c, "while :; do sleep 1; done"] }
              healthy:
                image: ${JRE}
                command: [sh, -c, "while :; do sleep 1; done"]
                healthcheck: { test: [CMD, "true"], interval: 1s }
              all:
                image: ${JRE}
                pull_policy: missing
                entrypoint: [sh, -c]
                command: ["while :; do sleep 1; done", zero]
                environment: { SHARED: own, EMPTY: "" }
                env_file: vars.env
                ports: ["8080:8080", "127.0.0.1:9090:9091/tcp"]
                expose: [7070]
                x-trestle: { ready: { log: never, timeout: 50s } }
                volumes:
                  - ./conf:/conf:ro
                  - ./data:/data
                  - named:/named
                  - /anonymous
                  - { type: tmpfs, target: /memory }
                networks:
                  front: { aliases: [shop] }
                  back: { aliases: [store] }
                depends_on:
                  once: { condition: service_completed_successfully }
                  started: { condition: service_started }
                  healthy: { condition: service_healthy }
                healthcheck:
                  test: [CMD-SHELL, "true"]
                  interval: 7s
                  timeout: 3s
                  retries: 4
                  start_period: 2s
                user: "1234:1234"
                group_add: ["4321"]
                working_dir: /memory
                hostname: shelf
                domainname: shop.example
                init: true
                stdin_open: true
                stop_signal: SIGINT
                stop_grace_period: 1s
                shm_size: 32m
                cap_add: [CAP_NET_ADMIN]
                cap_drop: [ALL]
                security_opt: [no-new-privileges]
                read_only: true
                extra_hosts: ["registry:10.1.2.3", "registry=[fd00::1]"]
                dns: [9.9.9.9]
                dns_search: [shop.example]
                dns_opt: [ndots:2]
                ulimits: { nofile: { soft: 1000, hard: 2000 }, memlock: 65536 }
                labels: { team: shop }
                sysctls: { net.core.somaxconn: 1024 }
                tmpfs: ["/run:size=1m"]
                profiles: []
                secrets: [word, { source: word, target: /a_b }]
                configs: [{ source: conf, target: /a/b }]
                mem_limit: 256m
                mem_reservation: 128m
                memswap_limit: 256m
                cpus: 0.5
                cpu_shares: 512
                pids_limit: 100
            networks: { front: {}, back: {} }
            volumes: { named: {} }
            secrets: { word: { file: word.txt } }
            configs: { conf: { content: "a=1" } }
            """);
    assertThat(project.warnings()).isEmpty();

    bench.start(project);

    InspectContainerResponse all = inspect("all");
    expectConfig(all.getConfig());
    expectHost(all.getHostConfig());
    expectLimits(all.getHostConfig());
    expectMounts(all);
    assertThat(networkId("all", "_front")).isNotEqualTo(networkId("all", "_back"));
    assertThat(aliases(all, "_front")).contains("all", "shop").doesNotContain("store");
    assertThat(aliases(all, "_back")).contains("all", "store").doesNotContain("shop");
    assertThat(inspect("once").getState().getExitCodeLong()).isZero();
    assertThat(engine.publishedOn(bench.session())).isNotEmpty().containsOnly("127.0.0.1");
    expectNothingLeft();
  }

  private List<String> aliases(InspectContainerResponse container, String network) {
    return Objects.requireNonNull(
            container.getNetworkSettings().getNetworks().get(bench.session() + network))
        .getAliases();
  }

  private static void expectConfig(ContainerConfig config) {
    assertThat(config.getEntrypoint()).containsExactly("sh", "-c");
    assertThat(config.getCmd()).containsExactly("while :; do sleep 1; done", "zero");
    assertThat(config.getEnv()).contains("FROM_FILE=yes", "SHARED=own", "EMPTY=");
    assertThat(config.getUser()).isEqualTo("1234:1234");
    assertThat(config.getWorkingDir()).isEqualTo("/memory");
    assertThat(config.getHostName()).isEqualTo("shelf");
    assertThat(config.getDomainName()).isEqualTo("shop.example");
    assertThat(config.getStdinOpen()).isTrue();
    assertThat(config.getLabels()).containsEntry("team", "shop");
    assertThat(config.getHealthcheck().getTest()).containsExactly("CMD-SHELL", "true");
    assertThat(config.getHealthcheck().getInterval()).isEqualTo(Duration.ofSeconds(7).toNanos());
    assertThat(config.getHealthcheck().getTimeout()).isEqualTo(Duration.ofSeconds(3).toNanos());
    assertThat(config.getHealthcheck().getRetries()).isEqualTo(4);
    assertThat(config.getHealthcheck().getStartPeriod()).isEqualTo(Duration.ofSeconds(2).toNanos());
  }

  private static void expectHost(HostConfig host) {
    assertThat(host.getInit()).isTrue();
    assertThat(host.getReadonlyRootfs()).isTrue();
    assertThat(host.getPrivileged()).isFalse();
    assertThat(host.getCapAdd()).containsExactly(Capability.NET_ADMIN);
    assertThat(host.getCapDrop()).containsExactly(Capability.ALL);
    assertThat(host.getSecurityOpts()).containsExactly("no-new-privileges");
    assertThat(host.getGroupAdd()).containsExactly("4321");
    assertThat(host.getExtraHosts()).containsExactly("registry:10.1.2.3", "registry:fd00::1");
    assertThat(host.getDns()).containsExactly("9.9.9.9");
    assertThat(host.getDnsSearch()).containsExactly("shop.example");
    assertThat(host.getDnsOptions()).containsExactly("ndots:2");
    assertThat(host.getSysctls()).containsEntry("net.core.somaxconn", "1024");
    assertThat(host.getTmpFs()).containsEntry("/run", "size=1m");
    assertThat(host.getPortBindings().getBindings().keySet())
        .extracting(port -> port.getPort() + "/" + port.getProtocol())
        .containsExactlyInAnyOrder("7070/tcp", "8080/tcp", "9091/tcp");
    assertThat(host.getPortBindings().getBindings().values())
        .allSatisfy(bindings -> assertThat(bindings[0].getHostIp()).isEqualTo("127.0.0.1"));
  }

  private static void expectLimits(HostConfig host) {
    assertThat(host.getMemory()).isEqualTo(256L << 20);
    assertThat(host.getMemoryReservation()).isEqualTo(128L << 20);
    assertThat(host.getMemorySwap()).isEqualTo(256L << 20);
    assertThat(host.getNanoCPUs()).isEqualTo(500_000_000L);
    assertThat(host.getCpuShares()).isEqualTo(512);
    assertThat(host.getPidsLimit()).isEqualTo(100);
    assertThat(host.getShmSize()).isEqualTo(32L << 20);
    assertThat(host.getUlimits())
        .containsExactlyInAnyOrder(
            new Ulimit("nofile", 1000L, 2000L), new Ulimit("memlock", 65_536L, 65_536L));
  }

  private static void expectMounts(InspectContainerResponse container) {
    Map<String, Boolean> writable =
        Objects.requireNonNull(container.getMounts()).stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    mount -> String.valueOf(mount.getDestination().getPath()),
                    mount -> Boolean.TRUE.equals(mount.getRW())));
    assertThat(writable)
        .containsEntry("/conf", false)
        .containsEntry("/data", true)
        .containsEntry("/named", true)
        .containsEntry("/anonymous", true)
        .containsEntry("/memory", true)
        .containsEntry("/run/secrets/word", false)
        .containsEntry("/a_b", false)
        .containsEntry("/a/b", false);
  }

  @Test
  void a_built_image_has_the_name_that_the_file_gives_it() throws IOException {
    String name = "trestle-test/" + bench.session().toLowerCase(java.util.Locale.ROOT) + ":1";
    file("docker/Cart.Dockerfile", "ARG JRE\nFROM ${JRE} AS Base\nFROM base\nCOPY . /all\n");
    file("cart/word", "one");
    Files.createDirectories(bench.folder().resolve("cart/empty"));
    ComposeProject project =
        compose(
            """
            services:
              cart:
                image: NAME
                build:
                  context: cart
                  dockerfile: ../docker/Cart.Dockerfile
                  args: { JRE: "${JRE}", TOKEN: "t0ken-in-args" }
                command: [sh, -c, "ls -A /all; while :; do sleep 1; done"]
              worker:
                image: NAME
                pull_policy: never
                command: [sh, -c, "cat /all/word; while :; do sleep 1; done"]
            """
                .replace("NAME", name));
    try {
      Environment environment = bench.start(project);

      InspectImageResponse image = engine.image(name).orElseThrow();
      assertThat(inspect("cart").getImageId()).isEqualTo(image.getId());
      assertThat(inspect("worker").getImageId()).isEqualTo(image.getId());
      assertThat(String.valueOf(image.getConfig().getLabels()))
          .doesNotContain("t0ken-in-args", bench.folder().toString());
      assertThat(environment.changes(bench.request(project)).isEmpty()).isTrue();
      file("cart/word", "two");
      assertThat(environment.changes(bench.request(project)).replaced())
          .containsOnlyKeys("cart", "worker");
      bench.close();
      assertThat(engine.left(bench.session())).isEmpty();
    } finally {
      engine.image(name).ifPresent(image -> engine.removeImage(String.valueOf(image.getId())));
    }
  }

  @Test
  void a_base_image_that_is_another_now_replaces_the_service() throws IOException {
    String base = "trestle-test/base-" + bench.session().toLowerCase(java.util.Locale.ROOT);
    engine.tagImage(engine.jre(), base, "latest");
    file("cart/Dockerfile", "FROM " + base + "\nCMD [\"sh\", \"-c\", \"sleep 300\"]\n");
    ComposeProject project =
        compose("services: { cart: { build: cart, init: true, stop_grace_period: 1s } }\n");
    try {
      Environment environment = bench.start(project);
      String built = String.valueOf(inspect("cart").getImageId());
      assertThat(environment.changes(bench.request(project)).isEmpty()).isTrue();

      engine.tagImage(built, base, "latest");

      assertThat(environment.changes(bench.request(project)).replaced())
          .containsExactly(Map.entry("cart", "its image changed"));
      bench.close();
      engine.removeImage(built);
    } finally {
      if (engine.image(base).isPresent()) {
        engine.removeImage(base);
      }
    }
  }

  @Test
  void a_service_on_internal_networks_alone_is_reached_and_reaches_the_host() throws IOException {
    ComposeProject project =
        compose(
            """
            x-tiny: &tiny
              image: ${JRE}
              command: [java, -XX:TieredStopAtLevel=1, -cp, /classes, dev.trestle.host.environment.TinyService]
              volumes: ["${CLASSES}:/classes:ro"]
              expose: [8080]
              networks: [closed]
              x-trestle: { ready: { http: /health } }
            services:
              greeter: { <<: *tiny, environment: { PORT: 8080, HOST: 0.0.0.0, NAME: greeter } }
              caller:
                <<: *tiny
                environment: { PORT: 8080, HOST: 0.0.0.0, NAME: caller, PEER_URL: "http://greeter:8080" }
            networks: { closed: { internal: true } }
            """);

    Environment environment = bench.start(project);

    assertThat(bench.peer("caller", Bench.ADA)).isEqualTo("200 peer answered 200");
    assertThat(environment.interactions(Bench.ADA)).isNotEmpty();

    ComposeProject open =
        compose(
            Files.readString(bench.folder().resolve("compose.yaml"))
                .replace("internal: true", "internal: false"));
    environment.update(bench.request(open), changes -> {});

    assertThat(bench.peer("caller", Bench.BOB)).isEqualTo("200 peer answered 200");
    assertThat(inspect("caller").getNetworkSettings().getNetworks())
        .containsOnlyKeys(bench.session() + "_closed");
    expectNothingLeft();
  }

  @Test
  void an_image_for_another_platform_is_told() throws IOException {
    String here = engine.image(engine.jre()).orElseThrow().getArch();
    String other = "arm64".equals(here) ? "amd64" : "arm64";

    String message =
        bench.startAndFail(
            compose("services:\n  far: { image: \"${JRE}\", platform: linux/" + other + " }\n"));

    assertThat(message)
        .startsWith("The image '" + engine.jre() + "' of service 'far'")
        .contains("is for linux/" + here + ", and 'platform' asks for linux/" + other)
        .contains("compose.yaml:2");
    expectNothingLeft();
  }

  @Test
  void a_postgres_takes_its_password_from_a_secret() throws IOException {
    String image = System.getenv().getOrDefault("POSTGRES_IMAGE", "localhost/trestle/postgres:15");
    assumeTrue(engine.image(image).isPresent(), () -> "Skipped: the engine has no " + image);
    file("password.txt", "s3cret\n");
    ComposeProject project =
        compose(
            """
            services:
              db:
                image: IMAGE
                environment:
                  POSTGRES_USER: shop
                  POSTGRES_DB: shop
                  POSTGRES_PASSWORD_FILE: /run/secrets/password
                secrets: [password]
                x-trestle: { databases: [cart] }
            secrets: { password: { file: password.txt } }
            """
                .replace("IMAGE", image));

    Environment environment = bench.start(project);

    assertThat(environment.description().service("db").orElseThrow().properties())
        .containsEntry("jdbc.user", "shop")
        .containsEntry("jdbc.password", "s3cret")
        .containsEntry("databases", "shop,cart");
    expectNothingLeft();
  }
}
