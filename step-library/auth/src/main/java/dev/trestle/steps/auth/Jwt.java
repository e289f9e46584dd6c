package dev.trestle.steps.auth;

import dev.trestle.protocol.Json;
import dev.trestle.protocol.JsonException;
import dev.trestle.steps.core.StepFailure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A signed JSON Web Token in compact form, RFC 7519, and forgeries of it.
 *
 * @param header the header's members
 * @param claims the payload's members
 * @param payload the payload as it is encoded
 * @param signature the signature as it is encoded
 */
record Jwt(
    Map<String, @Nullable Object> header,
    Map<String, @Nullable Object> claims,
    String payload,
    String signature) {

  private static final List<String> RIGHTS =
      List.of("roles", "groups", "permissions", "authorities");
  private static final List<String> SCOPES = List.of("scope", "scp", "role");
  private static final String ADMIN = "admin";

  /** A token as a service issued it. */
  static Jwt parse(String token) {
    String[] parts = token.strip().split("\\.", -1);
    if (parts.length != 3) {
      throw noToken("It has " + parts.length + " parts between dots, not three.", null);
    }
    return new Jwt(object(parts[0]), object(parts[1]), parts[1], parts[2]);
  }

  /** The token with other rights in it and the signature as it was. */
  String tampered() {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(claims);
    RIGHTS.stream().filter(changed::containsKey).forEach(name -> changed.put(name, more(name)));
    SCOPES.stream()
        .filter(name -> changed.get(name) instanceof String)
        .forEach(name -> changed.put(name, changed.get(name) + " " + ADMIN));
    if (changed.equals(claims)) {
      changed.put("roles", List.of(ADMIN));
    }
    return encode(header) + "." + encode(changed) + "." + signature;
  }

  private List<@Nullable Object> more(String name) {
    List<@Nullable Object> rights = new ArrayList<>();
    if (claims.get(name) instanceof List<?> had) {
      rights.addAll(had);
    }
    rights.add(rights.contains(ADMIN) ? "root" : ADMIN);
    return rights;
  }

  /** The token that says of itself that it needs no signature, and has none. */
  String unsigned() {
    Map<String, @Nullable Object> none = new LinkedHashMap<>(header);
    none.put("alg", "none");
    return encode(none) + "." + payload + ".";
  }

  /** The token with a signature of the same kind by a key that nobody knows. */
  String signedByForeignKey() {
    String signed = encode(header) + "." + payload;
    byte[] bytes = signed.getBytes(StandardCharsets.US_ASCII);
    return signed + "." + encode(ForeignKey.of(String.valueOf(header.get("alg"))).sign(bytes));
  }

  private static Map<String, @Nullable Object> object(String part) {
    try {
      String json = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      if (Json.parse(json) instanceof Map<?, ?> map) {
        map.forEach((name, value) -> members.put(String.valueOf(name), value));
        return members;
      }
      throw noToken("A part of it is not a JSON object.", null);
    } catch (IllegalArgumentException | JsonException e) {
      throw noToken("A part of it is no Base64 of JSON: " + e.getMessage(), e);
    }
  }

  private static StepFailure noToken(String evidence, @Nullable Throwable cause) {
    StepFailure failure =
        StepFailure.of("The text given as a token is not a JSON Web Token.")
            .evidence(evidence)
            .fix("Save the token that the service issued, and use it by its name.");
    return cause == null ? failure : failure.causedBy(cause);
  }

  private static String encode(Map<String, @Nullable Object> members) {
    return encode(Json.write(members).getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
