package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.protocol.RunRequest.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputPathsTest {

  @TempDir Path project;
  private OutputPaths outputs;

  @BeforeEach
  void of() {
    outputs = new OutputPaths(project.resolve("target/trestle"));
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable write, String why) {
    assertThatThrownBy(write)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining(why)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(4));
  }

  @Test
  void a_report_replaces_a_report_and_nothing_else() throws Exception {
    Path page = project.resolve("site/flows.html");
    assertThatCode(() -> outputs.requireReport(page)).doesNotThrowAnyException();
    Files.createDirectories(page.getParent());
    Files.writeString(page, "<html><head><meta name=\"generator\" content=\"Trestle\"></head>");
    assertThatCode(() -> outputs.requireReport(page)).doesNotThrowAnyException();
    Path own = project.resolve("target/trestle/report/index.html");
    Files.createDirectories(own.getParent());
    Files.writeString(own, "of an earlier version");
    assertThatCode(() -> outputs.requireReport(own)).doesNotThrowAnyException();

    Path foreign = Files.writeString(project.resolve("index.html"), "<html>my homepage</html>");
    refused(() -> outputs.requireReport(foreign), "a file that Trestle did not write");
    assertThat(foreign).hasContent("<html>my homepage</html>");
    refused(() -> outputs.requireReport(project), "It is a folder.");
    refused(() -> outputs.requireReport(Path.of("/dev/null")), "It is not a regular file.");
    refused(() -> outputs.requireReport(foreign.resolve("x.html")), "is not a folder.");
    Path link = Files.createSymbolicLink(project.resolve("link.html"), foreign);
    refused(() -> outputs.requireReport(link), "a file that Trestle did not write");
    Path device = Files.createSymbolicLink(project.resolve("null.html"), Path.of("/dev/null"));
    refused(() -> outputs.requireReport(device), "It is not a regular file.");
    Path nowhere = Files.createSymbolicLink(project.resolve("gone.html"), project.resolve("gone"));
    refused(() -> outputs.requireReport(nowhere), "It is not a regular file.");
  }

  @Test
  void results_are_deleted_only_from_a_folder_without_any_or_a_marked_one() throws Exception {
    Path results = project.resolve("target/allure-results");
    outputs.claimResults(results);
    assertThat(results.resolve(".trestle")).isRegularFile();
    Files.writeString(results.resolve("1-result.json"), "{}");
    assertThatCode(() -> outputs.claimResults(results)).doesNotThrowAnyException();
    Path empty = Files.createDirectories(project.resolve("empty"));
    assertThatCode(() -> outputs.claimResults(empty)).doesNotThrowAnyException();
    Path older = Files.createDirectories(project.resolve("older"));
    Files.writeString(older.resolve("interactions.json"), "{}");
    assertThatCode(() -> outputs.claimResults(older)).doesNotThrowAnyException();

    Path foreign = Files.createDirectories(project.resolve("foreign"));
    Path theirs = Files.writeString(foreign.resolve("2-result.json"), "{}");
    refused(
        () -> outputs.claimResults(foreign),
        "holds results that Trestle did not write, such as 2-result.json.");
    assertThat(foreign).isDirectoryNotContaining(file -> !file.equals(theirs));
    refused(() -> outputs.claimResults(theirs), "is not a folder.");
    refused(() -> outputs.claimResults(Path.of("/dev/null")), "is not a folder.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "environment.properties",
        "categories.json",
        "executor.json",
        "history/history.json",
        ".gitkeep",
        "README.md"
      })
  void what_people_put_beside_results_is_no_result(String name) throws Exception {
    Path results = project.resolve("allure-results");
    Path file = results.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "theirs");

    assertThatCode(() -> outputs.claimResults(results)).doesNotThrowAnyException();

    assertThat(results.resolve(".trestle")).isRegularFile();
    assertThat(file).hasContent("theirs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1-result.json", "1-container.json", "1-attachment.txt", "1-attachment"})
  void results_of_another_tool_are_not_claimed(String name) throws Exception {
    Path results = Files.createDirectories(project.resolve("allure-results"));
    Files.writeString(results.resolve("environment.properties"), "a=b");
    Files.writeString(results.resolve(name), "{}");

    refused(() -> outputs.claimResults(results), "such as " + name + ".");
    assertThat(results.resolve(".trestle")).doesNotExist();
  }

  private Output output(Path results, Path report) {
    Path own = project.resolve("target/trestle");
    return new Output(
        results.toString(),
        report.toString(),
        own.resolve("junit").toString(),
        own.resolve("metrics.json").toString(),
        own.resolve("logs").toString());
  }

  private Path file(String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void a_refused_run_leaves_no_results_of_an_earlier_one() throws Exception {
    Path results = project.resolve("target/allure-results");
    outputs.claimResults(results);
    file("target/allure-results/1-result.json", "{}");
    Path categories = file("target/allure-results/categories.json", "[]");
    Path report = file("target/trestle/report/index.html", "an earlier report");
    file("target/trestle/junit/TEST-trestle.xml", "<testsuite/>");
    file("target/trestle/metrics.json", "{}");
    file("target/trestle/interactions.md", "seen");
    Path log = file("target/trestle/logs/host.log", "said");

    assertThat(outputs.withdraw(output(results, report))).isEmpty();

    try (Stream<Path> left = Files.walk(project.resolve("target"))) {
      assertThat(left.filter(Files::isRegularFile))
          .containsExactlyInAnyOrder(results.resolve(".trestle"), categories, log);
    }
  }

  @Test
  void a_refused_run_deletes_nothing_that_is_not_of_an_earlier_one() throws Exception {
    Path foreign = file("foreign/1-result.json", "{}");
    Path own = file("target/allure-results/.trestle", "mark");
    Path homepage = file("site/index.html", "<html>my homepage</html>");

    Path old = file("target/trestle/junit/TEST-trestle.xml", "<testsuite/>");
    Path result = file("target/allure-results/2-result.json", "{}");

    assertThat(outputs.withdraw(output(foreign.getParent(), project.resolve("none.html"))))
        .singleElement()
        .asString()
        .startsWith("'" + foreign.getParent() + "' stays and is not of this build")
        .contains("1-result.json");
    assertThat(old).doesNotExist();
    file("target/trestle/junit/TEST-trestle.xml", "<testsuite/>");
    assertThat(outputs.withdraw(output(own.getParent(), homepage)))
        .singleElement()
        .asString()
        .startsWith("'" + homepage + "' stays");

    assertThat(old).doesNotExist();
    assertThat(result).doesNotExist();
    assertThat(foreign).exists();
    assertThat(homepage).exists();
  }

  @Test
  void junit_xml_goes_to_a_folder() throws Exception {
    Path folder = project.resolve("junit");
    assertThatCode(() -> outputs.requireJunit(folder)).doesNotThrowAnyException();
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("TEST-other.xml"), "<testsuite/>");
    assertThatCode(() -> outputs.requireJunit(folder)).doesNotThrowAnyException();

    refused(() -> outputs.requireJunit(Path.of("/dev/null")), "is not a folder.");
    Files.createDirectories(folder.resolve("TEST-trestle.xml"));
    refused(() -> outputs.requireJunit(folder), "is not a regular file.");
  }

  @Test
  void a_build_folder_that_is_a_file_is_refused() throws Exception {
    assertThatCode(outputs::requireOwnFolder).doesNotThrowAnyException();
    Files.writeString(project.resolve("target"), "");

    refused(outputs::requireOwnFolder, "is not a folder.");
  }
}
