package dev.trestle.host.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeServiceTest {
  @TempDir Path directory;
  ComposeFolder folder;

  @BeforeEach
  void create_folder() {
    folder = new ComposeFolder(directory);
  }

  private ComposeService cart(String fields) {
    return folder
        .compose(
            """
            services:
              cart:
                image: shop/cart
            """
                + fields.indent(4)
                + """
              pricing: { image: shop/pricing }
              stock: { image: shop/stock }
            volumes: { data: }
            networks: { front: , back: }
            """)
        .service("cart");
  }

  @Test
  void a_service_has_a_name_an_image_a_place_and_the_defaults_of_compose() {
    ComposeService cart = cart("");

    assertThat(cart.name()).isEqualTo("cart");
    assertThat(cart.image()).isEqualTo("shop/cart");
    assertThat(cart.position()).hasToString("compose.yaml:2");
    assertThat(cart.directory()).isEqualTo(folder.path(""));
    assertThat(cart.build()).isNull();
    assertThat(cart.healthcheck()).isNull();
    assertThat(cart.networks()).containsExactly("default");
    assertThat(cart.command()).isEmpty();
    assertThat(cart.xTrestle())
        .isEqualTo(
            new XTrestle(
                null, null, null, null, List.of(), null, false, null, List.of(), cart.position()));
    assertThat(folder.read().warnings()).isEmpty();
  }

  @Test
  void a_build_may_be_a_text_or_a_mapping() {
    assertThat(cart("build: ./cart").build())
        .isEqualTo(
            new Build(folder.path("cart").toString(), null, Map.of(), null, new Position(at(), 4)));
    Build build =
        cart("""
                build:
                  context: ../cart
                  dockerfile: Dockerfile.test
                  args: [VERSION=1]
                  target: run
                """)
            .build();
    assertThat(build)
        .isEqualTo(
            new Build(
                folder.path("../cart").toString(),
                "Dockerfile.test",
                Map.of("VERSION", "1"),
                "run",
                new Position(at(), 4)));
    assertThat(cart("build: https://example.org/cart.git#main").build())
        .extracting(Build::context)
        .isEqualTo("https://example.org/cart.git#main");
  }

  private static Path at() {
    return Path.of("compose.yaml");
  }

  @Test
  void the_environment_may_be_a_mapping_and_each_value_keeps_its_line() {
    ComposeService cart =
        cart(
            """
            environment:
              URL: http://pricing:8080
              DEBUG: true
              RATE: 1.10
              EMPTY: ""
            """);

    assertThat(cart.environment())
        .containsExactly(
            Map.entry("URL", new Value("http://pricing:8080", new Position(at(), 5))),
            Map.entry("DEBUG", new Value("true", new Position(at(), 6))),
            Map.entry("RATE", new Value("1.10", new Position(at(), 7))),
            Map.entry("EMPTY", new Value("", new Position(at(), 8))));
  }

  @Test
  void the_environment_may_be_a_list() {
    ComposeService cart =
        cart(
            """
            environment:
              - URL=http://pricing:8080?a=b
              - EMPTY=
            """);

    assertThat(cart.environment())
        .containsExactly(
            Map.entry("URL", new Value("http://pricing:8080?a=b", new Position(at(), 5))),
            Map.entry("EMPTY", new Value("", new Position(at(), 6))));
  }

  @Test
  void a_variable_without_a_value_is_taken_from_the_environment_or_left_out() {
    folder.compose(
        """
        services:
          cart: { image: cart, environment: { HOST: , NOBODY: } }
          pricing: { image: pricing, environment: [HOST, NOBODY] }
        """);

    Map<String, ComposeService> services = folder.read(Map.of("HOST", "here")).services();

    assertThat(services.values())
        .allSatisfy(
            service ->
                assertThat(service.environment())
                    .containsExactly(
                        Map.entry(
                            "HOST",
                            new Value("here", service.environment().get("HOST").position()))));
  }

  @Test
  void commands_are_split_as_a_shell_does_or_given_as_a_list() {
    ComposeService cart =
        cart(
            """
            entrypoint: ["java", "-jar", "my app.jar"]
            command: --name 'Ada L' "a \\"b\\" $$c" d\\ e ''
            """);

    assertThat(cart.entrypoint()).containsExactly("java", "-jar", "my app.jar");
    assertThat(cart.command()).containsExactly("--name", "Ada L", "a \"b\" $c", "d e", "");
  }

  @Test
  void ports_may_be_short_with_addresses_ranges_and_protocols() {
    List<PortMapping> ports =
        cart("""
                ports:
                  - 80
                  - "8080:81"
                  - "127.0.0.1:8082:82"
                  - "127.0.0.1::83"
                  - "[::1]:8084:84/udp"
                  - "9000-9001:90-91"
                  - "9100-9110:92"
                  - 22:22
                """)
            .ports();

    assertThat(ports)
        .containsExactly(
            port(null, null, 80, "tcp", 5),
            port(null, 8080, 81, "tcp", 6),
            port("127.0.0.1", 8082, 82, "tcp", 7),
            port("127.0.0.1", null, 83, "tcp", 8),
            port("::1", 8084, 84, "udp", 9),
            port(null, 9000, 90, "tcp", 10),
            port(null, 9001, 91, "tcp", 10),
            port(null, 9100, 92, "tcp", 11),
            port(null, 22, 22, "tcp", 12));
  }

  private static PortMapping port(
      @Nullable String host, @Nullable Integer published, int target, String protocol, int line) {
    return new PortMapping(host, published, target, protocol, new Position(at(), line));
  }

  @Test
  void ports_may_be_long_and_ports_may_be_exposed() {
    ComposeService cart =
        cart(
            """
            ports:
              - { target: 80, published: "8080", host_ip: 127.0.0.1, protocol: udp }
              - target: 81
            expose: [7000, "7001-7002", "7003/tcp"]
            """);

    assertThat(cart.ports())
        .containsExactly(port("127.0.0.1", 8080, 80, "udp", 5), port(null, null, 81, "tcp", 6));
    assertThat(cart.exposedPorts()).containsExactly(7000, 7001, 7002, 7003);
  }

  @Test
  void dependencies_may_be_a_list_or_a_mapping() {
    assertThat(cart("depends_on: [pricing, stock]").dependsOn())
        .containsExactly(
            Map.entry("pricing", dependency(DependencyCondition.SERVICE_STARTED, 4, "pricing")),
            Map.entry("stock", dependency(DependencyCondition.SERVICE_STARTED, 4, "stock")));
    ComposeService cart =
        cart(
            """
            depends_on:
              pricing:
                condition: service_healthy
              stock: { condition: service_completed_successfully }
            """);
    assertThat(cart.dependsOn())
        .containsExactly(
            Map.entry("pricing", dependency(DependencyCondition.SERVICE_HEALTHY, 5, "pricing")),
            Map.entry(
                "stock",
                dependency(DependencyCondition.SERVICE_COMPLETED_SUCCESSFULLY, 7, "stock")));
  }

  private static Dependency dependency(DependencyCondition condition, int line, String name) {
    return new Dependency(
        condition, true, new Position(at(), line), "services.cart.depends_on." + name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "links: [stock] | links[0]",
        "links: ['stock:shelf'] | links[0]",
        "volumes_from: [stock] | volumes_from[0]",
        "volumes_from: ['container:other', 'stock:ro'] | volumes_from[1]",
        "network_mode: service:stock | network_mode",
        "ipc: service:stock | ipc",
        "pid: service:stock | pid",
        "uts: service:stock | uts",
        "cgroup: service:stock | cgroup"
      })
  void what_is_shared_with_another_service_implies_a_dependency(String line, String key) {
    assertThat(cart(line).dependsOn())
        .containsExactly(
            Map.entry(
                "stock",
                new Dependency(
                    DependencyCondition.SERVICE_STARTED,
                    true,
                    new Position(at(), 4),
                    "services.cart." + key)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"network_mode: host", "ipc: host", "pid: container:stock", "ipc: shareable"})
  void what_is_shared_with_others_than_services_implies_none(String line) {
    assertThat(cart(line).dependsOn()).isEmpty();
  }

  @Test
  void depends_on_counts_more_than_what_is_implied() {
    assertThat(
            cart("""
                    network_mode: service:stock
                    depends_on: { stock: { condition: service_healthy } }
                    """)
                .dependsOn())
        .containsOnlyKeys("stock")
        .extractingByKey("stock")
        .extracting(Dependency::condition)
        .isEqualTo(DependencyCondition.SERVICE_HEALTHY);
  }

  @Test
  void an_optional_dependency_may_be_absent() {
    ComposeService cart =
        cart(
            """
            depends_on:
              pricing: { condition: service_started, required: false }
              ghost: { condition: service_started, required: false }
            """);

    assertThat(cart.dependsOn())
        .containsExactly(
            Map.entry(
                "pricing",
                new Dependency(
                    DependencyCondition.SERVICE_STARTED,
                    false,
                    new Position(at(), 5),
                    "services.cart.depends_on.pricing")));
  }

  @Test
  void a_health_check_says_only_what_the_file_says() {
    assertThat(cart("healthcheck: { test: curl -f http://localhost }").healthcheck())
        .isEqualTo(
            new Healthcheck(
                List.of("CMD-SHELL", "curl -f http://localhost"),
                null,
                null,
                null,
                null,
                false,
                new Position(at(), 4)));
    String full =
        """
        healthcheck:
          test: [CMD, pg_isready]
          interval: 1m30s
          timeout: 500ms
          retries: 5
          start_period: 1.5s
        """;
    assertThat(cart(full).healthcheck())
        .isEqualTo(
            new Healthcheck(
                List.of("CMD", "pg_isready"),
                Duration.ofSeconds(90),
                Duration.ofMillis(500),
                5,
                Duration.ofMillis(1500),
                false,
                new Position(at(), 4)));
  }

  @Test
  void zeroes_of_a_health_check_are_for_the_image_to_say() {
    assertThat(
            cart("healthcheck: { interval: 0, timeout: 0s, retries: 0, start_period: 0s }")
                .healthcheck())
        .isEqualTo(
            new Healthcheck(List.of(), null, null, null, null, false, new Position(at(), 4)));
  }

  @Test
  void a_health_check_may_be_switched_off_in_two_ways() {
    assertThat(cart("healthcheck: { disable: true }").healthcheck()).matches(Healthcheck::disabled);
    assertThat(cart("healthcheck: { test: [NONE] }").healthcheck())
        .matches(Healthcheck::disabled)
        .extracting(Healthcheck::test)
        .isEqualTo(List.of());
  }

  @Test
  void volumes_may_be_short_or_long() {
    List<VolumeMount> volumes =
        cart("""
                volumes:
                  - data:/var/data
                  - ./conf:/etc/app:ro
                  - /var/cache
                  - { type: bind, source: ../shared, target: /shared, read_only: true }
                  - { type: tmpfs, target: /tmp }
                """)
            .volumes();

    assertThat(volumes)
        .containsExactly(
            mount(VolumeMount.Type.VOLUME, "data", "/var/data", false, 5),
            mount(VolumeMount.Type.BIND, folder.path("conf").toString(), "/etc/app", true, 6),
            mount(VolumeMount.Type.VOLUME, null, "/var/cache", false, 7),
            mount(VolumeMount.Type.BIND, folder.path("../shared").toString(), "/shared", true, 8),
            mount(VolumeMount.Type.TMPFS, null, "/tmp", false, 9));
  }

  private static VolumeMount mount(
      VolumeMount.Type type, @Nullable String source, String target, boolean readOnly, int line) {
    return new VolumeMount(type, source, target, readOnly, new Position(at(), line));
  }

  @Test
  void networks_may_be_a_list_or_a_mapping_with_aliases() {
    assertThat(cart("networks: [front, back]").networks()).containsExactly("front", "back");
    ComposeService cart =
        cart(
            """
            container_name: the-cart
            networks:
              front:
              back: { aliases: [basket] }
            """);
    assertThat(cart.networks()).containsExactly("front", "back");
    assertThat(cart.aliases()).containsExactly("the-cart", "basket");
  }

  @Test
  void trestle_fields_say_what_compose_cannot() {
    XTrestle fields =
        cart("""
                x-trestle:
                  process: [java, -jar, ../cart/target/cart.jar]
                  ready: { http: /health, port: 8081, status: 204, timeout: 2m }
                  openapi: ../cart/openapi.yaml
                  asyncapi: ../cart/asyncapi.yaml
                  databases: [cart, pricing, cart]
                  stub: stubs/cart
                  mailbox: true
                  port: 8080
                  edges: [http://cart:9090]
                """)
            .xTrestle();

    Position line = new Position(at(), 5);
    assertThat(fields)
        .isEqualTo(
            new XTrestle(
                new ProcessCommand(
                    List.of(
                        new Value("java", line),
                        new Value("-jar", line),
                        new Value("../cart/target/cart.jar", line)),
                    Map.of(),
                    folder.path(""),
                    line),
                new Readiness.Http(
                    "/health", 8081, 204, Duration.ofMinutes(2), new Position(at(), 6)),
                folder.path("../cart/openapi.yaml"),
                folder.path("../cart/asyncapi.yaml"),
                List.of(
                    new Value("cart", new Position(at(), 9)),
                    new Value("pricing", new Position(at(), 9))),
                folder.path("stubs/cart"),
                true,
                8080,
                List.of(new ToldEdge("cart", 9090, true, null, null, new Position(at(), 13))),
                new Position(at(), 4)));
  }

  @Test
  void a_process_may_have_its_own_directory_and_variables() {
    ProcessCommand process =
        cart("""
                x-trestle:
                  process:
                    command: java -jar 'cart app.jar'
                    environment: { JAVA_OPTS: -Xmx64m }
                    directory: ../cart
                """)
            .xTrestle()
            .process();

    assertThat(process)
        .isEqualTo(
            new ProcessCommand(
                List.of(
                    new Value("java", new Position(at(), 6)),
                    new Value("-jar", new Position(at(), 6)),
                    new Value("cart app.jar", new Position(at(), 6))),
                Map.of("JAVA_OPTS", new Value("-Xmx64m", new Position(at(), 7))),
                folder.path("../cart"),
                new Position(at(), 5)));
  }

  @Test
  void readiness_may_be_a_port_or_a_log_line() {
    assertThat(cart("x-trestle: { ready: { port: 5432 } }").xTrestle().ready())
        .isEqualTo(new Readiness.Port(5432, null, new Position(at(), 4)));
    assertThat(cart("x-trestle: { ready: { timeout: 2m } }").xTrestle().ready())
        .isEqualTo(new Readiness.Usual(Duration.ofMinutes(2), new Position(at(), 4)));
    assertThat(cart("x-trestle: { ready: { log: 'started in \\d+ms$$' } }").xTrestle().ready())
        .isInstanceOfSatisfying(
            Readiness.Log.class,
            log -> assertThat(log.pattern().pattern()).isEqualTo("started in \\d+ms$"));
  }

  @Test
  void a_virtual_service_needs_no_image() {
    folder.compose("services: { acquirer: { x-trestle: { stub: stubs } } }");

    assertThat(folder.service("acquirer").image()).isNull();
    assertThat(folder.service("acquirer").xTrestle().stub()).isEqualTo(folder.path("stubs"));
  }
}
