package dev.trestle.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every kind of secret in every format. The secret is {@code zebra}, a word too ordinary to be
 * masked by its value, so that only its place can tell that it is one.
 */
class SecretKindsTest {

  /** What a reader needs is between tildes. */
  private static final char VISIBLE = '~';

  static final List<String> TEXTS =
      List.of(
          // headers
          "GET / HTTP/1.1\n~Authorization: Bearer~ zebra\n~Accept: text/html~",
          "~Authorization: Digest~ username=\"ada\", realm=\"r\", response=\"zebra\"\n~X: y~",
          "~Authorization: AWS4-HMAC-SHA256~ Credential=zebra/2026, Signature=zebra",
          "~Authorization: Basic~ YWRhOnplYnJh zebra",
          "~X-Session: ~zebra",
          "~X-Api-Key: ~zebra with spaces",
          "~X-Hub-Signature-256: ~sha256=zebra",
          "~X-Amz-Security-Token: ~zebra",
          "> ~X-Api-Key: ~zebra\n> ~Accept: */*~",
          "~Cookie: sid=~zebra~; theme=~zebra",
          "~Cookie: $Version=\"1\"; sid=\"~zebra~\";$Path=\"/\";$Domain=\"127.0.0.1\"~",
          "~Set-Cookie: sid=~zebra~; Path=/; HttpOnly; SameSite=Lax~",
          "~Set-Cookie: sid=~zebra~; Path=/, csrf=~zebra~; Secure~",
          "{~authorization=~[Bearer zebra]~, accept=[text/html]~}",
          "{~Authorization=Bearer ~zebra~, accept=text/html~}",
          "sent ~Cookie: sid=~zebra~; b=~zebra~, then~ more",
          // URLs
          "~http://ada:~zebra~@localhost:8080/a?b=c~",
          "~amqp://guest:~zebra/with@~zebra~@broker:5672/vhost~",
          "~GET /log-in?token=~zebra~&page=2~",
          "~/files?X-Amz-Signature=~zebra~&X-Amz-Expires=60~",
          "~https://shop.example/?sig=~zebra#top",
          "~connect to postgresql://shop:~zebra~@localhost/shop failed~",
          "~jdbc:postgresql://localhost:5432/shop?user=ada&password=~zebra~&ssl=true~",
          "~jdbc:sqlserver://localhost;user=sa;password=~zebra~;encrypt=true~",
          "~Server=db;Uid=ada;Pwd=~zebra~;Database=shop~",
          // JSON
          "{~\"pass\":\"~zebra~\",\"a\":1~}",
          "{~\"pwd\" : \"~zebra~\"~}",
          "{~\"passwords\":~[\"zebra\",\"zebra\"]~,\"a\":1~}",
          "{~\"passwordConfirmation\":\"~zebra~\"~}",
          "{~\"passphrase\":\"~zebra zebra~\"~}",
          "{~\"pin\":~739100zebra~,\"a\":1~}",
          "{~\"otp\":\"~zebra~\"~}",
          "{~\"tokens\":~[{\"a\":\"zebra]}\"}]~,\"b\":2~}",
          "{~\"privateKey\":\"~zebra\\nzebra~\"~}",
          "{~\"secretKey\":\"~zebra~\"~}",
          "{~\"secretAccessKey\":\"~zebra~\"~}",
          "{~\"accessKey\":\"~zebra~\"~}",
          "{~\"session\":\"~zebra~\"~}",
          "{~\"sessionId\":\"~zebra~\"~}",
          "{~\"client_secret\":\"~zebra~\"~}",
          "{~\"credentials\":~{\"user\":\"ada\",\"it\":{\"x\":\"zebra\"}}~,\"a\":1~}",
          "{~\"signature\":\"~zebra~\"~}",
          "{~\"cvc\":~123zebra~,\"cvv\":\"~zebra~\"~}",
          "{~\"API Key\":\"~zebra~\"~}",
          "{~\"p\\u0061ssword\":\"~zebra~\"~}",
          "{\n  ~\"password\"~\n  :\n  ~\"~zebra~\"~\n}",
          "{~\"password\":\"~a\\\"zebra~\",\"a\":1~}",
          "{~\"password\":\"~zebra",
          "{~\"tokens\":~[\"zebra\", \"zeb",
          "{~\"body\":\"{\\\"password\\\":\\\"~zebra~\\\",\\\"a\\\":1}\"~}",
          "{\"b\":\"{\\\"b\\\":\\\"{\\\\\\\"password\\\\\\\":\\\\\\\"~zebra~\\\\\\\",\\\\\\\"a\\\\\\\":1}\\\"}\"}",
          "{~\"body\":\"{\\\"pin\\\":~7391zebra~,\\\"a\\\":1}\"~}",
          "{~\"name\":\"password\",\"value\":\"~zebra~\",\"a\":1~}",
          "[{~\"key\":\"X-Api-Key\",\"value\":\"~zebra~\"},{\"key\":\"a\",\"value\":\"b\"~}]",
          "{~\"query\":\"mutation($password: String!){logIn(password: $password)}\"~}",
          "{~\"variables\":{\"password\":\"~zebra~\",\"user\":\"ada\"}~}",
          "{~\"query\":\"{logIn(user: \\\"ada\\\", password: \\\"~zebra~\\\") { id } }\"~}",
          "{~\"cookie\":\"sid=~zebra~; Path=/\"~}",
          // other bodies
          "~grant_type=password&client_secret=~zebra~&x=1~",
          "~user[password]=~zebra~&user[name]=ada~",
          "~<user id=\"1\" password=\"~zebra~\" role=\"x\"/>~",
          "~<ns:accessToken type='x'>~zebra~</ns:accessToken><b>c</b>~",
          "~<password><![CDATA[~zebra]] zebra~]]></password>~",
          "~<credentials><user>~zebra~</user><k ~a='zebra'~/></credentials><b>c</b>~",
          "~<entry key=\"password\">~zebra~</entry><entry key=\"a\">b</entry>~",
          "~<property name=\"password\" value=\"~zebra~\"/><property name=\"a\" value=\"b\"/>~",
          "~Content-Disposition: form-data; name=\"password\"\r\n\r\n~zebra\r\nzebra~\r\n--b--~",
          "~Content-Disposition: form-data; filename=\"a.txt\"; name=\"password\"\r\nContent-Type: text/plain\r\n\r\n~zebra~\r\n--b--~",
          "~name=\"password\"\r\nContent-Type: text/plain\r\n\r\n~zebra~\r\n--end~",
          "~password = ~zebra and zebra\n~user = ada~",
          "log: ~password = ~zebra ~and more~",
          "~User(name=ada, password=~zebra~, age=3)~",
          "~{'password': '~zebra~', 'a': 1}~",
          "~:password => \"~zebra~\", :a => 1~",
          "~password: ~zebra\n~user: ada~",
          "~log in with password \"~zebra~\" as \"ada\"~",
          "~the pin is '~zebra~' of ada~",
          "~the response header \"X-Api-Key\" is \"~zebra~\"~",
          "~the response at \"$.user.password\" is not \"~zebra~\" today~",
          "~the cookie \"sid\" contains \"~zebra~\"~",
          "~psql --password ~zebra ~--host db~",
          "~-----BEGIN RSA PRIVATE KEY-----~\nzebra\nzebra~-----END RSA PRIVATE KEY-----~",
          "{~\"pem\":\"-----BEGIN PRIVATE KEY-----~\\nzebra\\n~-----END PRIVATE KEY-----\"~}",
          // SQL
          "~CREATE ROLE shop LOGIN PASSWORD '~zebra''s~' VALID UNTIL 'tomorrow'~",
          "~CREATE USER ada IDENTIFIED BY '~zebra~' COMMENT 'x'~",
          "~UPDATE users SET password = '~zebra~' WHERE id = 1~",
          "~SELECT 1 FROM users WHERE token='~zebra~' AND a='b'~",
          "~INSERT INTO users (name, password, age) VALUES ('ada', '~zebra, zebra~', 1), ('b', '~zebra~', 2)~",
          "~Detail: Key (token)=~(zebra)~ already exists.~");

  @ParameterizedTest
  @FieldSource("TEXTS")
  void a_secret_is_masked_and_what_stands_beside_it_is_not(String written) {
    String text = written.replace(String.valueOf(VISIBLE), "");

    String masked = Secrets.mask(text);

    assertThat(masked).doesNotContain("zebra");
    assertThat(visible(written)).allSatisfy(part -> assertThat(masked).contains(part));
    assertThat(Secrets.mask(masked)).as("masked again").isEqualTo(masked);
  }

  private static Stream<String> visible(String written) {
    String[] parts = written.split(String.valueOf(VISIBLE), -1);
    return java.util.stream.IntStream.range(0, parts.length)
        .filter(i -> i % 2 == 1)
        .mapToObj(i -> parts[i])
        .filter(part -> !part.contains("zebra"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"pinned\":\"zebra\",\"passenger\":\"zebra\",\"tokenizer\":\"zebra\",\"author\":\"zebra\"}",
        "{\"spinner\":\"zebra\",\"compass\":\"zebra\",\"keyboard\":\"zebra\",\"assignature\":\"z\"}",
        "{\"tokenType\":\"Bearer\",\"token_type\":\"zebra\",\"expires_in\":3}",
        "{\"passwordLength\":8,\"tokenExpiresAt\":\"2026-01-01\",\"sessionTimeout\":3}",
        "{\"password\":null,\"token\":\"\",\"hasPassword\":\"no\",\"secret\":true}",
        "{\"password\":\"${pw}\",\"token\":\"<any>\",\"pin\":\"#{json-unit.any-string}\"}",
        "{\"max_tokens\":100,\"prompt_tokens\":3,\"total_tokens\":4,\"sessions\":[1]}",
        "Unexpected token 'zebra' at 3; Unrecognized token 'zebra': was expecting null",
        "see http://localhost:8080/a:b?mail=ada@shop.example and http://localhost:80",
        "git clone ssh://git@localhost/x.git",
        "the cookie \"sid\" is set; I save the token as \"token\"",
        "UPDATE users SET password = ?, token = $1 WHERE a = '' AND session IS NULL",
        "usage: log-in <user> <password>",
        "List<Token> tokens of Map<String, Session>",
        "Basic authentication and Bearer tokens are digest things",
        "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
        "PWD=/home/ada OLDPWD=/tmp",
        "at 12:30:01.123 took 3 ms: a=b c:d (e) <f>g</f> -- -x --y",
        "I send GET \"/a\" to \"cart\" with \"b\" in \"c\"",
      })
  void what_is_no_secret_is_shown(String text) {
    assertThat(Secrets.mask(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"credentials\":{\"long-reference-of-customer\" : \"q8Zk2LmX01\"}}",
        "{\"tokens\":[{\"long-reference-of-customer\":[\"q8Zk2LmX01\"]}]}",
        "{\"a\":\"{\\\"tokens\\\":{\\\"long-reference-of-customer\\\":\\\"q8Zk2LmX01\\\"}}\"}",
        "{'credentials': {'long-reference-of-customer': 'q8Zk2LmX01', 'room': 'room-7'}}",
        "{:credentials => {\"long-reference-of-customer\" => \"q8Zk2LmX01\"}}"
      })
  void a_member_of_a_structure_is_no_secret_by_its_name(String text) {
    assertThat(Secrets.mask(text)).doesNotContain("q8Zk2LmX01", "long-reference-of-customer");

    assertThat(Secrets.mask("long-reference-of-customer room-7 q8Zk2LmX01"))
        .isEqualTo("long-reference-of-customer room-7 *****");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"password\":\"%s\"}",
        "password=%s&a=b",
        "DB_PASSWORD=%s",
        "psql --password %s",
        "postgresql://shop:%s@localhost/shop",
        "log in with password \"%s\"",
        "the field \"$.password\" is \"%s\"",
        "<password>%s</password>",
        "<property name=\"password\" value=\"%s\"/>",
        "{\"name\":\"password\",\"value\":\"%s\"}",
        "INSERT INTO users (name, password) VALUES ('ada', '%s')"
      })
  void a_password_that_a_person_chose_is_known_from_then_on(String text) {
    String password = "dragon" + Math.floorMod(text.hashCode(), 10_000);

    assertThat(Secrets.mask(text.formatted(password))).doesNotContain(password);
    assertThat(Secrets.mask("got " + password)).isEqualTo("got *****");
  }

  @Test
  void what_stands_under_the_name_of_a_token_may_be_an_id() {
    assertThat(Secrets.mask("{\"token\":\"griffin12\"} griffin12"))
        .isEqualTo("{\"token\":\"*****\"} griffin12");
  }

  @Test
  void a_text_of_any_length_is_masked() {
    String value = "x".repeat(300_000);

    assertThat(Secrets.mask("{\"a\":\"" + value + "\",\"password\":\"" + value + "\"}"))
        .isEqualTo("{\"a\":\"" + value + "\",\"password\":\"*****\"}");
  }
}
