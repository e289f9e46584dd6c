package dev.trestle.steps.core.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.HostClient;
import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.RunnerRequest;
import dev.trestle.protocol.Secrets;
import dev.trestle.protocol.SharedSecrets;
import dev.trestle.steps.core.testing.FakeHost;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CucumberRunTest {

  @TempDir private Path project;
  private final FakeHost host = FakeHost.start("cart");
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @AfterEach
  void close() {
    host.close();
  }

  private int run(URI address, String token) throws IOException {
    Path feature = project.resolve("a.feature");
    Files.writeString(feature, "Feature: F\n  Scenario: s\n    Given nothing\n");
    Path results = Files.createDirectories(project.resolve("allure-results"));
    RunnerRequest request =
        new RunnerRequest(
            Protocol.VERSION,
            address.toString(),
            token,
            List.of(feature.toString()),
            List.of(),
            null,
            List.of(),
            1,
            results.toString(),
            false,
            "",
            "");
    try (PrintStream out = new PrintStream(errors, true, StandardCharsets.UTF_8)) {
      return CucumberRun.of(request, new HostClient(address, token), out).run();
    }
  }

  private void assertRefused() {
    assertThat(errors.toString(StandardCharsets.UTF_8))
        .startsWith("No scenario was run: the Trestle host did not say which values are secret")
        .contains("Log: target/trestle/logs/host.log", "Run again");
    assertThat(host.messages()).isEmpty();
    assertThat(project.resolve("allure-results")).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nothing", "{\"names\":\"\"", "{\"names\":\"\",\"values\":7}", "[]", "{}"})
  void nothing_runs_when_the_host_says_nothing_that_can_be_read_about_secrets(String answer)
      throws IOException {
    host.secrets(answer);

    assertThat(run(host.address(), host.token())).isEqualTo(Runner.COULD_NOT_RUN);
    assertRefused();
  }

  @Test
  void nothing_runs_when_the_host_refuses_to_say_what_is_secret() throws IOException {
    assertThat(run(host.address(), "another")).isEqualTo(Runner.COULD_NOT_RUN);
    assertRefused();
  }

  @Test
  void nothing_runs_when_the_host_is_gone() throws IOException {
    host.close();

    assertThat(run(host.address(), host.token())).isEqualTo(Runner.COULD_NOT_RUN);
    assertRefused();
  }

  @Test
  void what_the_host_knows_to_be_secret_is_masked_here() {
    String secret = "kX93hd72Jslq0zPwv4";
    host.secrets(JsonRecords.write(new SharedSecrets("", List.of(secret))));

    LearnedSecrets.sharedBy(host.client());

    assertThat(Secrets.mask("It is " + secret + ".")).isEqualTo("It is *****.");
  }
}
