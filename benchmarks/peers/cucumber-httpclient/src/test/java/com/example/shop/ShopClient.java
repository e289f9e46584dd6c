package com.example.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls the shop. */
final class ShopClient {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ADDRESS = System.getProperty("shop.url");

  private ShopClient() {}

  static Answer get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(ADDRESS + path)).build());
  }

  static Answer post(String path, Object body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(ADDRESS + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build());
  }

  private static Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
    return new Answer(response.statusCode(), JSON.readTree(response.body()));
  }

  /** A response. */
  record Answer(int status, JsonNode body) {}
}
