package dev.trestle.cornershop.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.trestle.cornershop.payment.AcquirerStub.approved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.trestle.cornershop.kit.testing.TestClient;
import dev.trestle.cornershop.kit.testing.TestClient.Reply;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every operation of the running service, held against its OpenAPI document. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentIT extends PaymentFixture {
  @BeforeAll
  void is_up() {
    await().until(() -> client.get("/health").send().status() == 200);
  }

  @BeforeEach
  void the_acquirer_is_well() {
    acquirer.reset();
  }

  @AfterAll
  void everything_that_the_document_promises_was_seen() throws SQLException {
    database_down_is_503_and_recovers();
    assertThat(api.unseen()).isEmpty();
    assertNoCardNumberIsStored();
    service.close();
    acquirer.close();
    database.close();
    tokens.close();
  }

  @Test
  void a_payment_is_authorised_captured_and_refunded_in_parts() {
    Reply payment = pay("key-1", "order-1", 1000);
    assertThat(payment.status()).as(payment.text()).isEqualTo(201);
    assertThat(payment.at("/status")).isEqualTo("AUTHORISED");
    assertThat(payment.at("/card")).isEqualTo("**** **** **** 1111");

    assertThat(change(payment, "capture").at("/captured")).isEqualTo("1000");
    assertThat(change(payment, "capture").at("/status")).isEqualTo("CAPTURED");
    assertThat(acquirer.changes("captures")).hasSize(1);

    assertThat(refund(payment, "r-1", "{'amount':300}").status()).isEqualTo(201);
    Reply again = refund(payment, "r-1", "{'amount':300}");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.at("/amount")).isEqualTo("300");
    assertProblem(refund(payment, "r-1", "{'amount':301}"), 422, "idempotency-key-reused");
    assertProblem(refund(payment, "r-2", "{'amount':701}"), 422, "refund-exceeds-payment");
    assertThat(get(payment, tokens.service()).at("/status")).isEqualTo("CAPTURED");

    assertThat(refund(payment, "r-3", "").at("/amount")).isEqualTo("700");
    Reply end = get(payment, tokens.shopper("ada"));
    assertThat(end.at("/status")).isEqualTo("REFUNDED");
    assertThat(end.at("/refunded")).isEqualTo("1000");
    assertThat(acquirer.changes("refunds")).hasSize(2);
    assertProblem(refund(payment, "r-4", ""), 422, "refund-exceeds-payment");
  }

  @Test
  void the_same_request_has_the_same_answer_and_charges_once() {
    Reply first = pay("key-same", "order-same", 500);
    Reply second = pay("key-same", "order-same", 500);

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.text()).isEqualTo(first.text());
    assertProblem(pay("key-same", "order-same", 501), 422, "idempotency-key-reused");
    assertProblem(
        pay("key-same", body("order-same", 500, "5555555555554444")),
        422,
        "idempotency-key-reused");
    assertThat(acquirer.authorisations()).hasSize(1);
  }

  @Test
  void a_double_submit_at_the_same_time_charges_once() {
    acquirer.authorises(approved().withFixedDelay(200));

    List<CompletableFuture<Reply>> both =
        IntStream.range(0, 8)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> pay("key-double", "order-double", 100)))
            .toList();

    assertThat(both).allSatisfy(one -> assertThat(one.join().status()).isIn(200, 201));
    assertThat(both.stream().map(one -> one.join().at("/id")).distinct()).hasSize(1);
    assertThat(acquirer.authorisations()).hasSize(1);
  }

  @Test
  void a_slow_acquirer_is_asked_again_with_the_same_key() {
    acquirer.authorisesAfter(2, approved().withFixedDelay(1_800));

    Reply payment = pay("key-slow", "order-slow", 100);

    assertThat(payment.status()).isEqualTo(201);
    assertThat(acquirer.authorisations()).hasSize(3);
    assertThat(keys(acquirer.authorisations())).containsExactly(payment.at("/id"));
  }

  @Test
  void an_acquirer_that_fails_is_503_and_the_same_request_later_goes_on_with_the_same_key() {
    acquirer.authorises(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

    Reply failed = pay("key-down", "order-down", 100);
    assertProblem(failed, 503, "dependency-unavailable");
    assertThat(failed.at("/dependency")).isEqualTo("acquirer");
    assertThat(failed.header("Retry-After")).isNotNull();

    acquirer.authorises(approved());
    Reply payment = pay("key-down", "order-down", 100);
    assertThat(payment.at("/status")).isEqualTo("AUTHORISED");
    assertThat(acquirer.authorisations()).hasSize(4);
    assertThat(keys(acquirer.authorisations())).hasSize(1);
  }

  @Test
  void a_payment_that_another_instance_works_on_is_left_alone() throws SQLException {
    acquirer.authorises(aResponse().withStatus(500));
    pay("key-claimed", "order-claimed", 100);
    acquirer.reset();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE payments SET claimed_until = now() + interval '1 minute'");
    }

    assertProblem(pay("key-claimed", "order-claimed", 100), 409, "in-progress");
    assertThat(acquirer.authorisations()).isEmpty();
  }

  @Test
  void an_acquirer_that_stops_in_the_middle_of_its_answer_is_503() {
    acquirer.authorises(approved().withChunkedDribbleDelay(2, 60_000));

    Reply failed = pay("key-dribble", "order-dribble", 100);

    assertProblem(failed, 503, "dependency-unavailable");
    assertThat(acquirer.authorisations()).hasSize(3);
  }

  @Test
  void garbage_from_the_acquirer_is_503() {
    acquirer.authorises(aResponse().withStatus(201).withBody("<html>"));
    assertProblem(pay("key-garbage", "order-g", 100), 503, "dependency-unavailable");
    acquirer.authorises(aResponse().withStatus(201).withBody("{\"outcome\":\"MAYBE\"}"));
    assertProblem(pay("key-garbage", "order-g", 100), 503, "dependency-unavailable");
    acquirer.authorises(aResponse().withStatus(404).withBody("no stub"));
    assertProblem(pay("key-garbage", "order-g", 100), 503, "dependency-unavailable");
  }

  @Test
  void a_declined_card_is_402_with_the_reason_every_time() {
    for (int status : new int[] {200, 402}) {
      acquirer.reset();
      acquirer.authorises(
          aResponse()
              .withStatus(status)
              .withHeader("Content-Type", "application/json")
              .withBody("{\"outcome\":\"DECLINED\",\"reason\":\"insufficient_funds\"}"));
      Reply declined = pay("key-declined-" + status, "order-declined", 100);

      assertProblem(declined, 402, "card-declined");
      assertThat(declined.at("/reason")).isEqualTo("insufficient_funds");
      assertThat(pay("key-declined-" + status, "order-declined", 100).text())
          .isEqualTo(declined.text());
      assertThat(acquirer.authorisations()).hasSize(1);
    }
  }

  @Test
  void a_void_lets_go_of_an_authorisation_once() {
    Reply payment = pay("key-void", "order-void", 100);

    assertThat(change(payment, "void").at("/status")).isEqualTo("VOIDED");
    assertThat(change(payment, "void").at("/status")).isEqualTo("VOIDED");

    assertThat(acquirer.changes("void")).hasSize(1);
    assertProblem(change(payment, "capture"), 409, "wrong-payment-status");
    assertProblem(refund(payment, "r", ""), 422, "refund-exceeds-payment");
  }

  @Test
  void a_captured_payment_is_not_voided() {
    Reply payment = pay("key-captured", "order-captured", 100);
    change(payment, "capture");

    assertProblem(change(payment, "void"), 409, "wrong-payment-status");
  }

  @Test
  void a_payment_without_an_answer_can_be_voided_and_is_not_charged_afterwards() {
    acquirer.authorises(aResponse().withStatus(500));
    pay("key-unknown", "order-unknown", 100);
    Reply pending = ofOrder("order-unknown", tokens.service());
    assertThat(pending.at("/0/status")).isEqualTo("PENDING");

    Reply voided =
        client.post("/payments/" + pending.at("/0/id") + "/void").token(tokens.service()).send();
    assertThat(voided.at("/status")).isEqualTo("VOIDED");

    acquirer.reset();
    assertThat(pay("key-unknown", "order-unknown", 100).at("/status")).isEqualTo("VOIDED");
    assertThat(acquirer.authorisations()).isEmpty();
  }

  @Test
  void a_payment_that_is_voided_while_the_acquirer_thinks_is_let_go_of() {
    acquirer.authorises(approved().withFixedDelay(300));
    CompletableFuture<Reply> paying =
        CompletableFuture.supplyAsync(() -> pay("key-late", "order-late", 100));
    await().until(() -> !acquirer.authorisations().isEmpty());

    String id = ofOrder("order-late", tokens.service()).at("/0/id");
    client.post("/payments/" + id + "/void").token(tokens.service()).send();

    assertThat(paying.join().at("/status")).isEqualTo("VOIDED");
    assertThat(acquirer.changes("void")).hasSize(1);
  }

  @Test
  void a_capture_without_an_answer_is_settled_before_a_void() {
    Reply payment = pay("key-lost", "order-lost", 100);
    acquirer.changes(aResponse().withStatus(503));
    assertProblem(change(payment, "capture"), 503, "dependency-unavailable");
    assertProblem(change(payment, "void"), 503, "dependency-unavailable");
    assertProblem(refund(payment, "r", ""), 422, "refund-exceeds-payment");

    acquirer.reset();
    Reply refused = change(payment, "void");

    assertProblem(refused, 409, "wrong-payment-status");
    assertThat(refused.at("/paymentStatus")).isEqualTo("CAPTURED");
    assertThat(acquirer.changes("void")).isEmpty();
  }

  @Test
  void a_refund_without_an_answer_keeps_its_claim_and_its_key() {
    Reply payment = pay("key-refund", "order-refund", 100);
    change(payment, "capture");
    acquirer.changes(aResponse().withStatus(500));
    assertProblem(refund(payment, "r-1", ""), 503, "dependency-unavailable");
    assertProblem(refund(payment, "r-2", ""), 422, "refund-exceeds-payment");

    acquirer.changes(aResponse().withStatus(200));
    assertThat(refund(payment, "r-1", "").at("/status")).isEqualTo("REFUNDED");

    assertThat(keys(acquirer.changes("refunds"))).hasSize(1);
    assertThat(get(payment, tokens.staff()).at("/refunded")).isEqualTo("100");
  }

  @Test
  void what_the_acquirer_refuses_is_a_conflict_and_claims_nothing() {
    Reply payment = pay("key-refused", "order-refused", 100);
    change(payment, "capture");
    acquirer.changes(aResponse().withStatus(409));

    assertProblem(refund(payment, "r-1", ""), 409, "acquirer-refused");
    acquirer.reset();
    assertThat(refund(payment, "r-2", "").status()).isEqualTo(201);
  }

  @Test
  void a_shopper_sees_their_own_payments_only() {
    Reply payment = pay("key-own", "order-own", 100);

    assertThat(get(payment, tokens.shopper("ada")).status()).isEqualTo(200);
    assertThat(ofOrder("order-own", tokens.shopper("ada")).json()).hasSize(1);
    assertProblem(get(payment, tokens.shopper("eve")), 403, "forbidden");
    assertThat(ofOrder("order-own", tokens.shopper("eve")).json()).isEmpty();
  }

  @Test
  void bad_input_is_named() {
    assertThat(pay("k", body("o", 0, NUMBER)).at("/errors/0/pointer")).isEqualTo("/amount");
    assertThat(pay("k", body("o", 1, "4111111111111112")).text()).contains("/card/number");
    assertThat(pay("k", body("o", 1, "1").replace("12/48", "01/20")).text())
        .contains("/card/number", "/card/expiry");
    assertProblem(pay("k", "{'card':null}"), 400, "bad-request");
    Reply keyless =
        client.post("/payments").token(tokens.service()).json(body("o", 1, NUMBER)).send();
    assertProblem(keyless, 400, "bad-request");
    assertProblem(client.get("/payments").token(tokens.service()).send(), 400, "bad-request");
    Reply text =
        client
            .post("/payments")
            .token(tokens.service())
            .header("Idempotency-Key", "k")
            .body("text/plain", "x")
            .send();
    assertProblem(text, 415, "unsupported-media-type");
    Reply payment = pay("key-bad", "order-bad", 100);
    assertProblem(refund(payment, "r", "{'amount':0}"), 400, "bad-request");
    Reply refund =
        client
            .post("/payments/" + payment.at("/id") + "/refunds")
            .token(tokens.service())
            .header("Idempotency-Key", "k")
            .body("text/plain", "x")
            .send();
    assertProblem(refund, 415, "unsupported-media-type");
  }

  private Stream<TestClient.Request> operations() {
    return Stream.of(
        client.post("/payments").header("Idempotency-Key", "op").json(body("op", 1, NUMBER)),
        client.get("/payments?orderId=x"),
        client.get("/payments/x"),
        client.post("/payments/x/capture"),
        client.post("/payments/x/void"),
        client.post("/payments/x/refunds").header("Idempotency-Key", "op"));
  }

  @Test
  void every_operation_needs_a_good_token_and_the_changing_ones_a_role() {
    operations().forEach(request -> assertProblem(request.send(), 401, "unauthorized"));
    for (String token : tokens.refused()) {
      operations()
          .forEach(request -> assertProblem(request.token(token).send(), 401, "unauthorized"));
    }
    String shopper = tokens.shopper("ada");
    assertThat(operations().map(request -> request.token(shopper).send().status()))
        .containsExactly(403, 200, 404, 403, 403, 403);
    String staff = tokens.staff();
    assertThat(operations().map(request -> request.token(staff).send().status()))
        .containsExactly(201, 200, 404, 404, 404, 404);
  }

  private void database_down_is_503_and_recovers() {
    database.cut();
    assertThat(client.get("/health").send().at("/checks/database")).isEqualTo("down");
    operations()
        .forEach(
            request -> {
              Reply reply = request.token(tokens.staff()).send();
              assertProblem(reply, 503, "dependency-unavailable");
              assertThat(reply.at("/dependency")).isEqualTo("database");
            });

    database.restore();

    await().untilAsserted(() -> assertThat(pay("back", "back", 1).status()).isIn(200, 201));
  }

  private void assertNoCardNumberIsStored() throws SQLException {
    try (Connection connection = database.connect();
        ResultSet row =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT count(*) FROM payments p WHERE p::text ~ '[0-9]{12}'"
                        + " AND p::text LIKE '%4111111%'")) {
      row.next();
      assertThat(row.getInt(1)).isZero();
    }
  }
}
