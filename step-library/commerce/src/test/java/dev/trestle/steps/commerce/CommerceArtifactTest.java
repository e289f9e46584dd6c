package dev.trestle.steps.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.steps.core.StepArtifact;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class CommerceArtifactTest {

  @Test
  void is_found_by_the_service_loader() {
    assertThat(ServiceLoader.load(StepArtifact.class))
        .extracting(StepArtifact::name)
        .contains("commerce");
  }

  @Test
  void names_phrasebooks_that_are_on_the_class_path() {
    assertThat(new CommerceArtifact().phrasebooks())
        .isNotEmpty()
        .allSatisfy(
            phrasebook ->
                assertThat(getClass().getClassLoader().getResource(phrasebook)).isNotNull());
  }

  @Test
  void names_its_own_package_as_glue() {
    assertThat(new CommerceArtifact().glue()).containsExactly("dev.trestle.steps.commerce");
  }
}
