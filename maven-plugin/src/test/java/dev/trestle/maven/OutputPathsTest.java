package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void results_are_deleted_only_from_a_folder_that_is_new_empty_or_marked() throws Exception {
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
    refused(() -> outputs.claimResults(foreign), "holds files that Trestle did not write");
    assertThat(foreign).isDirectoryNotContaining(file -> !file.equals(theirs));
    refused(() -> outputs.claimResults(theirs), "is not a folder.");
    refused(() -> outputs.claimResults(Path.of("/dev/null")), "is not a folder.");
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
