package dev.trestle.cornershop.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.trestle.cornershop.kit.Environment.ListenAddress;
import dev.trestle.cornershop.kit.WebService;
import dev.trestle.cornershop.kit.testing.OpenApi;
import dev.trestle.cornershop.kit.testing.TestClient;
import dev.trestle.cornershop.kit.testing.TestClient.Reply;
import dev.trestle.cornershop.kit.testing.TestDatabase;
import dev.trestle.cornershop.kit.testing.TestTokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IdentityIT {
  private static final OpenApi API = OpenApi.read(Path.of("openapi.yaml"));
  private static final TestDatabase DATABASE = TestDatabase.create("identity");
  private static WebService.Running service;
  private static TestClient client;

  @BeforeAll
  static void startWithoutDatabase() {
    DATABASE.cut();
    start();
  }

  @AfterAll
  static void stop() {
    service.close();
    DATABASE.close();
  }

  private static void start() {
    service =
        IdentityMain.start(
            new IdentityConfig(
                new ListenAddress("127.0.0.1", 0),
                DATABASE.address(),
                "Staff@example.com",
                "staff-password",
                Map.of("checkout", "client-secret"),
                900));
    client = new TestClient(service.port(), API);
  }

  @Test
  @Order(1)
  void without_a_database_the_service_answers_503_and_recovers() {
    List<TestClient.Request> needDatabase =
        List.of(
            client.post("/users").json(registration("a@example.com")),
            client.post("/tokens").json("{'email':'a@example.com','password':'12345678'}"),
            grant("client-secret"),
            client.get("/.well-known/jwks.json"),
            client.get("/users/me").token(new TestTokens().shopper("x")));
    assertThat(client.get("/health").send().status()).isEqualTo(503);
    for (TestClient.Request request : needDatabase) {
      Reply reply = request.send();
      assertThat(reply.slug()).isEqualTo("dependency-unavailable");
      assertThat(reply.at("/dependency")).isEqualTo("database");
      assertThat(reply.header("Retry-After")).isNotNull();
    }

    DATABASE.restore();

    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> client.get("/health").send().status() == 200);
  }

  @Test
  @Order(2)
  void a_registered_shopper_logs_in_and_is_named_by_the_token() throws Exception {
    String email = unique();
    Reply registered = client.post("/users").json(registration(email)).send();
    assertThat(registered.status()).isEqualTo(201);
    assertThat(registered.text()).doesNotContain("password").doesNotContain("12345678");

    Reply token = logIn(email.toUpperCase(java.util.Locale.ROOT), "12345678");
    assertThat(token.status()).isEqualTo(200);
    assertThat(token.json().path("expiresIn").asInt()).isEqualTo(900);

    JWTClaimsSet claims = SignedJWT.parse(token.at("/accessToken")).getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("cornershop");
    assertThat(claims.getSubject()).isEqualTo(registered.at("/id"));
    assertThat(claims.getStringListClaim("roles")).containsExactly("shopper");
    assertThat(claims.getStringClaim("email")).isEqualTo(email);
    assertThat(claims.getStringClaim("name")).isEqualTo("Ada");
    assertThat(claims.getExpirationTime().toInstant())
        .isEqualTo(claims.getIssueTime().toInstant().plusSeconds(900));

    Reply me = client.get("/users/me").token(token.at("/accessToken")).send();
    assertThat(me.json()).isEqualTo(registered.json());
  }

  @Test
  @Order(3)
  void an_address_is_registered_once_whatever_its_case() {
    String email = unique();
    client.post("/users").json(registration(email)).send();

    Reply again =
        client.post("/users").json(registration(email.toUpperCase(java.util.Locale.ROOT))).send();

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.slug()).isEqualTo("email-taken");
  }

  @Test
  @Order(4)
  void bad_input_is_a_problem_that_names_the_field() {
    Reply reply = client.post("/users").json("{'email':'x','password':'short'}").send();
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("errors").findValuesAsText("pointer"))
        .containsExactly("/email", "/password", "/name", "/country");

    Reply nul =
        client
            .post("/users")
            .json("{'email':'n@x.y','password':'12345678','name':'a\\u0000b','country':'DE'}")
            .send();
    assertThat(nul.status()).isEqualTo(400);
    Reply ttl = client.post("/tokens").json("{'email':'x','password':'y','ttlSeconds':901}").send();
    assertThat(ttl.at("/errors/0/pointer")).isEqualTo("/ttlSeconds");
    assertThat(client.post("/oauth/token").body("application/x-www-form-urlencoded", "a=b").send())
        .extracting(Reply::status)
        .isEqualTo(400);
    for (String path : List.of("/users", "/tokens", "/oauth/token")) {
      assertThat(client.post(path).body("text/plain", "x").send().status()).isEqualTo(415);
    }
  }

  @Test
  @Order(5)
  void an_unknown_user_and_a_wrong_password_get_the_same_answer() {
    String email = unique();
    client.post("/users").json(registration(email)).send();

    Reply wrong = logIn(email, "87654321");
    Reply unknown = logIn(unique(), "87654321");

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.slug()).isEqualTo("bad-credentials");
    assertThat(unknown.text()).isEqualTo(wrong.text());
  }

  @Test
  @Order(6)
  void a_shorter_session_can_be_asked_for() throws Exception {
    Reply token =
        client
            .post("/tokens")
            .json("{'email':'staff@example.com','password':'staff-password','ttlSeconds':1}")
            .send();

    assertThat(token.at("/expiresIn")).isEqualTo("1");
    await()
        .atMost(Duration.ofSeconds(5))
        .until(
            () -> client.get("/users/me").token(token.at("/accessToken")).send().status() == 401);
  }

  @Test
  @Order(7)
  void staff_is_seeded() throws Exception {
    Reply token = logIn("staff@example.com", "staff-password");

    Reply me = client.get("/users/me").token(token.at("/accessToken")).send();
    assertThat(me.at("/roles/0")).isEqualTo("staff");
  }

  @Test
  @Order(8)
  void a_service_gets_a_token_for_its_secret() throws Exception {
    Reply granted = grant("client-secret").send();
    JWTClaimsSet claims = SignedJWT.parse(granted.at("/access_token")).getJWTClaimsSet();
    assertThat(claims.getStringListClaim("roles")).containsExactly("service");
    assertThat(client.get("/users/me").token(granted.at("/access_token")).send().status())
        .isEqualTo(404);

    Reply refused = grant("guess").send();
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.slug()).isEqualTo("invalid-client");
  }

  @Test
  @Order(9)
  void tokens_of_others_are_refused() {
    try (TestTokens others = new TestTokens()) {
      for (String token : others.refused()) {
        Reply reply = client.get("/users/me").token(token).send();
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
      }
    }
    assertThat(client.get("/users/me").send().status()).isEqualTo(401);
  }

  @Test
  @Order(10)
  void tokens_survive_a_restart() {
    String email = unique();
    client.post("/users").json(registration(email)).send();
    String token = logIn(email, "12345678").at("/accessToken");
    String jwks = client.get("/.well-known/jwks.json").send().text();
    assertThat(jwks).doesNotContain("\"d\"");

    service.close();
    start();

    assertThat(client.get("/users/me").token(token).send().at("/email")).isEqualTo(email);
    assertThat(client.get("/.well-known/jwks.json").send().text()).isEqualTo(jwks);
  }

  @Test
  @Order(11)
  void a_database_that_goes_in_between_is_used_again_when_it_is_back() {
    DATABASE.cut();
    assertThat(logIn("staff@example.com", "staff-password").status()).isEqualTo(503);
    DATABASE.restore();

    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> logIn("staff@example.com", "staff-password").status() == 200);
  }

  @Test
  @Order(99)
  void everything_that_the_document_promises_was_seen() {
    assertThat(API.unseen()).isEmpty();
  }

  private static Reply logIn(String email, String password) {
    return client
        .post("/tokens")
        .json("{'email':'" + email + "','password':'" + password + "'}")
        .send();
  }

  private static TestClient.Request grant(String secret) {
    return client
        .post("/oauth/token")
        .body(
            "application/x-www-form-urlencoded",
            "grant_type=client_credentials&client_id=checkout&client_secret=" + secret);
  }

  private static String unique() {
    return UUID.randomUUID() + "@example.com";
  }

  private static String registration(String email) {
    return "{'email':'" + email + "','password':'12345678','name':'Ada','country':'DE'}";
  }
}
