package dev.trestle.host.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.compose.ComposeReader;
import dev.trestle.host.compose.ComposeRequest;
import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.DependencyCondition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionTest {

  @TempDir Path folder;
  private Definition before;

  @BeforeEach
  void build() throws IOException {
    Files.writeString(folder.resolve("cart.jar"), "one");
    before = definition(service());
  }

  private Projects.Builder service() {
    return Projects.service("cart")
        .process("java", "-jar", "cart.jar")
        .env("PRICING_URL", "http://pricing:8080")
        .readyHttp("/health", Duration.ofSeconds(5));
  }

  private Definition definition(Projects.Builder service) {
    return definition(service, 20_001);
  }

  private Definition definition(Projects.Builder service, int pricing) {
    ComposeService built = service.build(folder);
    Rewiring rewiring =
        new Rewiring(List.of("pricing"), (host, port, http) -> Rewiring.Place.local(pricing));
    return Definition.of(built, new AddressBook.Ports(Map.of(8080, 20_000)), rewiring, null);
  }

  @Test
  void the_same_definition_is_no_change() {
    assertThat(before.change(definition(service()))).isEmpty();
  }

  @Test
  void a_variable_a_dependency_and_a_provider_elsewhere_are_changes() {
    assertThat(before.change(definition(service().env("A", "b"))))
        .hasValue("its definition changed");
    assertThat(
            before.change(
                definition(service().dependsOn("x", DependencyCondition.SERVICE_STARTED))))
        .hasValue("its definition changed");
    assertThat(before.change(definition(service(), 20_002))).hasValue("its definition changed");
  }

  @Test
  void a_jar_that_was_built_anew_is_named() throws IOException {
    Files.writeString(folder.resolve("cart.jar"), "another");

    assertThat(before.change(definition(service()))).hasValue("cart.jar changed");
  }

  @Test
  void the_classes_of_a_class_path_count_and_other_folders_do_not() throws IOException {
    Files.createDirectories(folder.resolve("classes"));
    Files.createDirectories(folder.resolve("data"));
    Projects.Builder service =
        Projects.service("cart").process("java", "-cp", "classes", "Main", "data");
    Definition old = definition(service);

    Files.writeString(folder.resolve("data/row"), "x");
    assertThat(old.change(definition(service))).isEmpty();

    Files.writeString(folder.resolve("classes/Main.class"), "x");
    assertThat(old.change(definition(service))).hasValue("classes changed");
  }

  private static final String CONTAINED =
      """
      services:
        cart:
          image: cart
          healthcheck: { test: a, interval: 5s }
          networks: [back]
          volumes: ["data:/data"]
          secrets: [word]
          stop_signal: SIGINT
        other: { build: ., image: built }
      networks: { back: { internal: true } }
      volumes: { data: {} }
      secrets: { word: { environment: HOME } }
      """;

  private Definition contained(String compose) throws IOException {
    Files.writeString(folder.resolve("compose.yaml"), compose);
    ComposeProject project =
        ComposeReader.read(
            new ComposeRequest(folder, List.of(), Set.of(), Map.of("HOME", "/root")));
    Rewiring rewiring = new Rewiring(List.of(), (host, port, http) -> null);
    return Definition.of(
        Objects.requireNonNull(project.services().get("cart")),
        new AddressBook.Ports(Map.of(8080, 20_000)),
        rewiring,
        project);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "interval: 5s | interval: 6s",
        "internal: true | internal: false",
        "data: {} | data: { external: true }",
        "SIGINT | SIGTERM",
        "stop_signal: SIGINT | stop_grace_period: 3s",
        "stop_signal: SIGINT | pull_policy: always",
        "[back] | { back: { aliases: [x] } }",
        "image: cart | image: built",
        "environment: HOME | environment: NONE"
      })
  void whatever_a_container_is_made_of_counts(String old, String changed) throws IOException {
    Definition was = contained(CONTAINED);

    assertThat(was.change(contained(CONTAINED.replaceFirst(Pattern.quote(old), changed))))
        .isPresent();
  }

  @Test
  void where_a_containers_settings_are_written_does_not_count() throws IOException {
    Definition was = contained(CONTAINED);

    assertThat(was.change(contained("# a line more\n" + CONTAINED))).isEmpty();
  }
}
