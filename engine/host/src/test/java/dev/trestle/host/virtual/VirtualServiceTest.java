package dev.trestle.host.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.protocol.Json;
import dev.trestle.protocol.StubMapping;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VirtualServiceTest {

  private static final String ADA = "7e57ca5e16cd43dd8448eb211c80319c";
  private static final String BOB = "7e57ca5e17cd43dd8448eb211c80319c";
  private static final String PRIORITY_ONE =
      "{\"priority\":1,\"request\":{\"method\":\"GET\",\"url\":\"/rate\"},"
          + "\"response\":{\"body\":\"of the folder\"}}";

  @TempDir private Path folder;

  @Test
  void a_scenarios_mapping_answers_its_scenario_until_its_end()
      throws IOException, InterruptedException {
    mapping(PRIORITY_ONE);
    int port = port();
    try (VirtualService service = VirtualService.start("acquirer", folder, port)) {
      service.stub(
          stub(ADA, "{\"request\":{\"url\":\"/rate\"},\"response\":{\"body\":\"ada's\"}}"));

      assertThat(ask(port, ADA)).isEqualTo("200 ada's");
      assertThat(ask(port, BOB)).isEqualTo("200 of the folder");
      service.endScenario(ADA);
      assertThat(ask(port, ADA)).isEqualTo("200 of the folder");
    }
  }

  @Test
  void numbers_of_a_body_are_answered_as_they_were_written()
      throws IOException, InterruptedException {
    mapping(PRIORITY_ONE);
    int port = port();
    String body = "{\"amount\":100.00,\"id\":1234567890123456789012,\"rate\":1E+2}";
    try (VirtualService service = VirtualService.start("acquirer", folder, port)) {
      service.stub(
          stub(ADA, "{\"request\":{\"url\":\"/rate\"},\"response\":{\"jsonBody\":" + body + "}}"));

      assertThat(ask(port, ADA)).isEqualTo("200 " + body);
    }
  }

  @Test
  void a_state_is_one_scenarios_own() throws IOException, InterruptedException {
    mapping(PRIORITY_ONE);
    int port = port();
    try (VirtualService service = VirtualService.start("acquirer", folder, port)) {
      String once =
          "{\"scenarioName\":\"once\",\"requiredScenarioState\":\"Started\",\"newScenarioState\":"
              + "\"over\",\"request\":{\"url\":\"/rate\"},\"response\":{\"status\":503}}";
      service.stub(stub(ADA, once));
      service.stub(stub(BOB, once));

      assertThat(ask(port, ADA)).isEqualTo("503 ");
      assertThat(ask(port, ADA)).isEqualTo("200 of the folder");
      assertThat(ask(port, BOB)).isEqualTo("503 ");
    }
  }

  @Test
  void a_mapping_that_is_none_is_refused_with_a_reason() throws IOException {
    Files.createDirectory(folder.resolve("mappings"));
    try (VirtualService service = VirtualService.start("acquirer", folder, port())) {
      assertThatThrownBy(() -> service.stub(stub(ADA, "{\"requst\":{}}")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(
              "The stub mapping for the third party 'acquirer' is not WireMock's.")
          .hasMessageContaining("requst");
    }
  }

  @Test
  void a_broken_folder_ends_the_start_with_a_reason() throws IOException {
    mapping("{\"requst\":{}}");

    assertThatThrownBy(() -> VirtualService.start("acquirer", folder, port()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("mapping.json");
    assertThatThrownBy(() -> VirtualService.start("acquirer", folder.resolve("none"), port()))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("does not exist.");
  }

  private void mapping(String json) throws IOException {
    Files.createDirectories(folder.resolve("mappings"));
    Files.writeString(folder.resolve("mappings/mapping.json"), json);
  }

  private static StubMapping stub(String traceId, String json) {
    return new StubMapping("acquirer", traceId, Json.parse(json));
  }

  private static String ask(int port, String traceId) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/rate"))
            .header("traceparent", "00-" + traceId + "-b7ad6b7169203331-01")
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    return response.statusCode() + " " + response.body();
  }

  private static int port() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
