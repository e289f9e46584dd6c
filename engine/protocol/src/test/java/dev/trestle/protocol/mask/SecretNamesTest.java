package dev.trestle.protocol.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretNamesTest {

  private final SecretNames names = new SecretNames("accountNumber, -session");

  @Test
  void the_documented_names_are_the_known_ones() throws IOException {
    String text = Files.readString(Path.of("../../docs/configuration.md"));
    String section = text.substring(text.indexOf("## Secrets"));
    String table = section.substring(section.indexOf("|---"), section.indexOf("\n- "));
    List<String> documented =
        Pattern.compile("`([^`]+)`").matcher(table).results().map(MatchResult::group).toList();

    assertThat(documented)
        .containsExactlyInAnyOrderElementsOf(
            SecretNames.KNOWN.stream()
                .flatMap(line -> List.of(line.split(", ")).stream())
                .map(name -> "`" + name + "`")
                .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pass",
        "pwd",
        "password",
        "passwords",
        "passwordConfirmation",
        "passphrase",
        "pin",
        "otp",
        "token",
        "tokens",
        "privateKey",
        "secretKey",
        "secretAccessKey",
        "accessKey",
        "apiKey",
        "sessionKey",
        "clientSecret",
        "credentials",
        "signature",
        "cvv",
        "cvc",
        "cvv2",
        "cookie",
        "authorization",
        "Proxy-Authorization",
        "X-API-Key",
        "DB_PASS",
        "PGPASSWORD",
        "accesstoken",
        "user[password]",
        "$.user.tokens[0].value",
        "oldPassword1",
        "JSESSIONID",
        "AccountNumber",
        "account_number",
        "X-Amz-Security-Token",
        "пароль",
        "newUserPasswort"
      })
  void a_name_of_a_secret_is_one(String name) {
    assertThat(names.contains(name)).isTrue();
    assertThat(names.mayContain(name, 0, name.length())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pinned",
        "passenger",
        "tokenizer",
        "author",
        "spinner",
        "compass",
        "keyboard",
        "key",
        "tokenType",
        "token_endpoint",
        "passwordLength",
        "hasPassword",
        "maxTokens",
        "session",
        "secrets.feature",
        "accessKeyId",
        "sessions",
        "passes",
        "secretary",
        "signatures.count",
        "api",
        "private"
      })
  void another_name_is_not(String name) {
    assertThat(names.contains(name)).isFalse();
  }
}
