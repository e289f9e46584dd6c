package dev.trestle.host.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is of use to containers only. */
class ComposeContainerTest {
  @TempDir Path directory;
  ComposeFolder folder;

  @BeforeEach
  void create_folder() {
    folder = new ComposeFolder(directory);
  }

  private ContainerSettings cart(String keys) {
    folder.compose("services:\n  cart:\n    image: cart\n" + keys.indent(4));
    assertThat(folder.warnings()).isEmpty();
    return folder.service("cart").container();
  }

  @Test
  void a_service_that_says_nothing_has_the_engines_own_settings() {
    assertThat(cart("")).isEqualTo(ContainerSettings.none());
  }

  @Test
  void who_runs_where_and_may_do_what() {
    ContainerSettings cart =
        cart(
            """
            user: "1000:1000"
            group_add: [audio]
            working_dir: /srv
            hostname: shelf
            init: true
            platform: linux/arm64
            pull_policy: if_not_present
            cap_add: [NET_ADMIN]
            cap_drop: [ALL]
            security_opt: [no-new-privileges]
            read_only: true
            stop_signal: SIGINT
            stop_grace_period: 3s
            """);

    assertThat(cart.place())
        .isEqualTo(
            new ContainerSettings.Place(
                "1000:1000", List.of("audio"), "/srv", "shelf", null, null, null, null));
    assertThat(cart.security())
        .isEqualTo(
            new ContainerSettings.Security(
                List.of("NET_ADMIN"), List.of("ALL"), List.of("no-new-privileges"), false, true));
    assertThat(cart.init()).isTrue();
    assertThat(cart.platform()).isEqualTo("linux/arm64");
    assertThat(cart.pullPolicy()).isEqualTo("missing");
    assertThat(cart.stopSignal()).isEqualTo("SIGINT");
    assertThat(cart.stopGrace()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void limits_are_read_from_the_service_and_deploy_wins() {
    ContainerSettings.Limits limits =
        cart("""
                mem_limit: 256m
                memswap_limit: -1
                shm_size: 64m
                cpus: 0.5
                cpu_shares: 512
                pids_limit: 100
                ulimits: { nofile: { soft: 1000, hard: 2000 }, nproc: 50 }
                deploy: { resources: { limits: { memory: 1gb, cpus: "1.5" } } }
                """)
            .limits();

    assertThat(limits)
        .isEqualTo(
            new ContainerSettings.Limits(
                1L << 30,
                null,
                -1L,
                1_500_000_000L,
                512,
                null,
                100L,
                64L << 20,
                Map.of(
                    "nofile",
                    new ContainerSettings.Ulimit(1000, 2000),
                    "nproc",
                    new ContainerSettings.Ulimit(50, 50))));
  }

  @Test
  void lists_and_mappings_say_the_same() {
    ContainerSettings cart =
        cart(
            """
            labels: [a=1, b]
            extra_hosts: ["db:10.0.0.1", "six=[::1]"]
            sysctls: { net.core.somaxconn: 1024 }
            tmpfs: ["/run:size=1m", /tmp]
            dns: 9.9.9.9
            """);

    assertThat(cart.labels()).isEqualTo(Map.of("a", "1", "b", ""));
    assertThat(cart.names().extraHosts()).containsExactly("db:10.0.0.1", "six:::1");
    assertThat(cart.names().dns()).containsExactly("9.9.9.9");
    assertThat(cart.sysctls()).isEqualTo(Map.of("net.core.somaxconn", "1024"));
    assertThat(cart.tmpfs()).isEqualTo(Map.of("/run", "size=1m", "/tmp", ""));
  }

  @Test
  void secrets_and_configs_are_files() {
    folder.compose(
        """
        services:
          cart:
            image: cart
            secrets: [key, { source: word, target: /etc/word }]
            configs: [{ source: conf, target: app.conf }]
        secrets:
          key: { file: key.pem }
          word: { environment: WORD }
        configs:
          conf: { content: "a=1" }
        """);

    assertThat(folder.service("cart").container().files())
        .extracting(FileGrant::file, FileGrant::content, FileGrant::target)
        .containsExactly(
            tuple(folder.path("key.pem"), null, "/run/secrets/key"),
            tuple(null, null, "/etc/word"),
            tuple(null, "a=1", "/app.conf"));
  }

  @Test
  void a_secret_that_nobody_defines_is_an_error() {
    folder.compose("services: { cart: { image: cart, secrets: [kay] } }\nsecrets: { key: {} }");

    assertThatThrownBy(folder::read)
        .isInstanceOf(ComposeException.class)
        .hasMessageContaining("'kay' is not defined")
        .hasMessageContaining("key");
  }

  @Test
  void networks_and_volumes_of_others_keep_their_names() {
    folder.compose(
        """
        services: { cart: { image: cart } }
        networks:
          mine: { internal: true }
          ours: { external: true, name: shared }
        volumes:
          data: {}
          more: { external: true }
        """);

    Resources resources = folder.read().resources();
    assertThat(resources.networks())
        .isEqualTo(
            Map.of(
                "mine",
                new Resources.Network(null, true),
                "ours",
                new Resources.Network("shared", false)));
    assertThat(resources.volumes())
        .isEqualTo(
            Map.of("data", new Resources.Volume(null), "more", new Resources.Volume("more")));
  }

  @Test
  void an_image_that_another_service_builds_is_known() {
    folder.compose(
        """
        services:
          cart: { build: ., image: "shop/cart:2" }
          worker: { image: "docker.io/shop/cart:2" }
          plain: { build: ., image: plain }
          latest: { image: "library/plain:latest" }
          other: { image: shop/cart }
        """);

    Map<String, ComposeService> all = folder.read().services();
    assertThat(all.values())
        .extracting(service -> service.builder(all.values()).name())
        .containsExactly("cart", "cart", "plain", "plain", "other");
  }

  @Test
  void what_is_no_size_is_an_error_with_its_place() {
    folder.compose("services: { cart: { image: cart, mem_limit: much } }");

    assertThatThrownBy(folder::read)
        .isInstanceOf(ComposeException.class)
        .hasMessageContaining("must be a size, as 512m or 2gb")
        .hasMessageContaining("compose.yaml:1: services.cart.mem_limit");
  }

  @Test
  void extra_hosts_may_have_several_addresses() {
    assertThat(
            cart("extra_hosts: { db: [10.0.0.1, '[::1]'], more: 10.0.0.2 }").names().extraHosts())
        .containsExactly("db:10.0.0.1", "db:::1", "more:10.0.0.2");
    assertThat(cart("extra_hosts: [\"db:10.0.0.1\", \"db:[fe80::1]\"]").names().extraHosts())
        .containsExactly("db:10.0.0.1", "db:fe80::1");
  }

  @Test
  void an_extra_host_without_an_address_is_an_error() {
    folder.compose("services: { cart: { image: cart, extra_hosts: [db] } }");

    assertThat(folder.error())
        .contains("an extra host is malformed", "services.cart.extra_hosts[0]\nFound: db\n");
  }

  @Test
  void capabilities_are_read_in_any_spelling_and_an_unknown_one_is_an_error() {
    assertThat(cart("cap_add: [net_admin, CAP_SYS_TIME]").security().added())
        .containsExactly("NET_ADMIN", "SYS_TIME");
    folder.compose("services: { cart: { image: cart, cap_drop: [NET_ADMN] } }");

    assertThat(folder.error())
        .contains("the capability 'NET_ADMN' is not known", "Did you mean 'NET_ADMIN'?");
  }

  @Test
  void limits_may_be_small_and_large() {
    assertThat(cart("cpus: '.5'").limits().nanoCpus()).isEqualTo(500_000_000L);
    assertThat(cart("ulimits: { memlock: 9223372036854775807, core: -1 }").limits().ulimits())
        .isEqualTo(
            Map.of(
                "memlock",
                new ContainerSettings.Ulimit(Long.MAX_VALUE, Long.MAX_VALUE),
                "core",
                new ContainerSettings.Ulimit(-1, -1)));
    folder.compose("services: { cart: { image: cart, ulimits: { core: many } } }");
    assertThat(folder.error()).contains("services.cart.ulimits.core", "It is 'many'.");
  }

  @Test
  void pull_policies_that_are_not_known_are_an_error() {
    assertThat(cart("pull_policy: build").pullPolicy()).isEqualTo("build");
    folder.compose("services: { cart: { image: cart, pull_policy: alway } }");

    assertThat(folder.error())
        .contains("the pull policy 'alway' is not known", "Did you mean 'always'?");
  }

  @Test
  void what_containers_cannot_be_given_is_named_with_its_line() {
    folder.compose(
        """
        services:
          cart:
            image: cart
            pull_policy: every_12h
            ports: ["8125:8125/udp", "80"]
            expose:
              - 8126/udp
              - 81
            volumes:
              - data:/data:nocopy,ro
              - ./a:/a:Z
            security_opt:
              - seccomp:profile.json
              - seccomp=unconfined
            ipc: service:other
            pid: service:other
          other: { image: other }
        networks:
          front: { name: shop, driver: overlay }
          back: { external: true, name: shop }
        volumes:
          data: { name: data, driver: nfs }
        """);

    ComposeService cart = folder.service("cart");
    assertThat(cart.exposedPorts()).containsExactly(81);
    assertThat(cart.container().pullPolicy()).isNull();
    assertThat(cart.container().security().options()).containsExactly("seccomp=unconfined");
    assertThat(cart.container().place().ipc()).isNull();
    assertThat(cart.container().place().pid()).isNull();
    assertThat(cart.volumes()).extracting(VolumeMount::readOnly).containsExactly(true, false);
    String udp = ": a UDP port is not published, and has no edge, in Trestle";
    String own =
        ": not used by Trestle: each environment has one of its own, unless it is external";
    assertThat(folder.warnings())
        .containsExactlyInAnyOrder(
            "compose.yaml:4: services.cart.pull_policy: 'every_12h' is not used by Trestle, which"
                + " pulls an image that is missing",
            "compose.yaml:5: services.cart.ports[0]" + udp,
            "compose.yaml:7: services.cart.expose[0]" + udp,
            "compose.yaml:10: services.cart.volumes[0]: the mode 'nocopy' is not used by Trestle",
            "compose.yaml:11: services.cart.volumes[1]: the mode 'Z' is not used by Trestle",
            "compose.yaml:13: services.cart.security_opt[0]: 'seccomp:profile.json' is not used by"
                + " Trestle, which leaves the engine's own profile",
            "compose.yaml:15: services.cart.ipc: 'service:other' is not used by Trestle",
            "compose.yaml:16: services.cart.pid: 'service:other' is not used by Trestle",
            "compose.yaml:19: networks.front.name" + own,
            "compose.yaml:19: networks.front.driver: not used by Trestle, which takes 'bridge'",
            "compose.yaml:22: volumes.data.name" + own,
            "compose.yaml:22: volumes.data.driver: not used by Trestle, which takes 'local'");
  }

  @Test
  void names_on_a_network_are_for_that_network() {
    folder.compose(
        """
        services:
          cart:
            image: cart
            container_name: the-cart
            networks: { front: { aliases: [basket] }, back: { aliases: [store] } }
          web: { image: web, networks: [front], links: ["cart:trolley", "cart:web"] }
        networks: { front: {}, back: {} }
        """);

    ComposeService cart = folder.service("cart");
    assertThat(cart.joined())
        .isEqualTo(
            Map.of(
                "front",
                Set.of("the-cart", "trolley", "basket"),
                "back",
                Set.of("the-cart", "trolley", "store")));
    assertThat(cart.aliases()).containsExactly("the-cart", "trolley", "basket", "store");
    assertThat(folder.warnings())
        .containsExactly(
            "compose.yaml:6: services.web.links[1]: the name 'web' is that of 'web' already, so the"
                + " link is not used");
  }

  @Test
  void a_volume_of_one_letter_is_no_drive_where_there_are_none() {
    assumeTrue(File.separatorChar == '/', "drives are Windows'");
    folder.compose(
        "services: { cart: { image: cart, volumes: ['d:/data:ro', 'd:/more'] } }\nvolumes: { d: }");

    assertThat(folder.service("cart").volumes())
        .extracting(VolumeMount::type, VolumeMount::source, VolumeMount::target)
        .containsExactly(
            tuple(VolumeMount.Type.VOLUME, "d", "/data"),
            tuple(VolumeMount.Type.VOLUME, "d", "/more"));
  }
}
