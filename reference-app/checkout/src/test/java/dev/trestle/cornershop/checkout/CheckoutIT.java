package dev.trestle.cornershop.checkout;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.trestle.cornershop.checkout.PeerStubs.payment;
import static dev.trestle.cornershop.checkout.PeerStubs.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.trestle.cornershop.kit.testing.TestClient;
import dev.trestle.cornershop.kit.testing.TestClient.Reply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every operation of the running service with a real broker, held against its OpenAPI document. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckoutIT extends CheckoutFixture {
  private static final List<String> FORWARD =
      List.of(
          "POST /inventory/reservations",
          "POST /payment/payments",
          "POST /payment/payments/pay-1/capture",
          "POST /inventory/reservations/res-1/commit");
  private static final List<String> BACK =
      List.of(
          "POST /inventory/reservations",
          "POST /inventory/reservations/res-1/release",
          "POST /payment/payments/pay-1/refunds");

  @BeforeAll
  void is_up() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> client.get("/health").send().status() == 200);
  }

  @BeforeEach
  void the_peers_are_well() {
    peers.reset();
  }

  @AfterAll
  void everything_that_the_document_promises_was_seen() {
    database_down_is_503_and_recovers();
    assertThat(api.unseen()).isEmpty();
    topic.close();
    service.close();
    peers.close();
    database.close();
    tokens.close();
  }

  private void assertCancelled(Reply reply, String reason, boolean refunded) {
    Reply order = get(reply.at("/orderId"), tokens.shopper("ada"));
    assertThat(order.at("/status")).as(order.text()).isEqualTo("CANCELLED");
    assertThat(order.at("/reason")).isEqualTo(reason);
    Topic.Event event = topic.about(reply.at("/orderId"));
    assertThat(event.at("/type")).isEqualTo("order.cancelled");
    assertThat(event.at("/reason")).isEqualTo(reason);
    assertThat(event.json().path("refunded").asBoolean()).isEqualTo(refunded);
    assertThat(event.traceparent()).contains(TRACE);
  }

  @Test
  void a_paid_order_is_confirmed_and_announced() {
    Reply order = order(body("SAVE"));

    assertThat(order.status()).as(order.text()).isEqualTo(201);
    assertThat(order.at("/status")).isEqualTo("CONFIRMED");
    assertThat(order.at("/paymentId")).isEqualTo("pay-1");
    assertThat(order.at("/reservationId")).isEqualTo("res-1");
    assertThat(peers.changes())
        .containsSubsequence(FORWARD)
        .endsWith(
            "POST /pricing/coupons/SAVE/redemptions",
            "PUT /cart/carts/" + order.at("/cartId") + "/status");
    assertThat(peers.requests())
        .allSatisfy(one -> assertThat(one.getHeader("traceparent")).contains(TRACE));
    Topic.Event event = topic.about(order.at("/id"));
    assertThat(event.at("/type")).isEqualTo("order.confirmed");
    assertThat(event.at("/email")).isEqualTo("ada@example.com");
    assertThat(event.at("/total")).isEqualTo("1190");
    assertThat(event.at("/lines/0/sku")).isEqualTo("BEANS");
    assertThat(event.json().has("reason")).isFalse();
    assertThat(event.traceparent()).contains(TRACE).doesNotContain("00f067aa0ba902b7");
  }

  @Test
  void out_of_stock_is_passed_on_and_nothing_is_paid() {
    peers.on(
        "POST",
        "/inventory/reservations",
        409,
        problem("out-of-stock").replace("}", ",'sku':'B'}"));

    Reply refused = order();

    assertProblem(refused, 409, "out-of-stock");
    assertThat(refused.at("/sku")).isEqualTo("B");
    assertThat(peers.changes()).doesNotContain("POST /payment/payments");
    assertCancelled(refused, "out-of-stock", false);
  }

  @Test
  void a_declined_card_is_passed_on_and_the_stock_released() {
    peers.on(
        "POST",
        "/payment/payments",
        402,
        problem("card-declined").replace("}", ",'reason':'insufficient_funds'}"));
    peers.paid("DECLINED");

    Reply refused = order();

    assertProblem(refused, 402, "card-declined");
    assertThat(refused.at("/reason")).isEqualTo("insufficient_funds");
    assertThat(peers.changes()).endsWith("POST /inventory/reservations/res-1/release");
    assertCancelled(refused, "card-declined", false);
  }

  @Test
  void a_part_that_refuses_after_payment_has_everything_undone() {
    peers.on("POST", "/inventory/reservations/res-1/commit", 409, problem("reservation-expired"));

    Reply refused = order();

    assertProblem(refused, 409, "order-cancelled");
    assertThat(refused.at("/reason")).isEqualTo("reservation-expired");
    assertThat(peers.changes()).containsSubsequence(FORWARD).containsSubsequence(BACK);
    assertCancelled(refused, "reservation-expired", true);
  }

  @Test
  void a_coupon_that_is_used_up_at_the_end_has_everything_undone() {
    peers.on("POST", "/pricing/coupons/.+/redemptions", 409, problem("coupon-exhausted"));

    Reply refused = order(body("SAVE"));

    assertProblem(refused, 409, "order-cancelled");
    assertThat(peers.changes())
        .containsSubsequence(
            "POST /pricing/coupons/SAVE/redemptions",
            "DELETE /pricing/coupons/SAVE/redemptions/" + refused.at("/orderId"),
            "POST /inventory/reservations/res-1/release",
            "POST /payment/payments/pay-1/refunds");
    assertCancelled(refused, "coupon-exhausted", true);
  }

  @Test
  void inventory_down_after_payment_gives_the_money_back_and_the_stock_later() {
    peers.on("POST", "/inventory/reservations/res-1/.+", aResponse().withStatus(500));

    Reply failed = order();

    assertProblem(failed, 503, "dependency-unavailable");
    assertThat(failed.at("/dependency")).isEqualTo("inventory");
    assertThat(failed.header("Retry-After")).isNotNull();
    assertCancelled(failed, "inventory-unavailable", true);

    peers.reset();
    peers.paid("REFUNDED");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> peers.changes().contains("POST /inventory/reservations/res-1/release"));
    assertThat(peers.changes()).doesNotContain("POST /payment/payments/pay-1/refunds");
    assertThat(topic.all(failed.at("/orderId"))).hasSize(1);
  }

  @Test
  void a_refund_that_fails_is_made_later_also_after_a_restart_and_told_then() {
    peers.on("POST", "/inventory/reservations/res-1/commit", 409, problem("reservation-expired"));
    peers.on("POST", "/payment/payments/pay-1/refunds", aResponse().withStatus(500));
    Reply refused = order();
    String id = refused.at("/orderId");
    assertThat(get(id, tokens.staff()).at("/status")).isEqualTo("CANCELLED");

    service.close();
    peers.reset();
    service = start();
    client = new TestClient(service.port(), api);

    assertCancelled(refused, "reservation-expired", true);
    assertThat(peers.changes()).contains("POST /payment/payments/pay-1/refunds");
    assertThat(get(id, tokens.staff()).at("/refunded")).isEqualTo("true");
  }

  @Test
  void a_payment_without_an_answer_is_voided() {
    peers.on("POST", "/payment/payments", aResponse().withStatus(503));
    peers.paid("PENDING");

    Reply failed = order();

    assertProblem(failed, 503, "dependency-unavailable");
    assertThat(failed.at("/dependency")).isEqualTo("payment");
    assertThat(peers.changes()).contains("POST /payment/payments/pay-1/void");
    assertCancelled(failed, "payment-unavailable", false);
  }

  @Test
  void a_capture_whose_answer_was_lost_is_refunded_when_it_cannot_be_voided() {
    peers.on("POST", "/payment/payments/pay-1/capture", aResponse().withStatus(503));
    peers.on("POST", "/payment/payments/pay-1/void", 409, problem("wrong-payment-status"));
    peers.on("GET", "/payment/payments", 200, "[" + payment("AUTHORISED") + "]");

    Reply failed = order();

    assertThat(peers.changes())
        .containsSubsequence(
            "POST /payment/payments/pay-1/void", "POST /payment/payments/pay-1/refunds");
    assertCancelled(failed, "payment-unavailable", true);
  }

  @Test
  void a_peer_that_is_down_before_anything_was_done_is_503() {
    for (String peer : List.of("cart", "pricing", "inventory")) {
      peers.reset();
      peers.down(peer);
      Reply failed = order();
      assertProblem(failed, 503, "dependency-unavailable");
      assertThat(failed.at("/dependency")).isEqualTo(peer);
      assertThat(peers.changes()).doesNotContain("POST /payment/payments");
    }
    peers.reset();
    assertThat(order().status()).isEqualTo(201);
  }

  @Test
  void a_cart_that_cannot_be_closed_now_is_closed_later() {
    peers.on("PUT", "/cart/carts/.+/status", aResponse().withStatus(503));
    Reply order = order();
    assertThat(order.status()).isEqualTo(201);

    peers.reset();

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(peers.changes())
                    .containsExactly("PUT /cart/carts/" + order.at("/cartId") + "/status"));
  }

  @Test
  void an_order_is_placed_once_for_a_key() {
    String body = body(null);
    Reply first = keyed(body);
    Reply again = keyed(body);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(first.text());
    assertProblem(keyed(body(null)), 422, "idempotency-key-reused");
    assertThat(peers.changes()).containsOnlyOnce("POST /payment/payments");
  }

  @Test
  void a_cart_is_ordered_once_and_may_be_ordered_again_after_a_cancellation() {
    String body = body(null);
    peers.on("POST", "/payment/payments", 402, problem("card-declined"));
    assertProblem(order(body), 402, "card-declined");
    peers.reset();

    assertThat(order(body).status()).isEqualTo(201);
    assertProblem(order(body), 409, "cart-closed");
    peers.on("GET", "/cart/carts/.+", 200, PeerStubs.cart("ORDERED"));
    assertProblem(order(), 409, "cart-closed");
  }

  @Test
  void nothing_is_charged_for_a_basket_that_costs_nothing() {
    peers.on("POST", "/pricing/quotes", 200, "{'currency':'EUR','total':0,'lines':[]}");

    Reply order = order();

    assertThat(order.status()).isEqualTo(201);
    assertThat(order.json().has("paymentId")).isFalse();
    assertThat(peers.changes()).doesNotContain("POST /payment/payments");
  }

  @Test
  void what_cart_and_pricing_refuse_is_passed_on() {
    peers.on("GET", "/cart/carts/.+", 404, problem("not-found"));
    assertProblem(order(), 404, "not-found");
    peers.on("GET", "/cart/carts/.+", 403, problem("forbidden"));
    assertProblem(order(), 403, "forbidden");
    peers.on("GET", "/cart/carts/.+", 200, PeerStubs.cart("OPEN").replace("ada", "eve"));
    assertProblem(order(), 403, "forbidden");
    peers.on("GET", "/cart/carts/.+", 200, "{'id':'c','owner':'ada','status':'OPEN','items':[]}");
    assertProblem(order(), 422, "empty-cart");
    peers.reset();
    peers.on("POST", "/pricing/quotes", 422, problem("coupon-expired"));
    assertProblem(order(body("OLD")), 422, "coupon-expired");
  }

  @Test
  void bad_input_is_named() {
    assertThat(order("{'cartId':' ','country':'de','card':{'number':'1'}}").text())
        .contains("/cartId", "/country", "/card/number", "/card/expiry", "/card/cvc");
    Reply text = client.post("/orders").token(tokens.shopper("ada")).body("text/plain", "x").send();
    assertProblem(text, 415, "unsupported-media-type");
  }

  @Test
  void an_order_is_the_shoppers_own() {
    String eve = tokens.shopper("eve");
    String id = order().at("/id");

    assertThat(get(id, tokens.staff()).status()).isEqualTo(200);
    assertProblem(get(id, eve), 403, "forbidden");
    assertProblem(get("nothing", eve), 404, "not-found");
    assertThat(client.get("/orders").token(eve).send().json()).isEmpty();
    Reply mine = client.get("/orders").token(tokens.shopper("ada")).send();
    assertThat(mine.at("/0/id")).isEqualTo(id);
  }

  @Test
  void every_operation_needs_a_good_token() {
    for (String token : tokens.refused()) {
      Reply placed = client.post("/orders").token(token).json(body(null)).send();
      assertProblem(placed, 401, "unauthorized");
      assertProblem(client.get("/orders").token(token).send(), 401, "unauthorized");
      assertProblem(get("x", token), 401, "unauthorized");
    }
    assertProblem(client.get("/orders").send(), 401, "unauthorized");
  }

  @Test
  void a_broker_that_is_down_delays_the_event_and_not_the_order() {
    broker.cut();
    Reply order = order();
    assertThat(order.status()).isEqualTo(201);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              Reply health = client.get("/health").send();
              assertThat(health.status()).isEqualTo(503);
              assertThat(health.at("/checks/kafka")).isEqualTo("down");
            });

    broker.restore();

    assertThat(topic.about(order.at("/id")).at("/type")).isEqualTo("order.confirmed");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> client.get("/health").send().status() == 200);
  }

  private void database_down_is_503_and_recovers() {
    database.cut();
    Reply order = order();
    assertProblem(order, 503, "dependency-unavailable");
    assertThat(order.at("/dependency")).isEqualTo("database");
    String ada = tokens.shopper("ada");
    assertProblem(client.get("/orders").token(ada).send(), 503, "dependency-unavailable");
    assertProblem(get("x", ada), 503, "dependency-unavailable");

    database.restore();

    await().until(() -> order().status() == 201);
  }
}
