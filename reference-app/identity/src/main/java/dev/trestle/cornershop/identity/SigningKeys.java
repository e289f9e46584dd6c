package dev.trestle.cornershop.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.trestle.cornershop.identity.IdentityRepository.NewKey;
import dev.trestle.cornershop.kit.Keys;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The service's RSA keys, kept in the database so that tokens outlive the process. */
final class SigningKeys implements Keys {
  private final IdentityRepository repository;
  private volatile List<RSAKey> loaded = List.of();

  SigningKeys(IdentityRepository repository) {
    this.repository = repository;
  }

  /** The key that signs new tokens. */
  RSAKey current() {
    return keys().get(0);
  }

  /** The public keys as a JSON Web Key Set. */
  String jwks() {
    List<JWK> publicKeys = keys().stream().<JWK>map(RSAKey::toPublicJWK).toList();
    return new JWKSet(publicKeys).toString();
  }

  @Override
  public @Nullable RSAPublicKey find(String kid) {
    for (RSAKey key : keys()) {
      if (key.getKeyID().equals(kid)) {
        return publicKey(key);
      }
    }
    return null;
  }

  private List<RSAKey> keys() {
    List<RSAKey> keys = loaded;
    if (keys.isEmpty()) {
      keys = load();
      loaded = keys;
    }
    return keys;
  }

  private List<RSAKey> load() {
    List<RSAKey> keys = new ArrayList<>();
    for (String jwk : repository.signingKeys(SigningKeys::make)) {
      try {
        keys.add(RSAKey.parse(jwk));
      } catch (ParseException e) {
        throw new IllegalStateException("A signing key in the database cannot be read", e);
      }
    }
    return List.copyOf(keys);
  }

  private static NewKey make() {
    try {
      RSAKey key =
          new RSAKeyGenerator(2048)
              .keyID(UUID.randomUUID().toString())
              .keyUse(KeyUse.SIGNATURE)
              .generate();
      return new NewKey(key.getKeyID(), key.toJSONString());
    } catch (JOSEException e) {
      throw new IllegalStateException("RSA keys cannot be made here", e);
    }
  }

  private static RSAPublicKey publicKey(RSAKey key) {
    try {
      return key.toRSAPublicKey();
    } catch (JOSEException e) {
      throw new IllegalStateException("A signing key in the database cannot be used", e);
    }
  }
}
