package dev.trestle.cornershop.kit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of a JWKS address, fetched at first use and again, seldom, for an unknown key id. */
final class JwksKeys implements Keys {
  private static final Duration REFETCH_AFTER = Duration.ofSeconds(3);

  private final ServiceClient identity;
  private final String path;
  private volatile Map<String, RSAPublicKey> keys = Map.of();
  private long fetchedAtNanos;

  JwksKeys(URI address) {
    this.identity = ServiceClient.to("identity", address.resolve("/"), Duration.ofSeconds(2));
    this.path = address.getRawPath();
  }

  @Override
  public @Nullable RSAPublicKey find(String kid) {
    RSAPublicKey key = keys.get(kid);
    return key != null ? key : findAfterFetch(kid);
  }

  private synchronized @Nullable RSAPublicKey findAfterFetch(String kid) {
    boolean stale = keys.isEmpty() || System.nanoTime() - fetchedAtNanos > REFETCH_AFTER.toNanos();
    if (!keys.containsKey(kid) && stale) {
      keys = fetch();
      fetchedAtNanos = System.nanoTime();
    }
    return keys.get(kid);
  }

  private Map<String, RSAPublicKey> fetch() {
    ServiceClient.Answer answer = identity.get(path).send();
    try {
      Map<String, RSAPublicKey> fetched = new LinkedHashMap<>();
      for (JWK jwk : JWKSet.parse(answer.text()).getKeys()) {
        if (jwk instanceof RSAKey rsa && rsa.getKeyID() != null) {
          fetched.put(rsa.getKeyID(), rsa.toRSAPublicKey());
        }
      }
      return Map.copyOf(fetched);
    } catch (ParseException | JOSEException e) {
      throw new DependencyUnavailable("identity", "served keys that cannot be read", e);
    }
  }
}
