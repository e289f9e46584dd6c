package dev.trestle.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopServerTest {

  private static final List<String> RIGHT =
      List.of("201", "OPEN", "201", "700", "2", "201", "PAID", "700");

  private final HttpClient client = HttpClient.newHttpClient();
  private ShopServer server;

  @BeforeEach
  void start() throws Exception {
    server = ShopServer.start(0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_checkout_has_eight_right_values() throws Exception {
    assertThat(checkout()).isEqualTo(RIGHT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void falsify_makes_one_of_the_eight_values_wrong(int check) throws Exception {
    send("POST", "/admin/falsify/" + check, "");

    List<String> values = checkout();

    for (int i = 0; i < RIGHT.size(); i++) {
      assertThat(values.get(i).equals(RIGHT.get(i)))
          .as("value %s", i + 1)
          .isEqualTo(i + 1 != check);
    }
  }

  @Test
  void calls_are_counted_by_route_until_reset() throws Exception {
    checkout();
    checkout();
    JsonNode counts = send("GET", "/admin/counts", "").body();
    assertThat(counts.size()).isEqualTo(5);
    assertThat(counts).allMatch(count -> count.asInt() == 2);

    send("POST", "/admin/reset", "");
    assertThat(send("GET", "/admin/counts", "").body().size()).isZero();
  }

  @Test
  void an_unknown_cart_is_not_found() throws Exception {
    assertThat(send("GET", "/carts/c99", "").status()).isEqualTo(404);
    assertThat(send("POST", "/orders", "{\"cart\":\"c99\"}").status()).isEqualTo(400);
  }

  private List<String> checkout() throws Exception {
    List<String> values = new ArrayList<>();
    Response opened = send("POST", "/carts", "{\"country\":\"DE\"}");
    values.add(String.valueOf(opened.status()));
    values.add(opened.at("/status"));
    String cart = "/carts/" + opened.at("/id");
    Response added = send("POST", cart + "/items", "{\"sku\":\"BEANS\",\"quantity\":2}");
    values.add(String.valueOf(added.status()));
    Response filled = send("GET", cart, "");
    values.add(filled.at("/total"));
    values.add(filled.at("/items/0/quantity"));
    Response ordered = send("POST", "/orders", "{\"cart\":\"" + opened.at("/id") + "\"}");
    values.add(String.valueOf(ordered.status()));
    values.add(ordered.at("/status"));
    values.add(send("GET", "/orders/" + ordered.at("/id"), "").at("/total"));
    return values;
  }

  private Response send(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .method(method, BodyPublishers.ofString(body))
            .build();
    var response = client.send(request, BodyHandlers.ofString());
    return new Response(response.statusCode(), new ObjectMapper().readTree(response.body()));
  }

  private record Response(int status, JsonNode body) {
    String at(String pointer) {
      return body.at(pointer).asText();
    }
  }
}
