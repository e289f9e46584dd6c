package dev.trestle.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Authorization: Bearer abcdef123456 | Authorization: Bearer *****",
        "{\"password\":\"hun\\\"ter2\",\"a\":1} | {\"password\":\"*****\",\"a\":1}",
        "{\"accessToken\" : \"abc\"} | {\"accessToken\" : \"*****\"}",
        "client_secret=s3cret&x=1 | client_secret=*****&x=1",
        "{\"x-API-Key\":\"k\",\"db.Password\":\"p\"} | {\"x-API-Key\":\"*****\",\"db.Password\":\"*****\"}",
        "<a:accessToken x='1'>abc</a:accessToken><b/> | <a:accessToken x='1'>*****</a:accessToken><b/>",
        "card 4111 1111 1111 1111 ok | card **** **** **** 1111 ok",
        "\"number\":\"4111111111111111\" | \"number\":\"**** **** **** 1111\"",
        "see eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln now | see ***** now"
      })
  void secrets_are_masked(String text, String masked) {
    assertThat(Secrets.mask(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order 1234567890123 has 2 lines",
        "took 1795568624933138068 ns",
        "0af7651916cd43dd8448eb211c80319c",
        "the password was wrong",
        "name=\"title\"\r\n\r\nthe password"
      })
  void ordinary_text_stays(String text) {
    assertThat(Secrets.mask(text)).isEqualTo(text);
  }

  @Test
  void a_part_of_a_form_is_masked_by_its_name() {
    String head = "name=\"password\"\r\nContent-Type: text/plain\r\n\r\n";

    assertThat(Secrets.mask(head + "hunter2\r\n--end")).isEqualTo(head + "*****\r\n--end");
  }

  @Test
  void masking_twice_is_masking_once() {
    String once = Secrets.mask("token=abcdef password=x Bearer abcdefgh");

    assertThat(Secrets.mask(once)).isEqualTo(once);
  }

  @ParameterizedTest
  @CsvSource({
    "password, hunter2, *****",
    "$.newPassword , hunter2, *****",
    "X-Api-Key, 12345, *****",
    "email, ada@shop.example, ada@shop.example",
    "passwords, 3, *****",
    "passenger, Ada, Ada"
  })
  void a_value_is_masked_by_its_name(String name, String value, String masked) {
    assertThat(Secrets.mask(name, value)).isEqualTo(masked);
  }
}
