package dev.trestle.maven;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;

/** Which versions of Cucumber the step library runs with, and which a project brings. */
final class CucumberVersions {

  static final String GROUP = "io.cucumber";

  /** The first minor version of Cucumber 7 that has what the step library calls. */
  private static final int FIRST_MINOR = 11;

  private static final int MAJOR = 7;
  private static final Pattern NUMBER = Pattern.compile("(\\d+)\\.(\\d+)\\b.*");

  /** The artifacts of Cucumber's own release, all of one version; others have their own. */
  private static final Set<String> RELEASE =
      Set.of(
          "cucumber-cdi2",
          "cucumber-core",
          "cucumber-deltaspike",
          "cucumber-gherkin",
          "cucumber-gherkin-messages",
          "cucumber-guice",
          "cucumber-jakarta-cdi",
          "cucumber-jakarta-openejb",
          "cucumber-java",
          "cucumber-java8",
          "cucumber-junit",
          "cucumber-junit-platform-engine",
          "cucumber-kotlin-java8",
          "cucumber-openejb",
          "cucumber-picocontainer",
          "cucumber-plugin",
          "cucumber-spring",
          "cucumber-testng",
          "datatable",
          "datatable-matchers",
          "docstring");

  private CucumberVersions() {}

  /** The version of Cucumber that a project brings, of its core before that of another artifact. */
  static Optional<Artifact> brought(List<Dependency> project) {
    List<Artifact> release =
        project.stream()
            .map(Dependency::getArtifact)
            .filter(CucumberVersions::isOfRelease)
            .toList();
    return release.stream()
        .filter(artifact -> artifact.getArtifactId().equals("cucumber-core"))
        .findFirst()
        .or(() -> release.stream().findFirst());
  }

  /** What is wrong with the versions that a project brings, or empty. */
  static Optional<String> refusal(List<Dependency> project) {
    return project.stream()
        .map(Dependency::getArtifact)
        .filter(CucumberVersions::isOfRelease)
        .filter(artifact -> !isSupported(artifact.getVersion()))
        .findFirst()
        .map(CucumberVersions::refusal);
  }

  static boolean isSupported(String version) {
    Matcher number = NUMBER.matcher(version);
    return number.matches()
        && Integer.parseInt(number.group(1)) == MAJOR
        && Integer.parseInt(number.group(2)) >= FIRST_MINOR;
  }

  /**
   * The versions that hold when the project's dependencies are resolved with the step library: all
   * of Cucumber is of the version that the project brings, and the library's own otherwise.
   *
   * @param project the project's resolved dependencies
   * @param library what the library manages
   */
  static List<Dependency> managed(List<Dependency> project, List<Dependency> library) {
    Optional<Artifact> cucumber = brought(project);
    if (cucumber.isEmpty()) {
      return library;
    }
    return library.stream().map(managed -> aligned(managed, project, cucumber.get())).toList();
  }

  private static Dependency aligned(
      Dependency managed, List<Dependency> project, Artifact cucumber) {
    Artifact artifact = managed.getArtifact();
    if (!artifact.getGroupId().equals(GROUP)) {
      return managed;
    }
    String version =
        project.stream()
            .map(Dependency::getArtifact)
            .filter(own -> own.getGroupId().equals(GROUP))
            .filter(own -> own.getArtifactId().equals(artifact.getArtifactId()))
            .map(Artifact::getVersion)
            .findFirst()
            .orElse(isOfRelease(artifact) ? cucumber.getVersion() : artifact.getVersion());
    return managed.setArtifact(
        new DefaultArtifact(
            GROUP,
            artifact.getArtifactId(),
            artifact.getClassifier(),
            artifact.getExtension(),
            version));
  }

  private static boolean isOfRelease(Artifact artifact) {
    return artifact.getGroupId().equals(GROUP) && RELEASE.contains(artifact.getArtifactId());
  }

  private static String refusal(Artifact found) {
    return "Trestle does not run with Cucumber "
        + found.getVersion()
        + ".\n"
        + ("The project's test class path has io.cucumber:" + found.getArtifactId())
        + (":" + found.getVersion() + ".\n")
        + ("Supported: Cucumber " + MAJOR + "." + FIRST_MINOR + " and later versions of ")
        + (MAJOR + ".\n")
        + "Look at the dependencies on io.cucumber in the POM and its parents; mvn dependency:tree"
        + " -Dincludes=io.cucumber shows where each comes from.\n"
        + ("Raise io.cucumber:" + found.getArtifactId() + ", or the version of io.cucumber:")
        + "cucumber-bom where that is imported.";
  }
}
