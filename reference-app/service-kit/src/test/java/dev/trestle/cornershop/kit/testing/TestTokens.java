package dev.trestle.cornershop.kit.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.trestle.cornershop.kit.TokenVerifier;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Stands in for identity: signs tokens, good and bad, with a test key and serves its JWKS. */
public final class TestTokens implements AutoCloseable {
  private static final RSAKey FOREIGN = newKey("test");
  private static final RSAKey UNKNOWN = newKey("elsewhere");

  private final RSAKey key = newKey("test");
  private final TestPeer identity = TestPeer.start();

  /** Starts to serve the keys. */
  public TestTokens() {
    String jwks = new JWKSet(key.toPublicJWK()).toString();
    identity.on("GET", "/.well-known/jwks.json", 200, jwks);
    identity.on(
        "POST",
        "/oauth/token",
        call ->
            TestPeer.Reply.json(
                200,
                "{\"access_token\":\""
                    + service()
                    + "\",\"token_type\":\"Bearer\",\"expires_in\":900}"));
  }

  /** Where identity is. */
  public URI identityUrl() {
    return identity.uri();
  }

  /** Where the keys are. */
  public URI jwksUrl() {
    return URI.create(identity.uri() + "/.well-known/jwks.json");
  }

  /** The identity service's stand-in, to be stopped or scripted. */
  public TestPeer identity() {
    return identity;
  }

  /** A shopper's token. */
  public String shopper(String id) {
    return sign(key, claims(id, "shopper", 600));
  }

  /** An employee's token. */
  public String staff() {
    return sign(key, claims("staff-1", "staff", 600));
  }

  /** A service's token. */
  public String service() {
    return sign(key, claims("service-1", "service", 600));
  }

  /** A token that was good until a second ago. */
  public String expired() {
    return sign(key, claims("shopper-1", "shopper", -1));
  }

  /** A token with the algorithm "none". */
  public String unsigned() {
    return new PlainJWT(claims("shopper-1", "staff", 600)).serialize();
  }

  /** A shopper's token whose claims were swapped for those of staff under the old signature. */
  public String tampered() {
    String[] good = shopper("shopper-1").split("\\.", -1);
    return good[0] + "." + staff().split("\\.", -1)[1] + "." + good[2];
  }

  /** A token of another signer that claims a known key id. */
  public String foreign() {
    return sign(FOREIGN, claims("shopper-1", "staff", 600));
  }

  /** A token whose key id nobody knows. */
  public String unknownKey() {
    return sign(UNKNOWN, claims("shopper-1", "staff", 600));
  }

  /** A token of another issuer. */
  public String otherIssuer() {
    return sign(
        key,
        new JWTClaimsSet.Builder(claims("shopper-1", "shopper", 600)).issuer("another").build());
  }

  /** Every kind of token that must be refused. */
  public List<String> refused() {
    return List.of(
        expired(), unsigned(), tampered(), foreign(), unknownKey(), otherIssuer(), "not-a-token");
  }

  @Override
  public void close() {
    identity.close();
  }

  private static JWTClaimsSet claims(String subject, String role, long secondsToLive) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(TokenVerifier.ISSUER)
        .subject(subject)
        .claim("email", subject + "@example.com")
        .claim("name", "Name of " + subject)
        .claim("roles", List.of(role))
        .issueTime(Date.from(now.minusSeconds(1000)))
        .expirationTime(Date.from(now.plusSeconds(secondsToLive)))
        .build();
  }

  private static String sign(RSAKey key, JWTClaimsSet claims) {
    try {
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey newKey(String kid) {
    try {
      return new RSAKeyGenerator(2048).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
