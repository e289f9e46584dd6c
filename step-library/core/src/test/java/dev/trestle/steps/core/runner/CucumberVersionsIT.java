package dev.trestle.steps.core.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.steps.core.testing.FakeHost;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The runner with each supported minor version of Cucumber, and with some that are not. */
final class CucumberVersionsIT {

  private static final RemoteRepository CENTRAL =
      new RemoteRepository.Builder("central", "default", "https://repo.maven.apache.org/maven2")
          .build();

  private static final RepositorySystem REPOSITORIES = new RepositorySystemSupplier().get();

  @TempDir private Path project;

  /** The jars of a version; what is in the local repository needs no network. */
  private static List<String> cucumber(String version) throws DependencyResolutionException {
    DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
    session.setLocalRepositoryManager(
        REPOSITORIES.newLocalRepositoryManager(
            session, new LocalRepository(System.getProperty("localRepository"))));
    CollectRequest collect = new CollectRequest();
    for (String artifact : List.of("cucumber-java", "cucumber-picocontainer")) {
      collect.addDependency(
          new Dependency(new DefaultArtifact("io.cucumber", artifact, "jar", version), "compile"));
    }
    collect.addRepository(CENTRAL);
    return REPOSITORIES
        .resolveDependencies(session, new DependencyRequest(collect, null))
        .getArtifactResults()
        .stream()
        .map(result -> result.getArtifact().getFile().toString())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7.11.2", "7.12.1", "7.13.0", "7.14.1", "7.15.0", "7.16.1", "7.17.0", "7.18.1",
        "7.19.0", "7.20.1", "7.21.1", "7.22.2", "7.23.0", "7.24.0", "7.25.0", "7.26.0",
        "7.27.2", "7.28.2", "7.29.0", "7.30.0", "7.31.0", "7.32.0", "7.33.0"
      })
  void each_supported_version_runs_scenarios_phrases_and_guards(String version) throws Exception {
    try (FakeHost host = FakeHost.start("cart");
        RunnerProcess runner = new RunnerProcess(project, host)) {
      runner
          .feature(
              "a.phrases.feature",
              "Feature: P\n  Scenario: {n:int} thing(s) in it\n    Given a basket with <n> items\n")
          .feature(
              "a.feature",
              """
              Feature: F
                Rule: r
                  Scenario Outline: o <n>
                    Given <n> things in it
                    Then within 1 s, it has <n> items
                    Examples:
                      | n |
                      | 2 |
                      | 3 |
                Scenario: red
                  Given a basket with 1 item
                  Then it has 2 items
                Scenario: undefined
                  Given a basket with 2 itmes
              """)
          .cucumber(cucumber(version));

      assertThat(runner.run()).as(runner::errors).isZero();

      assertThat(runner.results().all("status"))
          .containsExactlyInAnyOrder("passed", "passed", "failed", "broken");
      assertThat(runner.results().message("undefined")).contains("a basket with {int} item(s)");
      assertThat(host.messages().get(0)).startsWith("{\"meta\":");
      assertThat(host.messages().toString()).contains("testRunFinished", "UNDEFINED", "FAILED");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.0.0"})
  void parts_that_do_not_fit_each_other_are_told_with_their_versions(String version)
      throws Exception {
    try (FakeHost host = FakeHost.start("cart");
        RunnerProcess runner = new RunnerProcess(project, host)) {
      runner
          .feature("a.feature", "Feature: F\n  Scenario: s\n    Given a basket with 1 item\n")
          .cucumber(cucumber(version));

      assertThat(runner.run()).isEqualTo(Runner.COULD_NOT_RUN);

      assertThat(runner.text("err"))
          .contains("do not fit each other", "io.cucumber:cucumber-core " + version, "cucumber-bom")
          .doesNotContain("\tat ");
    }
  }
}
