package dev.trestle.host.container;

import static org.assertj.core.api.Assertions.assertThat;

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
    Path file = folder.resolve("Dockerfile");
    Files.writeString(file, String.join("\n", lines));
    return Dockerfile.bases(file, arguments);
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
}
