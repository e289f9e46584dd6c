package dev.trestle.host.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeWarningsTest {
  @TempDir Path directory;
  ComposeFolder folder;

  @BeforeEach
  void create_folder() {
    folder = new ComposeFolder(directory);
  }

  @Test
  void keys_of_compose_that_are_not_used_are_named_with_file_and_line() {
    folder.compose(
        """
        services:
          cart:
            image: cart
            restart: always
            deploy:
              replicas: 2
            build: { context: ., no_cache: true }
            healthcheck: { test: a, start_interval: 1s }
            ports:
              - { target: 80, mode: host }
        """);

    assertThat(folder.warnings())
        .containsExactly(
            "compose.yaml:4: services.cart.restart: not used by Trestle",
            "compose.yaml:7: services.cart.build.no_cache: not used by Trestle",
            "compose.yaml:10: services.cart.ports[0].mode: not used by Trestle",
            "compose.yaml:8: services.cart.healthcheck.start_interval: not used by Trestle",
            "compose.yaml:6: services.cart.deploy.replicas: not used by Trestle");
  }

  @Test
  void unknown_keys_are_named_with_what_may_have_been_meant() {
    folder.compose(
        """
        service: {}
        services:
          cart:
            image: cart
            enviroment: { A: 1 }
            colour: red
            x-trestel: { port: 80 }
            x-trestle:
              redy: { port: 80 }
              ready: { port: 80, timout: 3s }
        """);

    assertThat(folder.warnings())
        .containsExactly(
            "compose.yaml:1: service: unknown key 'service': did you mean 'services'?",
            "compose.yaml:5: services.cart.enviroment: unknown key 'enviroment': did you mean"
                + " 'environment'?",
            "compose.yaml:6: services.cart.colour: unknown key 'colour'",
            "compose.yaml:7: services.cart.x-trestel: unknown key 'x-trestel': did you mean"
                + " 'x-trestle'?",
            "compose.yaml:9: services.cart.x-trestle.redy: unknown key 'redy': did you mean"
                + " 'ready'?",
            "compose.yaml:10: services.cart.x-trestle.ready.timout: unknown key 'timout': did you"
                + " mean 'timeout'?");
  }

  @Test
  void extension_fields_and_known_top_level_keys_give_no_warning() {
    folder.compose(
        """
        version: "3.9"
        name: shop
        x-common: { restart: always }
        services: { cart: { image: cart, x-note: mine } }
        volumes: { data: { driver: local } }
        networks: { front: { driver: bridge } }
        secrets: { key: { file: key } }
        configs: { conf: { file: conf } }
        """);

    assertThat(folder.warnings()).isEmpty();
  }

  @Test
  void a_key_that_several_services_share_is_named_once() {
    folder.compose(
        """
        x-base: &base { image: a, restart: always }
        services:
          a: *base
          b: { <<: *base }
          c: { extends: a }
        """);

    assertThat(folder.warnings())
        .containsExactly("compose.yaml:1: services.a.restart: not used by Trestle");
  }

  @Test
  void an_empty_command_is_said_to_be_the_images_own() {
    folder.compose("services: { cart: { image: cart, entrypoint: [], command: '' } }");

    assertThat(folder.warnings())
        .containsExactly(
            "compose.yaml:1: services.cart.command: an empty value is read as the image's own"
                + " command",
            "compose.yaml:1: services.cart.entrypoint: an empty value is read as the image's own"
                + " entrypoint");
  }

  @Test
  void the_keys_of_services_whose_profile_is_not_active_are_checked_too() {
    folder.compose(
        """
        services:
          cart: { image: cart }
          tool: { image: tool, profiles: [tools], imagee: x }
        """);

    assertThat(folder.read().services()).containsOnlyKeys("cart");
    assertThat(folder.warnings())
        .containsExactly(
            "compose.yaml:3: services.tool.imagee: unknown key 'imagee': did you mean 'image'?");
  }
}
