package dev.trestle.host.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeFilesTest {
  @TempDir Path directory;
  ComposeFolder folder;

  @BeforeEach
  void create_folder() {
    folder = new ComposeFolder(directory);
  }

  @Test
  void the_override_file_is_merged_over_the_main_file_by_default() {
    folder
        .compose(
            """
            services:
              cart:
                image: cart:1
                command: [a, b]
                environment: { KEEP: 1, CHANGE: 1 }
                depends_on: [pricing]
                ports: ["8080:80", "9090:90"]
                volumes: [data:/data]
                healthcheck: { test: [CMD, a], interval: 5s }
                x-trestle: { port: 80, process: [java, -jar, a.jar], databases: [a] }
              pricing: { image: pricing }
            volumes: { data: , more: }
            """)
        .file(
            "compose.override.yaml",
            """
            services:
              cart:
                image: cart:2
                command: [c]
                environment: [CHANGE=2, NEW=2]
                depends_on: { stock: { condition: service_healthy } }
                ports: ["8080:80", "7070:70"]
                volumes: [more:/data]
                healthcheck: { test: [CMD, b] }
                x-trestle: { process: [java, -jar, b.jar], databases: [b] }
              stock: { image: stock }
            """);

    ComposeService cart = folder.service("cart");

    assertThat(cart.image()).isEqualTo("cart:2");
    assertThat(cart.command()).containsExactly("c");
    assertThat(folder.environment("cart"))
        .containsExactly(Map.entry("KEEP", "1"), Map.entry("CHANGE", "2"), Map.entry("NEW", "2"));
    assertThat(cart.environment().get("NEW"))
        .extracting(value -> value.position().toString())
        .isEqualTo("compose.override.yaml:5");
    assertThat(cart.dependsOn()).containsOnlyKeys("pricing", "stock");
    assertThat(cart.ports()).extracting(PortMapping::target).containsExactly(80, 90, 70);
    assertThat(cart.volumes()).extracting(VolumeMount::source).containsExactly("more");
    assertThat(cart.healthcheck())
        .extracting(Healthcheck::test, Healthcheck::interval)
        .containsExactly(List.of("CMD", "b"), Duration.ofSeconds(5));
    assertThat(cart.xTrestle().port()).isEqualTo(80);
    assertThat(cart.xTrestle().process())
        .extracting(process -> process.command().stream().map(Value::text).toList())
        .isEqualTo(List.of("java", "-jar", "b.jar"));
    assertThat(cart.xTrestle().databases()).extracting(Value::text).containsExactly("a", "b");
    assertThat(folder.read().services()).containsOnlyKeys("cart", "pricing", "stock");
    assertThat(folder.read().files())
        .containsExactly(folder.path("compose.yaml"), folder.path("compose.override.yaml"));
  }

  @Test
  void old_file_names_are_found_too() {
    folder
        .file("docker-compose.yml", "services: { cart: { image: a } }")
        .file("docker-compose.override.yml", "services: { cart: { image: b } }");

    assertThat(folder.service("cart").image()).isEqualTo("b");
  }

  @Test
  void named_files_are_merged_in_their_order_and_nothing_else_is_read() {
    folder
        .file("a.yaml", "services: { cart: { image: a } }")
        .file("sub/b.yaml", "services: { cart: { image: b, build: . } }")
        .compose("services: { other: { image: c } }");

    ComposeProject project = folder.readFiles("a.yaml", "sub/b.yaml");

    assertThat(project.services()).containsOnlyKeys("cart");
    assertThat(project.services().get("cart").image()).isEqualTo("b");
    assertThat(project.services().get("cart").build())
        .extracting(Build::context)
        .isEqualTo(folder.path("").toString());
  }

  @Test
  void tags_reset_and_override_what_an_earlier_file_says() {
    folder
        .compose(
            """
            services:
              cart: { image: a, ports: ["80:80"], environment: { A: 1, B: 1 }, expose: [1] }
            """)
        .file(
            "compose.override.yaml",
            """
            services:
              cart:
                ports: !override ["81:81"]
                environment: { A: !reset null }
                expose: !reset []
            """);

    ComposeService cart = folder.service("cart");

    assertThat(cart.ports()).extracting(PortMapping::target).containsExactly(81);
    assertThat(cart.environment()).containsOnlyKeys("B");
    assertThat(cart.exposedPorts()).isEmpty();
  }

  @Test
  void anchors_aliases_and_merge_keys_are_followed() {
    folder.compose(
        """
        x-java: &java
          image: java
          environment: &env { A: 1, B: 1 }
        x-more: &more { image: more, command: run }
        services:
          cart:
            <<: *java
          pricing:
            <<: [*java, *more]
            environment:
              <<: *env
              B: 2
        """);

    assertThat(folder.service("cart").image()).isEqualTo("java");
    assertThat(folder.service("pricing").image()).isEqualTo("java");
    assertThat(folder.service("pricing").command()).containsExactly("run");
    assertThat(folder.environment("pricing"))
        .containsExactly(Map.entry("A", "1"), Map.entry("B", "2"));
  }

  @Test
  void a_service_extends_one_of_the_same_file() {
    folder.compose(
        """
        services:
          base: { image: java, environment: { A: 1, B: 1 }, ports: ["1:1"], profiles: [never] }
          middle: { extends: base, command: run }
          cart:
            extends: { service: middle }
            environment: { B: 2 }
            ports: ["2:2"]
        """);

    ComposeService cart = folder.read(Map.of(), "never").services().get("cart");

    assertThat(cart.image()).isEqualTo("java");
    assertThat(cart.command()).containsExactly("run");
    assertThat(cart.environment()).extractingByKey("B").extracting(Value::text).isEqualTo("2");
    assertThat(cart.ports()).extracting(PortMapping::target).containsExactly(1, 2);
    assertThat(cart.position()).hasToString("compose.yaml:4");
  }

  @Test
  void a_service_extends_one_of_another_file_whose_paths_start_there() {
    folder
        .file(
            "common/base.yaml",
            """
            services:
              java: { image: java }
              base:
                extends: java
                build: ./app
                env_file: base.env
                x-trestle: { process: [run], openapi: api.yaml }
            """)
        .file("common/base.env", "FROM=base")
        .compose(
            """
            services:
              cart: { extends: { file: common/base.yaml, service: base } }
            """);

    ComposeService cart = folder.service("cart");

    assertThat(cart.image()).isEqualTo("java");
    assertThat(cart.build())
        .extracting(Build::context)
        .isEqualTo(folder.path("common/app").toString());
    assertThat(folder.environment("cart")).containsExactly(Map.entry("FROM", "base"));
    assertThat(cart.xTrestle().openapi()).isEqualTo(folder.path("common/api.yaml"));
    assertThat(cart.xTrestle().process())
        .extracting(ProcessCommand::directory)
        .isEqualTo(folder.path("common"));
    assertThat(cart.directory()).isEqualTo(folder.path(""));
    assertThat(folder.read().files())
        .containsExactly(folder.path("compose.yaml"), folder.path("common/base.yaml"));
  }

  @Test
  void included_files_bring_their_services_paths_and_variables() {
    folder
        .compose(
            """
            include: [pricing/compose.yaml]
            services:
              cart: { image: cart, depends_on: [pricing] }
            """)
        .file("pricing/.env", "TAG=7\nOWNER=pricing")
        .file(".env", "OWNER=shop")
        .file(
            "pricing/compose.yaml",
            """
            include: [db.yaml]
            services:
              pricing:
                image: "pricing:${TAG}-${OWNER}"
                build: .
                depends_on: [db]
            """)
        .file(
            "pricing/db.yaml",
            "services: { db: { image: db, volumes: ['data:/data'] } }\nvolumes: { data: }");

    ComposeProject project = folder.read();

    assertThat(project.services()).containsOnlyKeys("db", "pricing", "cart");
    ComposeService pricing = folder.service("pricing");
    assertThat(pricing.image()).isEqualTo("pricing:7-shop");
    assertThat(pricing.directory()).isEqualTo(folder.path("pricing"));
    assertThat(pricing.position()).hasToString("pricing/compose.yaml:3");
    assertThat(project.files())
        .containsExactly(
            folder.path("compose.yaml"),
            folder.path("pricing/compose.yaml"),
            folder.path("pricing/db.yaml"));
  }

  @Test
  void a_long_include_merges_files_and_names_directory_and_variables() {
    folder
        .compose(
            """
            include:
              - path: [a/one.yaml, a/two.yaml]
                project_directory: b
                env_file: vars.env
            services: { cart: { image: cart } }
            """)
        .file("vars.env", "TAG=3")
        .file("a/one.yaml", "services: { pricing: { image: 'p:${TAG}', build: . } }")
        .file("a/two.yaml", "services: { pricing: { command: run } }");

    ComposeService pricing = folder.service("pricing");

    assertThat(pricing.image()).isEqualTo("p:3");
    assertThat(pricing.command()).containsExactly("run");
    assertThat(pricing.build()).extracting(Build::context).isEqualTo(folder.path("b").toString());
  }

  @Test
  void a_file_that_two_others_include_counts_once() {
    folder
        .compose("include: [a.yaml, b.yaml]\nservices: { cart: { image: cart } }")
        .file("a.yaml", "include: [db.yaml]\nservices: { a: { image: a } }")
        .file("b.yaml", "include: [db.yaml]\nservices: { b: { image: b } }")
        .file("db.yaml", "services: { db: { image: db } }");

    assertThat(folder.read().services()).containsOnlyKeys("db", "a", "b", "cart");
  }

  @Test
  void only_services_of_active_profiles_and_what_they_need_are_read() {
    folder.compose(
        """
        services:
          cart: { image: cart }
          admin: { image: admin, profiles: [tools], depends_on: [log] }
          log: { image: log, profiles: [logs], env_file: absent.env }
          debug: { image: debug, profiles: [debug], env_file: absent.env }
        """);

    assertThat(folder.read().services()).containsOnlyKeys("cart");
    folder.file("absent.env", "A=1");
    assertThat(folder.read(Map.of(), "tools").services()).containsOnlyKeys("cart", "admin", "log");
    assertThat(folder.read(Map.of(), "*").services()).hasSize(4);
    assertThat(folder.read(Map.of("COMPOSE_PROFILES", "logs, debug")).services())
        .containsOnlyKeys("cart", "log", "debug");
  }

  @Test
  void the_name_comes_from_the_variable_the_file_or_the_directory() {
    folder.file("My Shop.d/compose.yaml", "services: { cart: { image: cart } }");
    ComposeFolder shop = new ComposeFolder(folder.path("My Shop.d"));

    assertThat(shop.read().name()).isEqualTo("myshopd");
    shop.compose("name: shop\nservices: { cart: { image: cart } }");
    assertThat(shop.read().name()).isEqualTo("shop");
    assertThat(shop.read(Map.of("COMPOSE_PROJECT_NAME", "Other")).name()).isEqualTo("other");
  }

  @Test
  void the_design_example_is_read_without_a_warning() {
    folder.compose(
        """
        services:
          inventory:
            build: { context: ../reference-app/inventory }
            environment:
              DATABASE_URL: jdbc:postgresql://postgres:5432/inventory
            depends_on: { postgres: { condition: service_healthy } }
            x-trestle:
              process: [java, -jar, ../reference-app/inventory/target/inventory.jar]
              ready: { http: /health }
              openapi: ../reference-app/inventory/openapi.yaml
          postgres:
            image: ${POSTGRES_IMAGE:-postgres:17-alpine}
            x-trestle: { databases: [identity, cart] }
          acquirer:
            x-trestle: { stub: stubs/acquirer }
        """);

    assertThat(folder.read().services()).containsOnlyKeys("inventory", "postgres", "acquirer");
    assertThat(folder.service("postgres").image()).isEqualTo("postgres:17-alpine");
    assertThat(folder.warnings()).isEmpty();
  }

  @Test
  void files_that_include_others_twice_and_twice_again_are_refused() {
    folder.compose("include: [f1.yaml]\nservices: { cart: { image: cart } }");
    for (int i = 1; i < 20; i++) {
      String next = "f" + (i + 1) + ".yaml";
      folder.file(
          "f" + i + ".yaml",
          "include: [%s, %s]\nservices: { s%d: { image: a } }".formatted(next, next, i));
    }
    folder.file("f20.yaml", "services: { last: { image: a } }");

    assertThat(folder.error())
        .contains("is one too many: 1000 are the limit.\n", "Include each file once.");
  }

  @Test
  void a_service_of_an_included_file_may_be_extended_and_overridden() {
    folder
        .compose("include: [base.yaml]\nservices: { cart: { extends: base, command: run } }")
        .file("base.yaml", "services: { base: { image: java, command: wait } }")
        .file("compose.override.yaml", "services: { base: { image: other } }");

    assertThat(folder.service("cart").image()).isEqualTo("java");
    assertThat(folder.service("cart").command()).containsExactly("run");
    assertThat(folder.service("base").image()).isEqualTo("other");
  }
}
