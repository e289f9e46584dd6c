package dev.trestle.protocol;

import dev.trestle.protocol.mask.KnownSecrets;
import dev.trestle.protocol.mask.NamedSecrets;
import dev.trestle.protocol.mask.SecretNames;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Masks what must not be seen in logs, reports and messages. What stands under the name of a secret
 * is masked whatever it is; from then on its value is masked wherever it stands in what this
 * process writes.
 */
public final class Secrets {

  /** What stands in place of a secret. */
  public static final String MASK = "*****";

  private static final String HMAC = "HmacSHA256";

  private static volatile SecretNames names =
      new SecretNames(System.getProperty(SecretNames.PROPERTY, ""));

  private static final KnownSecrets KNOWN = new KnownSecrets();

  /** Known to nobody, so that a fingerprint cannot be tried out. */
  private static final SecretKeySpec KEY = key();

  private Secrets() {}

  /** The text with every secret that is recognised replaced by {@link #MASK}. */
  public static String mask(String text) {
    return KNOWN.mask(NamedSecrets.mask(text, names, KNOWN::add));
  }

  /** The value of something that has a name, such as a field {@code $.password}, masked. */
  public static String mask(String name, String value) {
    return isSecret(name)
        ? NamedSecrets.value(name.strip(), value, names, KNOWN::add)
        : mask(value);
  }

  /** Whether what has this name is a secret. */
  public static boolean isSecret(String name) {
    return names.contains(name.strip());
  }

  /** From now on a value is masked wherever it stands, unless it is like any word or number. */
  public static void learn(String value) {
    KNOWN.add(value);
  }

  /** Learns the value of something that has a name, if that is the name of a secret. */
  public static void learn(String name, String value) {
    if (isSecret(name)) {
      KNOWN.add(value, SecretNames.isOfChosen(name));
    }
  }

  /** Learns a value that another process of the same run knows. */
  public static void learnTold(String value) {
    KNOWN.addTold(value);
  }

  /** What another process of the same run must mask too. */
  public static SharedSecrets shared() {
    return new SharedSecrets(
        System.getProperty(SecretNames.PROPERTY, ""), List.copyOf(KNOWN.all()));
  }

  /** Adds names to those of secrets, as the system property of {@link SecretNames} does. */
  public static void alsoNamed(String own) {
    names = new SecretNames(own);
  }

  /**
   * What tells a secret from another without telling it: {@code ***** (12 characters, #3f2a)}. The
   * key of the fingerprint is random and leaves this process with nothing.
   */
  public static String fingerprint(String value) {
    learn(value);
    return value.isEmpty()
        ? "empty"
        : MASK + " (" + value.length() + " characters, #" + digest(value) + ")";
  }

  /**
   * The value of something that has a name, to be compared with another: that of a secret as its
   * {@link #fingerprint}, any other as it is.
   */
  public static String compared(String name, String value) {
    return isSecret(name) && NamedSecrets.isHidden(value) ? fingerprint(value) : value;
  }

  /** Has each value that becomes known from now on told once. */
  public static void tellTo(Consumer<String> listener) {
    KNOWN.tellTo(listener);
  }

  private static String digest(String value) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(KEY);
      byte[] code = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(code, 0, 2);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // Every Java has it.
    }
  }

  private static SecretKeySpec key() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return new SecretKeySpec(key, HMAC);
  }
}
