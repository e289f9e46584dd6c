package dev.trestle.cornershop.kit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Accepts RS256 tokens of the shop's identity service and nothing else. */
public final class TokenVerifier {
  /** The issuer of the shop's tokens. */
  public static final String ISSUER = "cornershop";

  private static final String SCHEME = "Bearer ";

  private final Keys keys;
  private final Clock clock;

  /** Verifies against these keys. */
  public TokenVerifier(Keys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** Verifies against the keys that are served at the address. */
  public static TokenVerifier jwks(URI address) {
    return new TokenVerifier(new JwksKeys(address), Clock.systemUTC());
  }

  /** Verifies the value of an Authorization header; anything but a good token is a 401. */
  public Caller verifyHeader(@Nullable String authorization) {
    if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, 7)) {
      throw Problem.unauthorized(
          "The token is missing", "send the header 'Authorization: Bearer <token>'");
    }
    return verify(authorization.substring(SCHEME.length()).trim());
  }

  /** Verifies a token; anything but a good one is a 401. */
  public Caller verify(String token) {
    try {
      SignedJWT jwt = signed(JWTParser.parse(token));
      checkSignature(jwt);
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      checkClaims(claims);
      return new Caller(
          claims.getSubject(),
          Objects.requireNonNullElse(claims.getStringClaim("email"), ""),
          Objects.requireNonNullElse(claims.getStringClaim("name"), ""),
          Objects.requireNonNullElse(claims.getStringListClaim("roles"), List.of()),
          token);
    } catch (ParseException | IllegalArgumentException e) {
      throw Problem.unauthorized("The token is malformed", "it is not a JSON Web Token");
    }
  }

  private static SignedJWT signed(JWT jwt) {
    if (jwt instanceof SignedJWT signed
        && JWSAlgorithm.RS256.equals(signed.getHeader().getAlgorithm())) {
      return signed;
    }
    throw Problem.unauthorized(
        "The token is unsigned",
        "its algorithm is '" + jwt.getHeader().getAlgorithm() + "', expected 'RS256'");
  }

  private void checkSignature(SignedJWT jwt) {
    String kid = jwt.getHeader().getKeyID();
    RSAPublicKey key = kid == null ? null : keys.find(kid);
    if (key == null) {
      throw Problem.unauthorized(
          "The token is signed with a foreign key", "its key is not one of identity's");
    }
    try {
      if (!jwt.verify(new RSASSAVerifier(key))) {
        throw Problem.unauthorized(
            "The token was tampered with", "its signature does not fit its content");
      }
    } catch (JOSEException e) {
      throw Problem.unauthorized("The token is malformed", "its signature cannot be read");
    }
  }

  private void checkClaims(JWTClaimsSet claims) {
    Date expires = claims.getExpirationTime();
    if (expires == null || !clock.instant().isBefore(expires.toInstant())) {
      throw Problem.unauthorized(
          "The token has expired",
          expires == null ? "it has no expiry" : "it expired at " + expires.toInstant());
    }
    if (!ISSUER.equals(claims.getIssuer()) || claims.getSubject() == null) {
      throw Problem.unauthorized(
          "The token is not of this shop", "its issuer or subject is not accepted");
    }
  }
}
