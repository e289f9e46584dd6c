package dev.trestle.steps.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.protocol.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JwtTest {

  private static final Map<String, Object> CLAIMS =
      Map.of("sub", "ada", "roles", java.util.List.of("shopper"), "exp", 4_102_444_800L);

  private static String part(Object json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Json.write(json).getBytes(StandardCharsets.UTF_8));
  }

  private static String token(String algorithm, Map<String, Object> claims) {
    return part(Map.of("alg", algorithm, "kid", "k1")) + "." + part(claims) + ".c2lnbmF0dXJl";
  }

  private static Map<?, ?> decoded(String token, int part) {
    byte[] json = Base64.getUrlDecoder().decode(token.split("\\.", -1)[part]);
    return (Map<?, ?>) Json.parse(new String(json, StandardCharsets.UTF_8));
  }

  @Test
  void a_tampered_copy_has_more_rights_and_the_old_signature() {
    String tampered = Jwt.parse(token("RS256", CLAIMS)).tampered();
    assertThat(decoded(tampered, 1))
        .isEqualTo(
            Map.of(
                "sub",
                "ada",
                "roles",
                java.util.List.of("shopper", "admin"),
                "exp",
                4_102_444_800L));
    assertThat(tampered).endsWith(".c2lnbmF0dXJl");
    assertThat(decoded(tampered, 0)).isEqualTo(Map.of("alg", "RS256", "kid", "k1"));
  }

  @Test
  void a_tampered_copy_differs_whatever_the_token_says_of_rights() {
    assertThat(decoded(Jwt.parse(token("RS256", Map.of("scope", "read"))).tampered(), 1))
        .isEqualTo(Map.of("scope", "read admin"));
    assertThat(decoded(Jwt.parse(token("RS256", Map.of())).tampered(), 1))
        .isEqualTo(Map.of("roles", java.util.List.of("admin")));
  }

  @Test
  void an_unsigned_copy_says_so_and_has_the_same_claims() {
    String original = token("RS256", CLAIMS);
    String unsigned = Jwt.parse(original).unsigned();
    assertThat(decoded(unsigned, 0)).isEqualTo(Map.of("alg", "none", "kid", "k1"));
    assertThat(unsigned.split("\\.", -1)[1]).isEqualTo(original.split("\\.", -1)[1]);
    assertThat(unsigned).endsWith(".");
  }

  @ParameterizedTest
  @CsvSource({
    "HS256,32",
    "HS384,48",
    "HS512,64",
    "RS256,256",
    "RS512,256",
    "PS256,256",
    "PS384,256",
    "ES256,64",
    "ES384,96",
    "ES512,132",
    "EdDSA,64"
  })
  void a_foreign_key_signs_with_the_algorithm_of_the_token(String algorithm, int length) {
    String original = token(algorithm, CLAIMS);
    String foreign = Jwt.parse(original).signedByForeignKey();
    String[] parts = foreign.split("\\.", -1);
    assertThat(decoded(foreign, 0)).isEqualTo(Map.of("alg", algorithm, "kid", "k1"));
    assertThat(parts[1]).isEqualTo(original.split("\\.", -1)[1]);
    assertThat(Base64.getUrlDecoder().decode(parts[2])).hasSize(length);
  }

  @Test
  void the_issuers_key_does_not_verify_a_foreign_signature() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048); // The default is larger from Java 19 on.
    KeyPair issuer = generator.generateKeyPair();
    String[] parts = Jwt.parse(token("RS256", CLAIMS)).signedByForeignKey().split("\\.", -1);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(issuer.getPublic());
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isFalse();
  }

  @Test
  void what_is_no_token_is_refused() {
    assertThatThrownBy(() -> Jwt.parse("opaque"))
        .hasMessageContaining("not a JSON Web Token")
        .hasMessageContaining("It has 1 parts between dots");
    assertThatThrownBy(() -> Jwt.parse("a.b.c")).hasMessageContaining("no Base64 of JSON");
    assertThatThrownBy(() -> Jwt.parse(token("XS1", CLAIMS)).signedByForeignKey())
        .hasMessageContaining("'XS1' cannot be signed anew");
  }
}
