package dev.trestle.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.mask.KnownSecrets;
import dev.trestle.protocol.mask.NamedSecrets;
import dev.trestle.protocol.mask.SecretNames;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Masking takes time in proportion to the text, also where each rule nearly finds something. A
 * megabyte of what makes a search start over again takes hours when it is quadratic, so that the
 * bound of the ratio can be a wide one.
 */
class MaskingTimeTest {

  private static final int HALF = 512 * 1024;
  private static final double MOST = 8;

  /** Below this the clock says nothing. */
  private static final long LEAST_NANOS = 50_000_000;

  static final List<String> NEAR_MISSES =
      List.of(
          "x",
          "'",
          "''",
          "\"",
          "\\",
          "\\\"",
          "':",
          "a:",
          "a=",
          "password=",
          "password=\"",
          "password='",
          "password=\"\n",
          "password=\\\"\n",
          "\"password\":",
          "\"password\":{",
          "password: [",
          "\"password\":[\"",
          "Cookie: a;",
          "cookie=a;b",
          "Cookie: a=b;,",
          "Set-Cookie: Path=,",
          "://",
          "://a:b",
          "://a:",
          "://a@",
          "<password>",
          "<password",
          "<password><a>",
          "<a name=\"password\">",
          "<password><![CDATA[",
          "name=\"password\" ",
          "form-data; name=\"password\"",
          "form-data; name=\"password\"\n\n",
          "-----BEGIN ",
          "-----BEGIN PRIVATE KEY-----",
          "eyJ",
          "eyJ-",
          "eyJaaaaaaaa",
          "eyJaaaaaaaa.",
          "Bearer ",
          "Basic ",
          "Digest username=",
          "AKIA",
          "AKIA-",
          "1",
          "1 ",
          "4111 ",
          "12345678901234567890",
          " 'is ",
          "is 'a' ",
          "the password is 'x",
          "PASSWORD '",
          "identified by ",
          "--password ",
          "--",
          "VALUES(",
          "(password)VALUES(",
          "(password) VALUES ('",
          "(password) VALUES (1),(",
          "token)=(",
          "{\"name\":\"password\",",
          "$password: ",
          "password,;",
          "abc123abc123");

  @ParameterizedTest
  @FieldSource("NEAR_MISSES")
  void time_grows_as_the_text_does(String part) {
    SecretNames names = new SecretNames("");
    KnownSecrets known = new KnownSecrets();
    known.add("abc123abc123abc123abc124");
    String half = text(part, HALF);
    String whole = text(part, 2 * HALF);
    String mixed = half + "\n{\"password\":\"zebra\"}";

    assertThat(NamedSecrets.mask(mixed, names, known::add)).doesNotContain("\"zebra");
    double ratio = Double.MAX_VALUE;
    for (int i = 0; i < 5 && ratio > MOST; i++) {
      long shorter = nanos(half, names, known);
      ratio = (double) nanos(whole, names, known) / Math.max(shorter, LEAST_NANOS);
    }
    assertThat(ratio).isLessThan(MOST);
  }

  private static long nanos(String text, SecretNames names, KnownSecrets known) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    String masked = known.mask(NamedSecrets.mask(text, names, (value, chosen) -> {}));
    assertThat(masked.length()).isLessThanOrEqualTo(text.length() * 3);
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
  }

  private static String text(String part, int length) {
    return part.repeat(length / part.length());
  }
}
