package dev.trestle.host.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeErrorsTest {
  @TempDir Path directory;
  ComposeFolder folder;

  @BeforeEach
  void create_folder() {
    folder = new ComposeFolder(directory);
  }

  private String error(String compose) {
    return folder.compose(compose).error();
  }

  /** The error of a service 'cart' with these fields, the first of them in line 4. */
  private String cart(String fields) {
    return error(
        """
        services:
          cart:
            image: cart
        """
            + fields.indent(4)
            + """
          pricing: { image: pricing }
        """);
  }

  @Test
  void an_unknown_dependency_names_the_defined_services() {
    assertThat(cart("depends_on:\n  - pricng"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: service 'cart' depends on 'pricng', which is not defined.
            compose.yaml:5: services.cart.depends_on.pricng
            Defined services: cart, pricing. Did you mean 'pricing'?
            Correct the name, or add the service.""");
  }

  @Test
  void a_dependency_cycle_is_named_in_full() {
    String compose =
        """
        services:
          start: { image: i, depends_on: [a] }
          a: { image: i, depends_on: [b] }
          b:
            image: i
            depends_on:
              c: { condition: service_healthy }
          c: { image: i, depends_on: [a] }
        """;
    assertThat(error(compose))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: services depend on each other in a cycle.
            compose.yaml:8: services.c.depends_on.a
            Cycle: a -> b -> c -> a
            Remove one of these dependencies.""");
  }

  @Test
  void a_cycle_through_what_services_share_is_named_by_the_key_that_closes_it() {
    assertThat(cart("network_mode: service:sidecar"))
        .contains("service 'cart' depends on 'sidecar', which is not defined");
    folder.compose(
        """
        services:
          a: { image: i, network_mode: service:b }
          b:
            image: i
            volumes_from:
              - a:ro
        """);

    assertThat(folder.error())
        .contains("compose.yaml:6: services.b.volumes_from[0]", "Cycle: a -> b -> a");
  }

  @Test
  void a_service_that_depends_on_itself_is_a_cycle() {
    assertThat(cart("depends_on: [cart]")).contains("compose.yaml:4:", "Cycle: cart -> cart\n");
  }

  @Test
  void an_unknown_condition_names_the_conditions() {
    assertThat(cart("depends_on:\n  pricing:\n    condition: service_helthy"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: the condition 'service_helthy' is not known.
            compose.yaml:6: services.cart.depends_on.pricing.condition
            Conditions: service_started, service_healthy, service_completed_successfully. Did you mean 'service_healthy'?
            Use one of these conditions.""");
  }

  @Test
  void a_list_where_a_mapping_is_needed_is_refused() {
    assertThat(error("services:\n  - cart\n"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: 'services' must be a mapping.
            compose.yaml:1: services
            It is a list.
            Correct the value.""");
  }

  @Test
  void a_mapping_where_a_list_is_needed_is_refused() {
    assertThat(cart("ports:\n  80: 80"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: 'services.cart.ports' must be a list.
            compose.yaml:4: services.cart.ports
            It is a mapping.
            Correct the value.""");
  }

  @Test
  void a_text_where_a_list_is_needed_is_refused() {
    assertThat(cart("expose: 80"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: 'services.cart.expose' must be a list.
            compose.yaml:4: services.cart.expose
            It is '80'.
            Correct the value.""");
  }

  @Test
  void a_list_where_a_text_is_needed_is_refused() {
    assertThat(cart("environment:\n  A:\n    - b"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: 'services.cart.environment.A' must be a text.
            compose.yaml:5: services.cart.environment.A
            It is a list.
            Correct the value.""");
  }

  @Test
  void an_environment_list_of_mappings_is_refused() {
    assertThat(cart("environment:\n  - A: b"))
        .contains("'services.cart.environment' must be a mapping.\ncompose.yaml:4:");
  }

  @Test
  void an_empty_service_is_refused() {
    assertThat(error("services:\n  cart:\n"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: 'services.cart' must be a mapping.
            compose.yaml:2: services.cart
            It is empty.
            Correct the value.""");
  }

  @Test
  void a_number_out_of_range_a_flag_and_a_duration_are_checked() {
    assertThat(cart("x-trestle:\n  port: 70000"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: 'services.cart.x-trestle.port' must be a number from 1 to 65535.
            compose.yaml:5: services.cart.x-trestle.port
            It is '70000'.
            Correct the value.""");
    assertThat(cart("x-trestle:\n  mailbox: maybe"))
        .contains("'services.cart.x-trestle.mailbox' must be true or false.", "It is 'maybe'.");
    assertThat(cart("healthcheck:\n  interval: 30"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: 'services.cart.healthcheck.interval' must be a duration, as 10s or 1m30s.
            compose.yaml:5: services.cart.healthcheck.interval
            It is '30'.
            Correct the value.""");
  }

  @Test
  void a_service_with_nothing_to_run_is_refused() {
    assertThat(error("services:\n  cart:\n    environment: { A: 1 }\n"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: service 'cart' has nothing to run.
            compose.yaml:2: services.cart
            It has none of: image, build, x-trestle.process, x-trestle.stub, x-trestle.mailbox.
            Add one of them.""");
  }

  @Test
  void a_file_without_services_is_refused() {
    assertThat(error("version: '3'\nvolumes: { data: }\n"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: it defines no services.
            compose.yaml:1
            Its keys: version, volumes.
            Describe the services under 'services:'.""");
  }

  @Test
  void a_bad_service_name_and_a_bad_project_name_are_refused() {
    assertThat(error("services:\n  my cart: { image: a }\n"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: the service name 'my cart' is not allowed.
            compose.yaml:2: services.my cart
            Allowed are letters, digits, '.', '_' and '-', but not '.' or '..' alone.
            Rename the service.""");
    assertThat(error("services:\n  ..: { image: a }\n")).contains("name '..' is not allowed");
    assertThat(error("name: My Shop\nservices: { cart: { image: a } }\n"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: the project's name 'My Shop' is not allowed.
            compose.yaml:1: name
            Allowed are lower-case letters, digits, '-' and '_', and a letter or digit first.
            Rename it, for example 'myshop'.""");
  }

  @Test
  void a_required_variable_that_is_not_set_or_empty_gives_the_files_own_message() {
    folder.compose("services:\n  cart:\n    image: \"cart:${TAG:?say which}\"\n");
    assertThat(folder.error())
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: the required variable 'TAG' is not set.
            compose.yaml:3: services.cart.image
            The file says: say which
            Set TAG in the environment, or in the file .env of the project directory.""");
    assertThat(folder.error(Map.of("TAG", ""))).contains("the required variable 'TAG' is empty.\n");
    assertThat(error("services: { cart: { image: '${TAG?}' } }"))
        .contains("The file gives no reason.");
  }

  @Test
  void a_malformed_variable_is_refused() {
    for (String malformed : new String[] {"a${", "cost ${5}", "${}", "${A", "${A/b/c}", "${A:}"}) {
      assertThat(error("services:\n  cart:\n    image: '" + malformed + "'\n"))
          .startsWith(
              """
              Compose file 'compose.yaml' cannot be read: a variable is malformed.
              compose.yaml:3: services.cart.image
              Found: """)
          .endsWith("Write ${NAME} or ${NAME:-default} for a variable, and $${ for a plain ${.");
    }
  }

  @Test
  void a_malformed_port_is_refused() {
    for (String malformed :
        new String[] {"http", "1:2:3:4", "70000:80", "80-79", "1-2:1-3", "80/sctp", "a:80"}) {
      assertThat(cart("ports:\n  - '" + malformed + "'"))
          .isEqualTo(
              """
              Compose file 'compose.yaml' cannot be read: a port is malformed.
              compose.yaml:5: services.cart.ports[0]
              Found: %s
              Write it as "8080:80", "127.0.0.1:8080:80/tcp" or { target: 80, published: 8080 }."""
                  .formatted(malformed));
    }
  }

  @Test
  void a_port_without_a_target_is_refused() {
    assertThat(cart("ports:\n  - published: 80"))
        .contains("services.cart.ports[0]\nIt has the keys: published.\n");
  }

  @Test
  void an_undefined_volume_or_network_is_refused() {
    assertThat(cart("volumes:\n  - data:/data"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: the volume 'data' is not defined.
            compose.yaml:5: services.cart.volumes[0]
            Defined volumes: none.
            Add it under the top-level key 'volumes', or write ./data for a directory.""");
    assertThat(error("services: { a: { image: a, networks: [frnt] } }\nnetworks: { front: }\n"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: the network 'frnt' is not defined.
            compose.yaml:1: services.a.networks.frnt
            Defined networks: front. Did you mean 'front'?
            Correct the name, or add it under the top-level key 'networks'.""");
  }

  @Test
  void a_malformed_health_check_command_volume_process_or_readiness_is_refused() {
    assertThat(cart("healthcheck:\n  test: [curl, localhost]"))
        .contains("compose.yaml:5: services.cart.healthcheck.test\nIt starts with 'curl'.\n");
    assertThat(cart("command: run 'it"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: a quote in 'services.cart.command' is not closed.
            compose.yaml:4: services.cart.command
            It is run 'it
            Close it.""");
    assertThat(cart("volumes: ['a:b:c:d']")).contains("a volume is malformed", "Found: a:b:c:d\n");
    assertThat(cart("healthcheck: { test: [CMD-SHELL] }"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: a health check has nothing to run.
            compose.yaml:4: services.cart.healthcheck.test
            After 'CMD-SHELL' the list ends.
            Add the command, or leave out 'test' to have the image's own.""");
    assertThat(cart("x-trestle: { process: [] }")).contains("a process has no command");
    assertThat(cart("x-trestle:\n  ready: { http: /health, log: x }"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: 'services.cart.x-trestle.ready' must have exactly one of http, port and log.
            compose.yaml:5: services.cart.x-trestle.ready
            It has the keys: http, log.
            Write { http: /health }, { port: 5432 } or { log: 'started' }.""");
    assertThat(cart("x-trestle: { ready: { http: health } }"))
        .contains("the path of a readiness check must start with '/'", "Found: health\n");
    assertThat(cart("x-trestle: { ready: { log: '(' } }"))
        .contains("the log line's regular expression is malformed", "Unclosed group: (\n");
  }

  @Test
  void a_missing_env_file_names_where_it_was_looked_for() {
    assertThat(cart("env_file:\n  - cart.env"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: the env file 'cart.env' does not exist.
            compose.yaml:5: services.cart.env_file[0]
            Looked at: $DIR/cart.env
            Correct the path, or create the file.""");
  }

  @Test
  void a_malformed_env_file_names_its_own_line() {
    folder.file("cart.env", "A=1\n\nB C=2\n");
    assertThat(cart("env_file: cart.env"))
        .isEqualTo(
            """
            Env file 'cart.env' cannot be read: a line is not of the form NAME=value.
            cart.env:3
            Found: B C=2
            Correct the line, or start it with # to make it a comment.""");
    folder.file("cart.env", "A='1\nB=2\n");
    assertThat(cart("env_file: cart.env"))
        .isEqualTo(
            """
            Env file 'cart.env' cannot be read: a quote is not closed.
            cart.env:1: A
            Found: '1
            Close the quote with '.""");
    folder.file("cart.env", "A=${B:?no b}\n");
    assertThat(cart("env_file: cart.env")).contains("cart.env:1: A\nThe file says: no b\n");
  }

  @Test
  void no_file_at_all_names_the_names_that_were_looked_for() {
    assertThat(folder.error())
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: there is no such file.
            Project directory: $DIR
            Looked for: compose.yaml, compose.yml, docker-compose.yml, docker-compose.yaml
            Create compose.yaml there, or name the file to read.""");
  }

  @Test
  void a_named_file_that_is_absent_is_named() {
    assertThat(folder.error(Map.of("COMPOSE_FILE", "shop.yaml")))
        .isEqualTo(
            """
            Compose file 'shop.yaml' cannot be read: the Compose file 'shop.yaml' does not exist.
            Project directory: $DIR
            Looked at: $DIR/shop.yaml
            Correct the path, or create the file.""");
  }

  @Test
  void an_env_file_that_is_no_text_is_refused() throws IOException {
    Files.write(folder.path("cart.env"), new byte[] {'A', '=', (byte) 0xff});
    assertThat(cart("env_file: cart.env"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: the env file 'cart.env' is not UTF-8 text.
            compose.yaml:4: services.cart.env_file[0]
            Looked at: $DIR/cart.env
            Save the file as UTF-8.""");
  }

  @Test
  void extends_of_an_unknown_service_or_file_is_refused() {
    assertThat(cart("extends: { service: bse }"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: service 'cart' extends 'bse', which is not defined there.
            compose.yaml:4: services.cart.extends
            Services in that file: cart, pricing.
            Correct the name, or add the service.""");
    assertThat(cart("extends: { service: base, file: base.yaml }"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: the Compose file 'base.yaml' does not exist.
            compose.yaml:4: services.cart.extends.file
            Looked at: $DIR/base.yaml
            Correct the path, or create the file.""");
    assertThat(cart("extends: { file: base.yaml }"))
        .contains("services.cart.extends", "Add the key 'service'.");
  }

  @Test
  void services_that_extend_each_other_are_refused() {
    String compose =
        """
        services:
          a: { extends: b }
          b: { extends: { service: c } }
          c: { extends: { service: b, file: compose.yaml } }
        """;
    assertThat(error(compose))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: a service extends itself.
            compose.yaml:3: services.b.extends
            Chain: b -> c -> b
            Remove one of these extends.""");
  }

  @Test
  void files_that_include_each_other_are_refused() {
    folder.file("sub/a.yaml", "services: { a: { image: a } }\ninclude:\n  - ../compose.yaml\n");
    assertThat(error("include: [sub/a.yaml]\nservices: { cart: { image: cart } }"))
        .isEqualTo(
            """
            Compose file 'sub/a.yaml' cannot be read: a file includes itself.
            sub/a.yaml:3: include[0]
            Chain: compose.yaml -> sub/a.yaml -> compose.yaml
            Remove one of these includes.""");
  }

  @Test
  void an_included_service_that_is_defined_here_too_is_refused() {
    folder.file("a.yaml", "services: { cart: { image: a } }");
    assertThat(error("include: [a.yaml]\nservices: { cart: { image: cart } }"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: service 'cart' is defined here and in an included file.
            compose.yaml:1: include[0]
            Defined at: compose.yaml:2, a.yaml:1
            Rename one of them, or put the changes into a file that is merged: include: [{ path: [the file, your changes] }].""");
  }

  @Test
  void an_include_of_an_absent_file_or_of_nothing_is_refused() {
    assertThat(error("include: [a.yaml]\nservices: { cart: { image: cart } }"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: the Compose file 'a.yaml' does not exist.
            compose.yaml:1: include[0]
            Looked at: $DIR/a.yaml
            Correct the path, or create the file.""");
    assertThat(error("include: [{ env_file: a }]\nservices: { cart: { image: cart } }"))
        .contains("compose.yaml:1: include[0]\nIt has the keys: env_file.\n");
  }
}
