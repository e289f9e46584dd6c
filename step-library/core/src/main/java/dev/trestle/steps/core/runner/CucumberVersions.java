package dev.trestle.steps.core.runner;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions of Cucumber's artifacts on the class path, by the names of their jars. */
final class CucumberVersions {

  private static final List<String> ARTIFACTS =
      List.of(
          "cucumber-core",
          "cucumber-plugin",
          "cucumber-java",
          "cucumber-gherkin",
          "cucumber-gherkin-messages",
          "gherkin",
          "messages",
          "cucumber-expressions");

  private CucumberVersions() {}

  /** The message for parts of Cucumber that do not fit each other. */
  static String unfit(Throwable missing) {
    StringBuilder found = new StringBuilder();
    for (String artifact : ARTIFACTS) {
      String version = version(artifact);
      if (!version.isEmpty()) {
        found.append("\n  io.cucumber:").append(artifact).append(' ').append(version);
      }
    }
    return "Cucumber could not run: its artifacts on the project's test class path do not fit each"
        + " other.\n"
        + ("Missing: " + missing + "\nFound:" + found + "\n")
        + "Look at mvn dependency:tree -Dincludes=io.cucumber.\n"
        + "Import io.cucumber:cucumber-bom of one version in dependencyManagement, and give no other"
        + " version for an io.cucumber artifact.";
  }

  private static String version(String artifact) {
    Pattern jar = Pattern.compile(Pattern.quote(artifact) + "-(\\d[^/\\\\]*)\\.jar");
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> jar.matcher(new File(entry).getName()))
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .findFirst()
        .orElse("");
  }
}
