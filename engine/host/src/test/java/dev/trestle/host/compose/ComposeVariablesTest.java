package dev.trestle.host.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeVariablesTest {
  @TempDir Path directory;
  ComposeFolder folder;

  @BeforeEach
  void create_folder() {
    folder = new ComposeFolder(directory);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "${SET}, value",
        "$SET, value",
        "a$SET-b, avalue-b",
        "a${SET}b, avalueb",
        "$$SET, $SET",
        "$${SET}, ${SET}",
        "${SET:-default}, value",
        "${EMPTY:-default}, default",
        "${EMPTY-default}, ``",
        "${UNSET-default}, default",
        "${UNSET:-default}, default",
        "${UNSET:-}, ``",
        "${UNSET:-${SET}}, value",
        "${UNSET:-${UNSET:-${SET}-x}}, value-x",
        "${UNSET:-a:b/c}, a:b/c",
        "${SET:+alt}, alt",
        "${EMPTY:+alt}, ``",
        "${EMPTY+alt}, alt",
        "${UNSET+alt}, ``",
        "${SET:?needed}, value",
        "${EMPTY?needed}, ``",
        "${UNSET:-{\"a\":1}}, {\"a\":1}"
      })
  void variables_are_interpolated_as_compose_does(String text, String expected) {
    folder.compose("services: { cart: { image: cart, command: ['" + text + "'] } }");

    ComposeProject project = folder.read(Map.of("SET", "value", "EMPTY", ""));

    assertThat(project.services().get("cart").command()).containsExactly(expected);
    assertThat(project.warnings()).isEmpty();
  }

  @Test
  void a_variable_that_is_not_set_is_empty_and_gives_a_warning() {
    folder.compose(
        """
        services:
          cart:
            image: "cart:${TAG}"
        """);

    assertThat(folder.service("cart").image()).isEqualTo("cart:");
    assertThat(folder.warnings())
        .containsExactly(
            "compose.yaml:3: services.cart.image: variable 'TAG' is not set; an empty text stands"
                + " for it");
  }

  @Test
  void a_variable_may_stand_alone_without_quotes() {
    folder.compose(
        """
        services:
          cart:
            image: ${IMAGE:-cart}
            user: ${IMAGE:?}
            hostname: ${IMAGE}
        """);

    ComposeService cart = folder.read(Map.of("IMAGE", "mine")).services().get("cart");
    assertThat(cart.image()).isEqualTo("mine");
    assertThat(cart.container().place().hostname()).isEqualTo("mine");
  }

  @Test
  void numbers_may_come_from_variables() {
    folder.compose("services: { cart: { image: a, x-trestle: { port: '${PORT:-8080}' } } }");

    assertThat(folder.service("cart").xTrestle().port()).isEqualTo(8080);
  }

  @Test
  void the_env_file_of_the_project_gives_variables_under_those_of_the_environment() {
    folder
        .compose("services: { cart: { image: '${A}-${B}', environment: [A, B] } }")
        .file(".env", "A=file\nB=file");

    ComposeService cart = folder.read(Map.of("A", "shell")).services().get("cart");

    assertThat(cart.image()).isEqualTo("shell-file");
    assertThat(cart.environment().values())
        .extracting(Value::text)
        .containsExactly("shell", "file");
  }

  @Test
  void env_files_know_comments_quotes_exports_and_variables() {
    folder
        .compose("services: { cart: { image: cart, env_file: cart.env } }")
        .file(
            "cart.env",
            """
            # a comment
            PLAIN=value # and a comment
            HASH=a#b

            export EXPORTED = exported
            SINGLE='as ${PLAIN} \\n written' # comment
            DOUBLE="line\\nnext ${PLAIN} \\"quoted\\" \\${PLAIN}"
            LINES="one
            two"
            EMPTY=
            DERIVED=${PLAIN}/${NOWHERE:-x}
            COLON: yaml
            INHERITED
            UNKNOWN
            LAST=$$5""");

    Map<String, Value> environment =
        folder.read(Map.of("INHERITED", "from outside")).services().get("cart").environment();

    assertThat(environment).doesNotContainKey("UNKNOWN");
    assertThat(environment.get("LINES"))
        .isEqualTo(new Value("one\ntwo", new Position(Path.of("cart.env"), 8)));
    assertThat(environment.get("EMPTY"))
        .isEqualTo(new Value("", new Position(Path.of("cart.env"), 10)));
    Map<String, String> texts = new LinkedHashMap<>();
    environment.forEach((name, value) -> texts.put(name, value.text()));
    assertThat(texts)
        .containsEntry("PLAIN", "value")
        .containsEntry("HASH", "a#b")
        .containsEntry("EXPORTED", "exported")
        .containsEntry("SINGLE", "as ${PLAIN} \\n written")
        .containsEntry("DOUBLE", "line\nnext value \"quoted\" ${PLAIN}")
        .containsEntry("DERIVED", "value/x")
        .containsEntry("COLON", "yaml")
        .containsEntry("INHERITED", "from outside")
        .containsEntry("LAST", "$5")
        .hasSize(11);
  }

  @Test
  void env_files_are_merged_under_the_environment() {
    folder
        .compose(
            """
            services:
              cart:
                image: cart
                env_file:
                  - a.env
                  - path: b.env
                  - { path: absent.env, required: false }
                  - { path: raw.env, format: raw }
                environment: { C: own }
            """)
        .file("a.env", "A=a\nB=a\nC=a")
        .file("b.env", "B=b")
        .file("raw.env", "RAW='$A' # b");

    assertThat(folder.environment("cart"))
        .containsExactly(
            Map.entry("A", "a"),
            Map.entry("B", "b"),
            Map.entry("C", "own"),
            Map.entry("RAW", "'$A' # b"));
  }

  @Test
  void the_files_to_read_may_come_from_a_variable() {
    folder
        .file(".env", "COMPOSE_FILE=a.yaml,b.yaml\nCOMPOSE_PATH_SEPARATOR=,")
        .file("a.yaml", "services: { cart: { image: a } }")
        .file("b.yaml", "services: { cart: { image: b } }");

    assertThat(folder.service("cart").image()).isEqualTo("b");
  }
}
