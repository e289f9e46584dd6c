package dev.trestle.steps.core;

import dev.trestle.protocol.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Who the scenario's requests come from: headers that each request carries until changed. */
public final class Credentials {

  private static final String AUTHORIZATION = "Authorization";

  private Map<String, String> headers = Map.of();

  private Credentials() {}

  /** The credentials of a scenario; it has none at first. */
  public static Credentials of(ScenarioScope scope) {
    return scope.state(Credentials.class, Credentials::new);
  }

  /** The headers to send, by name. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Sends a bearer token, RFC 6750. */
  public void bearer(String token) {
    Secrets.learn(token);
    headers = Map.of(AUTHORIZATION, "Bearer " + token);
  }

  /** Sends a user's name and password, RFC 7617. */
  public void basic(String user, String password) {
    Secrets.learn("password", password);
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    headers = Map.of(AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** Sends a key in a header. */
  public void key(String header, String key) {
    Secrets.learn(key);
    headers = Map.of(header, key);
  }

  /** Sends nothing. */
  public void none() {
    headers = Map.of();
  }
}
