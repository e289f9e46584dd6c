package dev.trestle.steps.core.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.steps.core.catalogue.CatalogueEntry;
import dev.trestle.steps.core.catalogue.CatalogueEntry.Kind;
import dev.trestle.steps.core.catalogue.StepCatalogue;
import dev.trestle.steps.core.catalogue.StepsIndex;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlueHintTest {

  private static StepCatalogue catalogue(CatalogueEntry... entries) {
    return new StepCatalogue(List.of(entries), new StepsIndex(List.of()));
  }

  private static CatalogueEntry step(String artifact, String location) {
    return new CatalogueEntry(Kind.STEP, "it runs", "", "", artifact, location);
  }

  @Test
  void a_project_without_glue_hears_of_the_parameter() {
    StepCatalogue library = catalogue(step("http", "dev.trestle.steps.http.Steps.send()"));

    assertThat(GlueHint.of(List.of(), library))
        .isEqualTo(
            "\nIf it is defined in Java, name its package in the parameter trestle.glue, which names"
                + " none.");
  }

  @Test
  void a_package_without_steps_is_named_with_the_place_that_was_searched() {
    StepCatalogue own =
        catalogue(
            step("http", "dev.trestle.steps.http.Steps.send()"),
            step("project", "com.example.shop.steps.CartSteps.add()"));

    assertThat(GlueHint.of(List.of("com.example.shop", "com.example.shops"), own))
        .contains("'com.example.shops', in which there is no step", "target/test-classes")
        .doesNotContain("'com.example.shop'");
    assertThat(GlueHint.of(List.of("com.example.shop"), own)).isEmpty();
    assertThat(GlueHint.of(List.of("classpath:com/example/shop"), own)).isEmpty();
    assertThat(GlueHint.of(List.of("com.example.shops"), catalogue()))
        .contains("'com.example.shops'");
  }
}
