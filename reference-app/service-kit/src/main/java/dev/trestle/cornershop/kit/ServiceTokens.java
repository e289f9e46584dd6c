package dev.trestle.cornershop.kit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The service's own token, by client credentials, kept until shortly before it expires. */
public final class ServiceTokens {
  private final ServiceClient identity;
  private final String clientId;
  private final String clientSecret;
  private final Clock clock;
  private @Nullable String token;
  private Instant renewAt = Instant.EPOCH;

  /** Asks the identity service with these credentials. */
  public ServiceTokens(ServiceClient identity, String clientId, String clientSecret, Clock clock) {
    this.identity = identity;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.clock = clock;
  }

  /** A token that is valid for a while. */
  public synchronized String token() {
    String current = token;
    if (current == null || !clock.instant().isBefore(renewAt)) {
      Granted granted = ask();
      current = granted.accessToken();
      token = current;
      Duration life = Duration.ofSeconds(granted.expiresIn());
      renewAt = clock.instant().plus(life.minus(life.dividedBy(5)));
    }
    return current;
  }

  private Granted ask() {
    ServiceClient.Answer answer =
        identity
            .post("/oauth/token")
            .form(
                Map.of(
                    "grant_type", "client_credentials",
                    "client_id", clientId,
                    "client_secret", clientSecret))
            .send();
    if (answer.status() != 200) {
      throw new DependencyUnavailable(
          "identity", "refused the credentials of client '" + clientId + "'", null);
    }
    return answer.as(Granted.class);
  }

  private record Granted(
      @JsonProperty(value = "access_token", required = true) String accessToken,
      @JsonProperty(value = "expires_in", required = true) long expiresIn) {}
}
