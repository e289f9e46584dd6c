package dev.trestle.steps.auth;

import dev.trestle.protocol.Json;
import dev.trestle.protocol.JsonException;
import dev.trestle.steps.core.Credentials;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Pair;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Asks a token endpoint for a client's access token, RFC 6749, sections 2.3.1 and 4.4. */
final class ClientCredentials {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  private final URI endpoint;
  private final ScenarioScope scope;

  ClientCredentials(String service, String path, ScenarioScope scope) {
    this.endpoint = URI.create(scope.address(scope.resolve(service)) + scope.resolve(path));
    this.scope = scope;
  }

  /** Gets a token and sends it with each request from now on. */
  void use(String writtenClient, String writtenSecret, List<Pair> parameters) {
    String client = scope.resolve(writtenClient);
    String token = token(client, scope.resolve(writtenSecret), parameters);
    scope.set("token of " + writtenClient, token);
    Credentials.of(scope).bearer(token);
  }

  private String token(String client, String secret, List<Pair> parameters) {
    StringBuilder form = new StringBuilder("grant_type=client_credentials");
    for (Pair parameter : parameters) {
      form.append('&').append(encode(parameter.name()));
      form.append('=').append(encode(scope.resolve(parameter.value())));
    }
    String pair = encode(client) + ":" + encode(secret);
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .header("Authorization", "Basic " + base64(pair))
            .header("traceparent", scope.newTraceparent())
            .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
            .build();
    HttpResponse<String> response = send(client, request);
    if (response.statusCode() == 200
        && parse(response.body()) instanceof Map<?, ?> answer
        && answer.get("access_token") instanceof String token) {
      return token;
    }
    throw refused(client)
        .evidence(
            "POST " + endpoint + " answered " + response.statusCode() + ": " + response.body());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> send(String client, HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw refused(client).evidence("POST " + request.uri() + " failed: " + e).causedBy(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused(client).evidence("The scenario was interrupted.").causedBy(e);
    }
  }

  private static Object parse(String body) {
    try {
      return body.isBlank() ? "" : Json.parse(body);
    } catch (JsonException e) {
      return body;
    }
  }

  private static StepFailure refused(String client) {
    return StepFailure.of("The client '" + client + "' got no access token.")
        .fix("Correct the client, its secret, or the path of the token endpoint in the step.");
  }
}
