package dev.trestle.cornershop.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
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

/** The running payment service, a stub of the acquirer, and what tests ask of them. */
abstract class PaymentFixture {
  static final String NUMBER = "4111111111111111";

  final TestTokens tokens = new TestTokens();
  final TestDatabase database = TestDatabase.create("payment");
  final AcquirerStub acquirer = new AcquirerStub();
  final OpenApi api = OpenApi.read(Path.of("openapi.yaml"));
  final WebService.Running service =
      PaymentMain.start(
          new PaymentConfig(
              new ListenAddress("127.0.0.1", 0),
              database.address(),
              tokens.jwksUrl(),
              acquirer.uri(),
              new PaymentConfig.Limits(Duration.ofSeconds(1), 3, 1_000, Duration.ofMinutes(1))));
  final TestClient client = new TestClient(service.port(), api);

  static String body(String order, long amount, String number) {
    return """
        {"orderId":"%s","amount":%d,"currency":"EUR","customerId":"ada",
         "card":{"number":"%s","expiry":"12/48","cvc":"123"}}
        """
        .formatted(order, amount, number);
  }

  Reply pay(String key, String order, long amount) {
    return pay(key, body(order, amount, NUMBER));
  }

  Reply pay(String key, String body) {
    return client
        .post("/payments")
        .token(tokens.service())
        .header("Idempotency-Key", key)
        .json(body)
        .send();
  }

  Reply change(Reply payment, String how) {
    return client.post("/payments/" + payment.at("/id") + "/" + how).token(tokens.service()).send();
  }

  Reply refund(Reply payment, String key, String body) {
    TestClient.Request request =
        client
            .post("/payments/" + payment.at("/id") + "/refunds")
            .token(tokens.service())
            .header("Idempotency-Key", key);
    return (body.isEmpty() ? request : request.json(body)).send();
  }

  Reply get(Reply payment, String token) {
    return client.get("/payments/" + payment.at("/id")).token(token).send();
  }

  static void assertProblem(Reply reply, int status, String slug) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.slug()).isEqualTo(slug);
    assertThat(reply.text()).doesNotContain(NUMBER);
  }

  static List<String> keys(List<LoggedRequest> requests) {
    return requests.stream().map(one -> one.getHeader("Idempotency-Key")).distinct().toList();
  }

  Reply ofOrder(String order, String token) {
    return client.get("/payments?orderId=" + order).token(token).send();
  }
}
