package dev.trestle.steps.commerce;

import dev.trestle.protocol.Json;
import dev.trestle.protocol.JsonException;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The access tokens that one scenario got from service {@code identity}. */
final class Logins {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  private final ScenarioScope scope;
  private final Map<String, String> tokens = new HashMap<>();

  Logins(ScenarioScope scope) {
    this.scope = scope;
  }

  String token(String email, String password) {
    return tokens.computeIfAbsent(email, absent -> logIn(email, password));
  }

  private String logIn(String email, String password) {
    URI address = URI.create(scope.address("identity") + "/tokens");
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header("traceparent", scope.newTraceparent())
            .POST(body(email, password))
            .build();
    HttpResponse<String> response = send(email, request);
    if (response.statusCode() == 200
        && parse(response.body()) instanceof Map<?, ?> answer
        && answer.get("accessToken") instanceof String token) {
      return token;
    }
    throw failed(email)
        .evidence(
            "POST " + address + " answered " + response.statusCode() + ": " + response.body());
  }

  private static HttpRequest.BodyPublisher body(String email, String password) {
    return HttpRequest.BodyPublishers.ofString(
        Json.write(Map.of("email", email, "password", password)));
  }

  private static HttpResponse<String> send(String email, HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw failed(email).evidence("POST " + request.uri() + " failed: " + e).causedBy(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(email).evidence("The scenario was interrupted.").causedBy(e);
    }
  }

  private static Object parse(String body) {
    try {
      return String.valueOf(body).isBlank() ? "" : Json.parse(body);
    } catch (JsonException e) {
      return body;
    }
  }

  private static StepFailure failed(String email) {
    return StepFailure.of("'" + email + "' could not log in.")
        .fix("Give the log-in phrase the email and password that service 'identity' knows.");
  }
}
