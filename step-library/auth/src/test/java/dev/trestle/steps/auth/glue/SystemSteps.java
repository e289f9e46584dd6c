package dev.trestle.steps.auth.glue;

import dev.trestle.protocol.Json;
import dev.trestle.steps.core.Credentials;
import dev.trestle.steps.core.ScenarioScope;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A token of an issuer, and a look at what a request would carry. */
public final class SystemSteps {

  private final ScenarioScope scope = ScenarioScope.current();

  /** Saves a token as a service would issue it. */
  @Given("an issued token")
  public void issued() {
    scope.set(
        "token", encode(Map.of("alg", "HS256")) + "." + encode(Map.of("sub", "ada")) + ".c2ln");
  }

  private static String encode(Map<String, String> part) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Json.write(part).getBytes(StandardCharsets.UTF_8));
  }

  /** Saves a token that says what a JSON object says. */
  @Given("a token that says {string}")
  public void issued(String claims) {
    String payload =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    scope.set("token", encode(Map.of("alg", "HS256")) + "." + payload + ".c2ln");
  }

  /** Attaches the headers, which a report must not show. */
  @Then("the credentials are attached")
  public void attach() {
    StringBuilder headers = new StringBuilder();
    Credentials.of(scope)
        .headers()
        .forEach((name, value) -> headers.append(name).append(": ").append(value));
    scope.attach("Credentials", "text/plain", headers.toString());
    scope.attach("Size", "text/plain", "has " + headers.length() + " characters");
  }
}
