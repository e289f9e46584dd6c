package dev.trestle.host.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.host.compose.Build;
import dev.trestle.host.environment.Projects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DockerfileTest {

  @TempDir Path folder;

  private List<String> bases(Map<String, String> arguments, String... lines) throws IOException {
    return bases(new Build("", null, arguments, null, Projects.at(1)), lines);
  }

  private List<String> until(String target, String... lines) throws IOException {
    return bases(new Build("", null, Map.of(), target, Projects.at(1)), lines);
  }

  private List<String> bases(Build build, String... lines) throws IOException {
    Path file = folder.resolve("Dockerfile");
    Files.writeString(file, String.join("\n", lines));
    return Dockerfile.bases(file, build);
  }

  @Test
  void the_image_of_each_stage_is_found_once_and_stages_are_none() throws IOException {
    assertThat(
            bases(
                Map.of(),
                "FROM --platform=linux/amd64 maven:3.9 AS build",
                "RUN mvn package",
                "from eclipse-temurin:17-jre as run",
                "FROM run",
                "COPY --from=build /app.jar .",
                "FROM scratch"))
        .containsExactly("maven:3.9", "eclipse-temurin:17-jre");
  }

  @Test
  void arguments_are_put_in_and_those_that_are_given_win() throws IOException {
    String[] lines = {
      "ARG JRE_IMAGE=\"eclipse-temurin:17-jre\"", "ARG TAG", "FROM ${JRE_IMAGE}", "FROM a:${TAG:-1}"
    };

    assertThat(bases(Map.of(), lines)).containsExactly("eclipse-temurin:17-jre", "a:1");
    assertThat(bases(Map.of("JRE_IMAGE", "local/jre:17", "TAG", "2"), lines))
        .containsExactly("local/jre:17", "a:2");
  }

  @Test
  void stages_are_known_in_any_case_and_images_without_a_tag_are_the_latest() throws IOException {
    assertThat(bases(Map.of(), "FROM maven AS Build", "FROM localhost:5000/jre", "FROM BUILD"))
        .containsExactly("maven:latest", "localhost:5000/jre:latest");
  }

  @Test
  void an_image_that_is_copied_from_is_needed_too() throws IOException {
    assertThat(
            bases(
                Map.of("TOOLS", "tools"),
                "ARG TOOLS",
                "FROM a:1 AS one",
                "FROM b:1",
                "COPY --chown=1 --from=One /a /a",
                "COPY --from=0 /a /b",
                "COPY --from=${TOOLS}:2 /c /c"))
        .containsExactly("a:1", "b:1", "tools:2");
  }

  @Test
  void what_comes_after_the_target_is_not_needed() throws IOException {
    String[] lines = {
      "FROM a:1 AS one", "FROM b:1 AS Two", "COPY --from=c:1 / /", "FROM d:1", "FROM e:1 AS last"
    };

    assertThat(until("two", lines)).containsExactly("a:1", "b:1", "c:1");
    assertThat(until("2", lines)).containsExactly("a:1", "b:1", "c:1", "d:1");
    assertThat(until("last", lines)).hasSize(5);
  }

  @Test
  void an_argument_may_choose_between_two() throws IOException {
    String[] lines = {"ARG SLIM", "FROM jre:17${SLIM:+-slim}"};

    assertThat(bases(Map.of(), lines)).containsExactly("jre:17");
    assertThat(bases(Map.of("SLIM", "1"), lines)).containsExactly("jre:17-slim");
  }
}
