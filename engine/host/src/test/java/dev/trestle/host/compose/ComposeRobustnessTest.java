package dev.trestle.host.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeRobustnessTest {
  private static final Pattern VALUE = Pattern.compile("(?<=[:\\-] )[^\\n]+(?=\\n)");
  private static final String EVERYTHING =
      """
      name: shop
      include:
        - other.yaml
        - path: third.yaml
          project_directory: sub
          env_file: vars.env
      services:
        cart:
          image: cart
          extends: { service: base }
          build: { context: ., dockerfile: D, args: { A: 1 }, target: t }
          environment: { A: 1, B: }
          env_file: { path: vars.env, required: true, format: raw }
          command: a 'b c'
          entrypoint: [a, b]
          ports:
            - 80:80
            - { target: 81, published: 82, host_ip: 127.0.0.1, protocol: tcp }
          expose: [90]
          depends_on: { base: { condition: service_healthy, required: true } }
          links: [other]
          healthcheck:
            test: [CMD, a]
            interval: 1s
            retries: 3
            disable: false
          volumes:
            - data:/data
            - { type: bind, source: ./a, target: /a, read_only: true }
          networks: { front: { aliases: [x] } }
          profiles: [one]
          container_name: c
          x-trestle:
            process: { command: [java], environment: { A: 1 }, directory: . }
            ready: { http: /health, port: 80, status: 200, timeout: 3s }
            openapi: openapi.yaml
            databases: [a]
            stub: stubs
            mailbox: true
            port: 80
        base: { image: base }
        logged: { image: a, x-trestle: { ready: { log: started } } }
      volumes: { data: }
      networks: { front: }
      """;

  @TempDir Path directory;

  private ComposeFolder folder() {
    return new ComposeFolder(directory)
        .file("other.yaml", "services: { other: { image: other } }")
        .file("third.yaml", "services: { third: { image: third } }")
        .file("vars.env", "A=1");
  }

  @Test
  void the_file_of_these_tests_is_read() {
    ComposeProject project = folder().compose(EVERYTHING).read(Map.of(), "*");

    assertThat(project.services()).containsOnlyKeys("other", "third", "cart", "base", "logged");
    assertThat(project.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "text",
        "-7",
        "3.5",
        "true",
        "[]",
        "[a]",
        "[[a], {}]",
        "[null]",
        "{}",
        "{ a: b }",
        "{ a: { b: c } }",
        "''",
        "!reset null",
        "!override [a]",
        "\"\\0\"",
        "99999999999",
        "&a [*a]",
        "*b",
        "!!binary aaa",
        "'${X'",
        "<<"
      })
  void whatever_a_field_holds_the_answer_is_a_project_or_an_error_in_four_parts(String value) {
    ComposeFolder folder = folder();
    Matcher values = VALUE.matcher(EVERYTHING);
    int tried = 0;
    while (values.find()) {
      String text =
          EVERYTHING.substring(0, values.start()) + value + EVERYTHING.substring(values.end());
      folder.compose(text);
      assertAnswer();
      tried++;
    }
    assertThat(tried).isGreaterThan(35);
  }

  @Test
  void a_file_cut_anywhere_gives_a_project_or_an_error_in_four_parts() {
    ComposeFolder folder = folder();
    for (int length = 0; length < EVERYTHING.length(); length += 29) {
      folder.compose(EVERYTHING.substring(0, length));
      assertAnswer();
    }
  }

  private void assertAnswer() {
    try {
      ComposeReader.read(new ComposeRequest(directory, List.of(), Set.of("*"), Map.of()));
    } catch (ComposeException e) {
      assertThat(String.valueOf(e.getMessage()).lines()).hasSize(4).noneMatch(String::isBlank);
    }
  }
}
