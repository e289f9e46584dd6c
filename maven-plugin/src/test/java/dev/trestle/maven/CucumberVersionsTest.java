package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CucumberVersionsTest {

  private static List<Dependency> dependencies(String... coordinates) {
    return Arrays.stream(coordinates)
        .map(
            it ->
                new Dependency(
                    new DefaultArtifact(it.replaceFirst(":(?=[^:]*$)", ":jar:")), "test"))
        .toList();
  }

  private static List<String> versions(List<Dependency> dependencies) {
    return dependencies.stream()
        .map(it -> it.getArtifact().getArtifactId() + " " + it.getArtifact().getVersion())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "6.11.0, false",
    "7.0.0, false",
    "7.2.3, false",
    "7.10.1, false",
    "7.11.0, true",
    "7.11.2, true",
    "7.20.1, true",
    "7.34.7, true",
    "7.41.0, true",
    "7.34.0-SNAPSHOT, true",
    "8.0.0, false",
    "RELEASE, false"
  })
  void supported_are_the_later_minor_versions_of_seven(String version, boolean supported) {
    assertThat(CucumberVersions.isSupported(version)).isEqualTo(supported);
    assertThat(CucumberVersions.refusal(dependencies("io.cucumber:cucumber-core:" + version)))
        .matches(refusal -> refusal.isPresent() != supported);
  }

  @Test
  void a_refusal_names_what_was_found_what_is_supported_and_what_to_change() {
    List<Dependency> project =
        dependencies(
            "org.junit:junit:4.12",
            "io.cucumber:cucumber-java:7.8.1",
            "io.cucumber:cucumber-core:7.8.1",
            "io.cucumber:messages:19.1.4");

    assertThat(CucumberVersions.refusal(project))
        .hasValue(
            """
            Trestle does not run with Cucumber 7.8.1.
            The project's test class path has io.cucumber:cucumber-java:7.8.1.
            Supported: Cucumber 7.11 and later versions of 7.
            Look at the dependencies on io.cucumber in the POM and its parents; mvn dependency:tree -Dincludes=io.cucumber shows where each comes from.
            Raise io.cucumber:cucumber-java, or the version of io.cucumber:cucumber-bom where that is imported.""");
  }

  @Test
  void artifacts_with_versions_of_their_own_are_not_judged() {
    assertThat(
            CucumberVersions.refusal(
                dependencies(
                    "io.cucumber:cucumber-core:7.34.2",
                    "io.cucumber:cucumber-scala_2.13:8.38.0",
                    "io.cucumber:cucumber-expressions:18.0.0",
                    "io.cucumber:gherkin:26.0.0")))
        .isEmpty();
    assertThat(
            CucumberVersions.refusal(
                dependencies(
                    "io.cucumber:cucumber-core:7.34.2", "io.cucumber:cucumber-junit:6.1.0")))
        .isPresent();
  }

  @Test
  void all_of_cucumber_is_of_the_version_that_the_project_brings() {
    List<Dependency> project =
        dependencies(
            "io.cucumber:cucumber-java:7.20.1",
            "io.cucumber:cucumber-core:7.20.1",
            "io.cucumber:gherkin:29.0.0",
            "io.cucumber:messages:25.0.0");
    List<Dependency> library =
        dependencies(
            "io.cucumber:cucumber-core:7.34.2",
            "io.cucumber:cucumber-picocontainer:7.34.2",
            "io.cucumber:gherkin:38.0.0",
            "io.cucumber:query:14.7.0",
            "io.qameta.allure:allure-cucumber7-jvm:2.33.0");

    assertThat(versions(CucumberVersions.managed(project, library)))
        .containsExactly(
            "cucumber-core 7.20.1",
            "cucumber-picocontainer 7.20.1",
            "gherkin 29.0.0",
            "query 14.7.0",
            "allure-cucumber7-jvm 2.33.0");
    assertThat(CucumberVersions.managed(dependencies("org.junit:junit:4.12"), library))
        .isEqualTo(library);
  }
}
