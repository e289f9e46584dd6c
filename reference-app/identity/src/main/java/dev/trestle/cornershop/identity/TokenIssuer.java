package dev.trestle.cornershop.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.trestle.cornershop.kit.Role;
import dev.trestle.cornershop.kit.TokenVerifier;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Signs tokens. */
final class TokenIssuer {
  private final SigningKeys keys;
  private final int longestSeconds;
  private final Clock clock;

  TokenIssuer(SigningKeys keys, int longestSeconds, Clock clock) {
    this.keys = keys;
    this.longestSeconds = longestSeconds;
    this.clock = clock;
  }

  /** How long a token may live, in seconds. */
  int longestSeconds() {
    return longestSeconds;
  }

  String forUser(User user, int seconds) {
    return sign(
        claims(user.id(), seconds)
            .claim("email", user.email())
            .claim("name", user.name())
            .claim("roles", user.roles())
            .build());
  }

  String forService(String clientId) {
    return sign(
        claims(clientId, longestSeconds)
            .claim("name", clientId)
            .claim("roles", List.of(Role.SERVICE.claim()))
            .build());
  }

  private JWTClaimsSet.Builder claims(String subject, int seconds) {
    Instant now = clock.instant();
    return new JWTClaimsSet.Builder()
        .issuer(TokenVerifier.ISSUER)
        .subject(subject)
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(seconds)));
  }

  private String sign(JWTClaimsSet claims) {
    RSAKey key = keys.current();
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
    SignedJWT jwt = new SignedJWT(header, claims);
    try {
      jwt.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("The signing key cannot be used", e);
    }
    return jwt.serialize();
  }
}
