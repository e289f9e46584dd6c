package dev.trestle.cornershop.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trestle.cornershop.kit.Json;
import dev.trestle.cornershop.kit.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CartProcessIT {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @TempDir Path folder;

  private Process start(Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            "target/cart.jar");
    builder.environment().keySet().removeIf(name -> name.contains("_") || name.equals("PORT"));
    builder.environment().putAll(environment);
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output"), StandardCharsets.UTF_8);
  }

  @Test
  void a_bad_environment_ends_the_process_with_one_message() throws Exception {
    Process process = start(Map.of("DATABASE_USER", "cart"));

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(output())
        .contains("DATABASE_URL is not set", "DATABASE_PASSWORD is not set")
        .contains("JWKS_URL is not set", "PRICING_URL is not set")
        .hasLineCount(1);
  }

  @Test
  void the_jar_serves_logs_json_lines_and_ends_well_when_it_is_told_to() throws Exception {
    try (TestDatabase database = TestDatabase.create("cart")) {
      Process process =
          start(
              Map.of(
                  "HOST", "127.0.0.1",
                  "PORT", "0",
                  "DATABASE_URL", database.address().url(),
                  "DATABASE_USER", database.address().user(),
                  "DATABASE_PASSWORD", database.address().password(),
                  "JWKS_URL", "http://127.0.0.1:1/jwks.json",
                  "PRICING_URL", "http://127.0.0.1:1"));
      try {
        await().atMost(Duration.ofSeconds(60)).until(() -> output().contains("\"port\":"));
        int port =
            output()
                .lines()
                .mapToInt(text -> line(text).path("port").asInt())
                .filter(value -> value > 0)
                .findFirst()
                .orElseThrow();
        await().atMost(Duration.ofSeconds(60)).until(() -> health(port) == 200);
      } finally {
        process.destroy();
      }

      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      List<JsonNode> lines = output().lines().map(CartProcessIT::line).toList();
      assertThat(lines)
          .allSatisfy(
              line -> {
                assertThat(line.path("service").asText()).isEqualTo("cart");
                assertThat(line.path("time").asText()).endsWith("Z");
                assertThat(line.path("level").asText()).isNotEmpty();
                assertThat(line.path("logger").asText()).isNotEmpty();
                assertThat(line.path("message").asText()).isNotEmpty();
              });
      assertThat(lines)
          .anySatisfy(
              line -> {
                assertThat(line.path("traceId").asText()).isEqualTo(TRACE);
                assertThat(line.path("spanId").asText()).hasSize(16);
                assertThat(line.path("path").asText()).isEqualTo("/health");
                assertThat(line.path("status").asInt()).isEqualTo(200);
              });
    }
  }

  private static int health(int port) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
            .timeout(Duration.ofSeconds(30))
            .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private static JsonNode line(String text) {
    try {
      return Json.tolerant().readTree(text);
    } catch (IOException e) {
      throw new AssertionError("Not a JSON line: " + text, e);
    }
  }
}
