package dev.trestle.benchmarks.shop;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** What the harness asks of the server. */
public final class ShopAdmin {

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;

  /**
   * Asks a server.
   *
   * @param address scheme, host and port
   */
  public ShopAdmin(String address) {
    this.address = address;
  }

  /** Forgets carts, orders and counts, and sets the delay of each call in milliseconds. */
  public void prepare(int delay) throws IOException, InterruptedException {
    post("reset");
    post("delay/" + delay);
  }

  /** Makes a checked value wrong, 1 to 8; 0 for none. */
  public void falsify(int check) throws IOException, InterruptedException {
    post("falsify/" + check);
  }

  /** The calls since the last reset, by route. */
  public Map<String, Integer> counts() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/admin/counts")).build();
    return new ObjectMapper().readValue(send(request), new TypeReference<>() {});
  }

  private void post(String path) throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(URI.create(address + "/admin/" + path))
            .POST(BodyPublishers.noBody())
            .build());
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(request.uri() + " answered " + response.statusCode());
    }
    return response.body();
  }
}
