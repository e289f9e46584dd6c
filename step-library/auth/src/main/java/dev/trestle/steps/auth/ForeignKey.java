package dev.trestle.steps.auth;

import dev.trestle.steps.core.StepFailure;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that signs with one of the algorithms of RFC 7518 or RFC 8037, made anew for each run, so
 * that no service can know it.
 */
final class ForeignKey {

  private static final Map<String, ForeignKey> KEYS = new ConcurrentHashMap<>();
  private static final Map<String, String> CURVES =
      Map.of("256", "secp256r1", "384", "secp384r1", "512", "secp521r1");
  private static final int RSA_BITS = 2048;

  private final Signing signing;

  private ForeignKey(Signing signing) {
    this.signing = signing;
  }

  private interface Signing {
    byte[] sign(byte[] bytes) throws GeneralSecurityException;
  }

  /** The run's key for an algorithm, such as {@code RS256}. */
  static ForeignKey of(String algorithm) {
    return KEYS.computeIfAbsent(algorithm, ForeignKey::make);
  }

  byte[] sign(byte[] bytes) {
    try {
      return signing.sign(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The JDK does not sign with a key of its own making.", e);
    }
  }

  private static ForeignKey make(String algorithm) {
    String size = algorithm.substring(Math.max(0, algorithm.length() - 3));
    try {
      return new ForeignKey(
          switch (algorithm) {
            case "HS256", "HS384", "HS512" -> hmac("HmacSHA" + size);
            case "RS256", "RS384", "RS512" -> pair(rsa(), "SHA" + size + "withRSA");
            case "PS256", "PS384", "PS512" -> pss(size);
            case "ES256", "ES384", "ES512" ->
                pair(
                    pair("EC", new ECGenParameterSpec(CURVES.get(size))),
                    "SHA" + size + "withECDSAinP1363Format");
            case "EdDSA" ->
                pair(KeyPairGenerator.getInstance("Ed25519").generateKeyPair(), "Ed25519");
            default -> throw unknown(algorithm);
          });
    } catch (GeneralSecurityException e) {
      throw unknown(algorithm).causedBy(e);
    }
  }

  private static Signing hmac(String name) {
    byte[] secret = new byte[64];
    new SecureRandom().nextBytes(secret);
    return bytes -> {
      Mac mac = Mac.getInstance(name);
      mac.init(new SecretKeySpec(secret, name));
      return mac.doFinal(bytes);
    };
  }

  private static KeyPair rsa() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(RSA_BITS);
    return generator.generateKeyPair();
  }

  private static KeyPair pair(String kind, AlgorithmParameterSpec parameters)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
    generator.initialize(parameters);
    return generator.generateKeyPair();
  }

  private static Signing pair(KeyPair keys, String name) {
    return bytes -> {
      Signature signature = Signature.getInstance(name);
      signature.initSign(keys.getPrivate());
      signature.update(bytes);
      return signature.sign();
    };
  }

  private static Signing pss(String size) throws GeneralSecurityException {
    KeyPair keys = rsa();
    String digest = "SHA-" + size;
    PSSParameterSpec parameters =
        new PSSParameterSpec(
            digest, "MGF1", new MGF1ParameterSpec(digest), Integer.parseInt(size) / 8, 1);
    return bytes -> {
      Signature signature = Signature.getInstance("RSASSA-PSS");
      signature.setParameter(parameters);
      signature.initSign(keys.getPrivate());
      signature.update(bytes);
      return signature.sign();
    };
  }

  private static StepFailure unknown(String algorithm) {
    return StepFailure.of("A token signed with '" + algorithm + "' cannot be signed anew.")
        .evidence("Known are HS, RS, PS and ES with 256, 384 or 512, and EdDSA.")
        .fix("Use a token with one of these algorithms in its header.");
  }
}
