package dev.trestle.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.mask.KnownSecrets;
import dev.trestle.protocol.mask.SecretNames;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSecretsTest {

  private final KnownSecrets known = new KnownSecrets();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hunt3r2 | log in with hunt3r2 failed | log in with ***** failed",
        "hunt3r2 | hunt3r2hunt3r2 hunt3r22 ahunt3r2 | hunt3r2hunt3r2 hunt3r22 ahunt3r2",
        "hunt3r2 | 'a\\nhunt3r2' | 'a\\n*****'",
        "483920 | code 483920, order 14839201 | code *****, order 14839201",
        "p@ss w0rd | /a?x=p%40ss+w0rd&y=p%40ss%20w0rd | /a?x=*****&y=*****",
        "sk-0123456789abcdef | xsk-0123456789abcdefx | x*****x"
      })
  void a_value_is_masked_wherever_it_stands(String value, String text, String masked) {
    known.add(value);

    assertThat(known.mask(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3cr3t",
        "L3ak01Zx",
        "7f3a9c",
        "k-7f3a",
        "hunter2!",
        "Winter2026",
        "p@ss-word-1",
        "483920",
        "key-483920",
        "xKqPzbTr-7",
        "4b1c9f52-0d7e-4a55-9d3a-6f1f0c2f8a11",
        "AKIAIOSFODNN7EXAMPLE",
        "correct horse battery staple",
        "qwertzuiopasdfghjk",
        "sk_live_abcdefgh12345678",
        "ABCD-1234-EFGH-567",
        "ABCD-1234-EFGH-5678",
        "1234-5678-9012-3456",
        "1234 5678 9012 3457",
        "1234-5678",
        "123 456",
        "12345-67890",
        "AB12-CD34-EF56",
        "ab12-cd34-ef56",
        "abcd-1234-efgh-5678",
        "abcd efgh ijkl mnop",
        "ABCD-EFGH-JKLM",
        "XKCD-77-1234"
      })
  void a_value_that_is_long_or_random_is_masked_wherever_it_stands(String value) {
    known.add(value);

    assertThat(known.mask("it is " + value + ".")).isEqualTo("it is *****.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "room-7",
        "cart-1",
        "ROOM-1204",
        "order_42",
        "table12",
        "hunter2",
        "BEANS-1",
        "shop/7/3",
        "/orders/7",
        "order-2026-12-01",
        "eu-west-1",
        "SKU-1",
        "SKU-2024",
        "Room-12",
        "order-2024-0001",
        "cart-2024-0001",
        "invoice_2024_12",
        "table-12-seat-3",
        "shop/7/cart/3",
        "sku42-blue",
        "blue-chair-2024",
        "10.0.0.7:80",
        "v1.12.3",
        "localhost:8080",
        "ada@shop.example",
        "ada.lovelace-2@mail.cornershop.example",
        "1",
        "true",
        "null",
        "postgres",
        "secret",
        "100000",
        "19.99",
        "2026-12-01",
        "shop.example",
        "Ada Lovelace",
        "http://localhost:8080/a1",
        "${token1}",
        "<any>",
        "*****",
        "unauthorized"
      })
  void an_ordinary_word_or_number_is_not(String value) {
    known.add(value);

    assertThat(known.mask("it is " + value + ".")).isEqualTo("it is " + value + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "password, hunter2, true",
    "passwd, Sommer2024, true",
    "DB_PWD, letmein1, true",
    "passphrase, dragon99, true",
    "$.user.password, monkey12, true",
    "userpassword, qwerty123, true",
    "clientSecret, shop2024, true",
    "passwords, abc123, true",
    "pin, 12ab34, true",
    "Passwort, winter7, true",
    "token, table12, false",
    "sessionId, cart77, false",
    "api key, room1204, false",
    "id, hunter2, false",
    "password, room-7, false",
    "password, order_42, false",
    "password, cart-2024-0001, false",
    "secret, ada@shop.example, false",
    "pin, a1, false",
    "password, shop, false",
    "passwordLength, hunter2, false"
  })
  void a_password_that_a_person_chose_is_masked_wherever_it_stands(
      String name, String value, boolean masked) {
    if (new SecretNames("").contains(name)) {
      known.add(value, SecretNames.isOfChosen(name));
    }

    assertThat(known.mask("it is " + value + "."))
        .isEqualTo("it is " + (masked ? "*****" : value) + ".");
  }

  @Test
  void a_value_that_was_told_is_masked_as_it_is() {
    known.addTold("hunter2");

    assertThat(known.mask("it is hunter2.")).isEqualTo("it is *****.");
  }

  @Test
  void values_that_overlap_leave_nothing() {
    known.add("abcdef1234567890");
    known.add("1234567890ghijkl");

    assertThat(known.mask("x abcdef1234567890ghijkl y").replace("*", "")).isEqualTo("x  y");
  }

  @Test
  void every_value_of_many_is_found_until_there_are_too_many() {
    SplittableRandom random = new SplittableRandom(7);
    String first = "eyJhbGciOi" + Long.toHexString(random.nextLong()) + "0";
    known.add(first);
    for (int i = 0; i < 19_999; i++) {
      known.add("eyJhbGciOi" + Long.toHexString(random.nextLong()) + "1");
    }
    assertThat(known.mask(first)).isEqualTo("*****");

    known.add("one-m0re-1x");

    assertThat(known.mask(first)).isEqualTo(first);
    assertThat(known.mask("one-m0re-1x")).isEqualTo("*****");
  }
}
