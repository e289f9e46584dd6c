package dev.trestle.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioIdentityTest {

  private static final Path SHOP = Path.of("/work/shop");

  @Test
  void a_file_of_the_project_is_named_from_its_folder_however_cucumber_names_it() {
    assertThat(ScenarioIdentity.file("file:///work/shop/f/a.feature", SHOP))
        .isEqualTo("f/a.feature");
    assertThat(ScenarioIdentity.file("file:/work/shop/f/a.feature", SHOP)).isEqualTo("f/a.feature");
    assertThat(ScenarioIdentity.file("file:f/a.feature", SHOP)).isEqualTo("f/a.feature");
    assertThat(ScenarioIdentity.file("f/a.feature", SHOP)).isEqualTo("f/a.feature");
    assertThat(ScenarioIdentity.file("file:///work/shop/a%20b/%C3%BC.feature", SHOP))
        .isEqualTo("a b/ü.feature");
  }

  @Test
  void what_lies_elsewhere_keeps_its_name() {
    assertThat(ScenarioIdentity.file("file:///else/a.feature", SHOP)).isEqualTo("/else/a.feature");
    assertThat(ScenarioIdentity.file("classpath:f/a.feature", SHOP))
        .isEqualTo("classpath:f/a.feature");
    assertThat(ScenarioIdentity.file("file:///C:/else/a.feature", SHOP))
        .endsWith("C:/else/a.feature");
  }

  @Test
  void the_same_scenario_once_more_in_a_file_is_counted() {
    ScenarioIdentities identities = new ScenarioIdentities();

    assertThat(identities.next("a.feature", "R", "S", List.of("1", "x")))
        .isEqualTo("a.feature › R › S › 1 | x");
    assertThat(identities.next("a.feature", "R", "S", List.of("1", "x")))
        .isEqualTo("a.feature › R › S › 1 | x › #2");
    assertThat(identities.next("b.feature", "", "S", List.of())).isEqualTo("b.feature › S");
  }

  @Test
  void history_is_kept_by_a_hash() {
    assertThat(ScenarioIdentity.hash("a.feature › S"))
        .hasSize(32)
        .isEqualTo(ScenarioIdentity.hash("a.feature › S"))
        .isNotEqualTo(ScenarioIdentity.hash("a.feature › T"));
  }
}
