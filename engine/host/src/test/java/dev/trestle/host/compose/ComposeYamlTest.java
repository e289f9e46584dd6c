package dev.trestle.host.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeYamlTest {
  @TempDir Path directory;
  ComposeFolder folder;

  @BeforeEach
  void create_folder() {
    folder = new ComposeFolder(directory);
  }

  private String error(String compose) {
    return folder.compose(compose).error();
  }

  @Test
  void a_syntax_error_names_the_line() {
    assertThat(error("services:\n  cart:\n    image: a: b\n"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: it is not valid YAML.
            compose.yaml:3
            The parser says: mapping values are not allowed here.
            Correct the syntax there, or in the lines just before.""");
  }

  @Test
  void an_unknown_alias_a_tab_and_an_open_bracket_are_syntax_errors() {
    assertThat(error("services:\n  cart: *nobody\n")).contains("\ncompose.yaml:2\n", "nobody");
    assertThat(error("services:\n\tcart: {}\n"))
        .contains("\ncompose.yaml:2\n", "is not valid YAML");
    assertThat(error("services: [\n")).contains("is not valid YAML", "\ncompose.yaml:2\n");
  }

  @Test
  void a_key_that_is_there_twice_is_refused() {
    assertThat(error("services:\n  cart: { image: a }\n  pricing: { image: b }\n  cart: {}\n"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: the key 'cart' is there twice.
            compose.yaml:4
            First: compose.yaml:2
            Remove one of the two.""");
    assertThat(error("x: &x { a: 1 }\nservices:\n  c: { <<: *x, image: a, image: b }\n"))
        .contains("the key 'image' is there twice");
  }

  @Test
  void an_empty_file_two_documents_and_a_list_are_refused() {
    assertThat(error("# nothing\n"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: it must be one YAML mapping with the key 'services'.
            compose.yaml:1
            It is empty.
            Describe the services under 'services:'.""");
    assertThat(error("services: {}\n---\nservices: {}\n"))
        .contains("A second YAML document starts here.");
    assertThat(error("- a\n")).contains("The file holds a list.");
  }

  @Test
  void a_tag_that_would_build_an_object_is_refused() {
    assertThat(error("services:\n  cart: !!javax.script.ScriptEngineManager [x]\n"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: the tag 'tag:yaml.org,2002:javax.script.ScriptEngineManager' is not allowed.
            compose.yaml:2
            Compose knows the tags !reset and !override.
            Remove the tag.""");
  }

  @Test
  void aliases_that_unfold_without_end_are_refused() {
    StringBuilder bomb = new StringBuilder("x-a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      String alias = "*a" + (i - 1) + ", ";
      bomb.append("x-a%d: &a%d [%s]\n".formatted(i, i, alias.repeat(10)));
    }
    assertThat(error(bomb.toString()))
        .startsWith(
            "Compose file 'compose.yaml' cannot be read: its aliases unfold to more than 100000"
                + " values.\ncompose.yaml:")
        .endsWith(
            """

            The limit keeps a small file from filling the memory.
            Use fewer aliases in each other.""");
  }

  @Test
  void an_alias_inside_its_own_anchor_is_refused() {
    assertThat(error("services:\n  cart: &a\n    image: a\n    labels: *a\n"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: an alias contains itself.
            compose.yaml:2
            Anchor: &a
            Remove the alias from inside its anchor.""");
  }

  @Test
  void deep_nesting_and_large_files_are_refused() {
    assertThat(error("a: " + "[".repeat(50_000)))
        .contains("The parser says: more than 100 levels of nesting.");
    assertThat(error("a: " + "x".repeat(1024 * 1024)))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: the Compose file 'compose.yaml' is larger than 1048576 bytes.
            Project directory: $DIR
            Looked at: $DIR/compose.yaml
            Split the file, or name another one.""");
  }

  @Test
  void a_merge_key_needs_a_mapping() {
    assertThat(error("services:\n  cart:\n    <<: text\n"))
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: the merge key '<<' must have a mapping, or a list of mappings.
            compose.yaml:3
            It is 'text'.
            Point it to an anchor on a mapping, as in: <<: *defaults""");
  }

  @Test
  void a_key_that_is_a_list_is_refused() {
    assertThat(error("? [a, b]\n: c\n")).contains("a key must be a text", "compose.yaml:1");
  }
}
