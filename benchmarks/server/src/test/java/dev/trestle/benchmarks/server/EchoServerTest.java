package dev.trestle.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EchoServerTest {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @ParameterizedTest
  @ValueSource(ints = {1, 1000, 65_536, 1_000_000})
  void a_request_is_answered_with_its_body(int length) throws Exception {
    try (EchoServer server = EchoServer.start(0)) {
      String body = "a".repeat(length - 1) + "z";

      assertThat(send(server, body).body()).isEqualTo(body);
      assertThat(send(server, body).body()).isEqualTo(body);
    }
  }

  @Test
  void an_empty_body_comes_back_empty() throws Exception {
    try (EchoServer server = EchoServer.start(0)) {
      HttpResponse<String> response = send(server, "");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEmpty();
    }
  }

  private HttpResponse<String> send(EchoServer server, String body) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.port() + "/echo");
    HttpRequest request =
        HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(body)).build();
    return client.send(request, BodyHandlers.ofString());
  }
}
