package dev.trestle.cornershop.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trestle.cornershop.kit.Environment.ListenAddress;
import dev.trestle.cornershop.kit.WebService;
import dev.trestle.cornershop.kit.testing.OpenApi;
import dev.trestle.cornershop.kit.testing.TestClient;
import dev.trestle.cornershop.kit.testing.TestClient.Reply;
import dev.trestle.cornershop.kit.testing.TestDatabase;
import dev.trestle.cornershop.kit.testing.TestTokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PricingIT {
  private static final OpenApi API = OpenApi.read(Path.of("openapi.yaml"));
  private static final TestDatabase DATABASE = TestDatabase.create("pricing");
  private static final TestTokens TOKENS = new TestTokens();
  private static final String STAFF = TOKENS.staff();
  private static final String SHOPPER = TOKENS.shopper("ada");
  private static final String TEN_PERCENT = "{'kind':'PERCENTAGE','value':10}";
  private static WebService.Running service;
  private static TestClient client;

  @BeforeAll
  static void start() {
    service =
        PricingMain.start(
            new PricingConfig(
                new ListenAddress("127.0.0.1", 0), DATABASE.address(), TOKENS.jwksUrl()));
    client = new TestClient(service.port(), API);
  }

  @AfterAll
  static void stop() {
    service.close();
    TOKENS.close();
    DATABASE.close();
  }

  /** One request of every operation but health, without a token. */
  private static List<TestClient.Request> everyOperation() {
    return List.of(
        client.get("/products"),
        client.get("/products/A"),
        client.put("/products/A").json(product(100)),
        client.get("/promotions/P"),
        client.put("/promotions/P").json("{'kind':'FIXED','value':1,'skus':['A']}"),
        client.get("/coupons/C"),
        client.put("/coupons/C").json(TEN_PERCENT),
        client.post("/coupons/C/redemptions").json("{'orderId':'o'}"),
        client.delete("/coupons/C/redemptions/o"),
        client.get("/taxes/DE"),
        client.put("/taxes/DE").json("{'rateBasisPoints':1900}"),
        client.post("/quotes").json(basket("A", 1, null)));
  }

  @Test
  @Order(1)
  void every_operation_needs_a_good_token() {
    for (TestClient.Request request : everyOperation()) {
      assertThat(request.send().status()).isEqualTo(401);
      for (String token : TOKENS.refused()) {
        Reply reply = request.token(token).send();
        assertThat(reply.slug()).isEqualTo("unauthorized");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
      }
    }
  }

  @Test
  @Order(2)
  void without_its_database_every_operation_is_503_and_recovers() {
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> client.get("/health").send().status() == 200);
    DATABASE.cut();
    for (TestClient.Request request : everyOperation()) {
      Reply reply = request.token(STAFF).send();
      assertThat(reply.slug()).isEqualTo("dependency-unavailable");
      assertThat(reply.at("/dependency")).isEqualTo("database");
    }
    assertThat(client.get("/health").send().at("/checks/database")).isEqualTo("down");

    DATABASE.restore();

    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> client.get("/health").send().status() == 200);
  }

  @Test
  @Order(3)
  void only_staff_changes_prices() {
    for (TestClient.Request request : everyOperation()) {
      Reply reply = request.token(SHOPPER).send();
      assertThat(reply.status()).isIn(200, 403, 404, 422);
    }
    for (String path : List.of("/products/A", "/promotions/P", "/coupons/C", "/taxes/DE")) {
      assertThat(client.put(path).token(SHOPPER).json("{}").send().status()).isEqualTo(403);
    }
  }

  @Test
  @Order(4)
  void what_is_not_there_is_404() {
    assertRefused(client.get("/products/none"), 404, "unknown-product");
    assertRefused(client.get("/promotions/none"), 404, "unknown-promotion");
    assertRefused(client.get("/coupons/none"), 404, "unknown-coupon");
    assertRefused(client.get("/taxes/XX"), 404, "unknown-country");
    assertRefused(
        client.post("/coupons/none/redemptions").json("{'orderId':'o'}"), 404, "unknown-coupon");
  }

  @Test
  @Order(5)
  void bad_input_names_the_field() {
    for (String path : List.of("/products/A", "/promotions/P", "/coupons/C", "/taxes/DE")) {
      assertRefused(client.put(path).json("{'colour':'red'}"), 400, "bad-request");
      assertRefused(client.put(path).body("text/plain", "x"), 415, "unsupported-media-type");
    }
    for (String path : List.of("/coupons/C/redemptions", "/quotes")) {
      assertRefused(client.post(path).json("{}"), 400, "bad-request");
      assertRefused(client.post(path).body("text/plain", "x"), 415, "unsupported-media-type");
    }
    Reply reply = client.put("/promotions/P").token(STAFF).json("{'kind':'FREE','value':1}").send();
    assertThat(reply.at("/errors/0/pointer")).isEqualTo("/kind");
  }

  @Test
  @Order(6)
  void a_product_is_listed_and_replaced() {
    String sku = unique("BEANS");
    assertThat(putProduct(sku, 500).status()).isEqualTo(201);
    assertThat(putProduct(sku, 450).status()).isEqualTo(200);

    JsonNode product = client.get("/products/" + sku).token(SHOPPER).send().json();
    assertThat(product.at("/price/amount").asLong()).isEqualTo(450);
    assertThat(client.get("/products").token(SHOPPER).send().json()).contains(product);
  }

  @Test
  @Order(7)
  void a_basket_is_priced_with_promotion_coupon_and_tax() {
    String sku = unique("BEANS");
    String promotion = unique("P");
    String coupon = unique("C");
    putProduct(sku, 999);
    assertThat(putPromotion(promotion, "PERCENTAGE", sku, "").status()).isEqualTo(201);
    assertThat(putPromotion(promotion, "FIXED", sku, "").status()).isEqualTo(200);
    assertThat(client.get("/promotions/" + promotion).token(SHOPPER).send().at("/kind"))
        .isEqualTo("FIXED");
    assertThat(put("/coupons/" + coupon, TEN_PERCENT).status()).isEqualTo(201);
    assertThat(put("/coupons/" + coupon, TEN_PERCENT).status()).isEqualTo(200);

    JsonNode quote =
        client.post("/quotes").token(SHOPPER).json(basket(sku, 3, coupon)).send().json();

    // 2997 - 3 * 50 = 2847; - 10 % (284.7) = 2562; + 19 % (486.78)
    assertThat(quote.path("subtotal").asLong()).isEqualTo(2997);
    assertThat(quote.path("promotionDiscount").asLong()).isEqualTo(150);
    assertThat(quote.path("couponDiscount").asLong()).isEqualTo(285);
    assertThat(quote.path("net").asLong()).isEqualTo(2562);
    assertThat(quote.path("tax").asLong()).isEqualTo(487);
    assertThat(quote.path("total").asLong()).isEqualTo(3049);
    assertThat(quote.at("/lines/0/promotions/0").asText()).isEqualTo(promotion);
  }

  @Test
  @Order(8)
  void a_promotion_applies_in_its_time_only() {
    String sku = unique("BEANS");
    putProduct(sku, 1000);
    putPromotion(unique("PAST"), "FIXED", sku, ",'endsAt':'2020-01-01T00:00:00Z'");
    putPromotion(unique("FUTURE"), "FIXED", sku, ",'startsAt':'2120-01-01T00:00:00Z'");

    Reply quote = client.post("/quotes").token(SHOPPER).json(basket(sku, 1, null)).send();

    assertThat(quote.at("/promotionDiscount")).isEqualTo("0");
  }

  @Test
  @Order(9)
  void a_basket_that_cannot_be_priced_says_why() {
    String sku = unique("BEANS");
    putProduct(sku, 1000);
    assertRefused(quote("none", null), 422, "unknown-product");
    assertThat(quote("none", null).token(SHOPPER).send().at("/sku")).isEqualTo("none");
    assertRefused(quote(sku, "none"), 422, "unknown-coupon");
    String expired = unique("C");
    put(
        "/coupons/" + expired,
        "{'kind':'PERCENTAGE','value':1,'expiresAt':'2020-01-01T00:00:00Z'}");
    assertRefused(quote(sku, expired), 422, "coupon-expired");
    String minimum = unique("C");
    put("/coupons/" + minimum, "{'kind':'PERCENTAGE','value':1,'minimumTotal':1001}");
    assertRefused(quote(sku, minimum), 422, "coupon-minimum");
    assertRefused(
        client
            .post("/quotes")
            .json("{'country':'XX','items':[{'sku':'" + sku + "','quantity':1}]}"),
        422,
        "unknown-country");
  }

  @Test
  @Order(10)
  void a_coupon_counts_once_for_an_order_and_can_be_taken_back() {
    String coupon = unique("C");
    put("/coupons/" + coupon, "{'kind':'PERCENTAGE','value':10,'maxRedemptions':1}");
    String sku = unique("BEANS");
    putProduct(sku, 1000);

    assertThat(redeem(coupon, "order-1").status()).isEqualTo(201);
    assertThat(redeem(coupon, "order-1").status()).isEqualTo(200);
    assertThat(redeem(coupon, "order-2").slug()).isEqualTo("coupon-exhausted");
    assertRefused(quote(sku, coupon), 422, "coupon-exhausted");

    String redemption = "/coupons/" + coupon + "/redemptions/order-1";
    assertThat(client.delete(redemption).token(TOKENS.service()).send().status()).isEqualTo(204);
    assertThat(client.get("/coupons/" + coupon).token(SHOPPER).send().at("/redemptions"))
        .isEqualTo("0");
    assertThat(redeem(coupon, "order-2").status()).isEqualTo(201);
  }

  @Test
  @Order(11)
  void a_limited_coupon_is_not_used_more_often_under_concurrency() throws Exception {
    String coupon = unique("C");
    put("/coupons/" + coupon, "{'kind':'PERCENTAGE','value':10,'maxRedemptions':3}");
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      // Each order tries twice, which must count once.
      String orderId = "order-" + i / 2;
      calls.add(() -> redeem(coupon, orderId).status());
    }

    List<Integer> statuses = inParallel(calls);

    assertThat(Collections.frequency(statuses, 201)).isEqualTo(3);
    assertThat(statuses).containsOnly(200, 201, 409).hasSize(20);
    assertThat(client.get("/coupons/" + coupon).token(SHOPPER).send().at("/redemptions"))
        .isEqualTo("3");
  }

  @Test
  @Order(12)
  void tax_rates_are_seeded_and_changed() {
    assertThat(client.get("/taxes/CH").token(SHOPPER).send().at("/rateBasisPoints"))
        .isEqualTo("810");
    assertThat(put("/taxes/AT", "{'rateBasisPoints':2000}").status()).isEqualTo(201);
    assertThat(put("/taxes/AT", "{'rateBasisPoints':2100}").status()).isEqualTo(200);
  }

  @Test
  @Order(99)
  void everything_that_the_document_promises_was_seen() {
    assertThat(API.unseen()).isEmpty();
  }

  private static List<Integer> inParallel(List<Callable<Integer>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      List<Integer> results = new ArrayList<>();
      for (Future<Integer> result : threads.invokeAll(calls)) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static void assertRefused(TestClient.Request request, int status, String slug) {
    Reply reply = request.token(STAFF).send();
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.slug()).isEqualTo(slug);
  }

  private static Reply put(String path, String json) {
    return client.put(path).token(STAFF).json(json).send();
  }

  private static Reply putProduct(String sku, long amount) {
    return put("/products/" + sku, product(amount));
  }

  private static Reply putPromotion(String code, String kind, String sku, String more) {
    return put(
        "/promotions/" + code,
        "{'kind':'" + kind + "','value':50,'skus':['" + sku + "']" + more + "}");
  }

  private static Reply redeem(String coupon, String orderId) {
    return client
        .post("/coupons/" + coupon + "/redemptions")
        .token(TOKENS.service())
        .json("{'orderId':'" + orderId + "'}")
        .send();
  }

  private static TestClient.Request quote(String sku, String coupon) {
    return client.post("/quotes").json(basket(sku, 1, coupon));
  }

  private static String product(long amount) {
    return "{'name':'Beans','price':{'amount':" + amount + ",'currency':'EUR'}}";
  }

  private static String basket(String sku, int quantity, String coupon) {
    return "{'country':'DE','items':[{'sku':'"
        + sku
        + "','quantity':"
        + quantity
        + "}]"
        + (coupon == null ? "" : ",'coupon':'" + coupon + "'")
        + "}";
  }

  private static String unique(String prefix) {
    return prefix + "-" + UUID.randomUUID();
  }
}
