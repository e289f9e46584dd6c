package dev.trestle.cornershop.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.trestle.cornershop.kit.Environment.ListenAddress;
import dev.trestle.cornershop.kit.WebService;
import dev.trestle.cornershop.kit.testing.OpenApi;
import dev.trestle.cornershop.kit.testing.TestClient;
import dev.trestle.cornershop.kit.testing.TestClient.Reply;
import dev.trestle.cornershop.kit.testing.TestDatabase;
import dev.trestle.cornershop.kit.testing.TestPeer;
import dev.trestle.cornershop.kit.testing.TestTokens;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CartIT {
  private static final OpenApi API = OpenApi.read(Path.of("openapi.yaml"));
  private static final TestDatabase DATABASE = TestDatabase.create("cart");
  private static final TestTokens TOKENS = new TestTokens();
  private static final TestPeer PRICING = TestPeer.start();
  private static final String ADA = TOKENS.shopper("ada");
  private static final String BOB = TOKENS.shopper("bob");
  private static final String PRODUCT =
      "{\"sku\":\"BEANS\",\"name\":\"Beans\",\"price\":{\"amount\":500,\"currency\":\"EUR\"}}";
  private static final String QUOTE =
      """
      {"currency":"EUR","country":"DE","lines":[{"sku":"BEANS","name":"Beans","quantity":2,
      "unitPrice":500,"gross":1000,"discount":0,"net":1000,"promotions":[]}],"subtotal":1000,
      "promotionDiscount":0,"couponDiscount":0,"net":1000,"taxRateBasisPoints":1900,"tax":190,
      "total":1190}
      """;
  private static WebService.Running service;
  private static TestClient client;

  @BeforeAll
  static void start() {
    service =
        CartMain.start(
            new CartConfig(
                new ListenAddress("127.0.0.1", 0),
                DATABASE.address(),
                TOKENS.jwksUrl(),
                PRICING.uri()));
    client = new TestClient(service.port(), API);
  }

  @AfterAll
  static void stop() {
    service.close();
    PRICING.close();
    TOKENS.close();
    DATABASE.close();
  }

  @BeforeEach
  void pricingWorks() {
    PRICING.on("GET", "/products/BEANS", 200, PRODUCT).on("POST", "/quotes", 200, QUOTE);
  }

  /** One request of every operation but health, without a token. */
  private static List<TestClient.Request> everyOperation(String cart) {
    return List.of(
        client.post("/carts"),
        client.get("/carts/" + cart),
        putBeans(cart),
        client.delete("/carts/" + cart + "/items/BEANS"),
        client.get("/carts/" + cart + "/quote?country=DE"),
        setStatus(cart, "OPEN"));
  }

  @Test
  @Order(1)
  void every_operation_needs_a_good_token() {
    for (TestClient.Request request : everyOperation("any")) {
      assertThat(request.send().status()).isEqualTo(401);
      for (String token : TOKENS.refused()) {
        assertThat(request.token(token).send().slug()).isEqualTo("unauthorized");
      }
    }
  }

  @Test
  @Order(2)
  void without_its_database_every_operation_is_503_and_recovers() {
    String cart = open();
    DATABASE.cut();
    for (TestClient.Request request : everyOperation(cart)) {
      Reply reply = request.token(ADA).send();
      assertThat(reply.slug()).isEqualTo("dependency-unavailable");
      assertThat(reply.at("/dependency")).isEqualTo("database");
    }
    assertThat(client.get("/health").send().status()).isEqualTo(503);

    DATABASE.restore();

    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> client.get("/health").send().status() == 200);
    assertThat(client.get("/carts/" + cart).token(ADA).send().status()).isEqualTo(200);
  }

  @Test
  @Order(3)
  void a_cart_is_filled_priced_and_ordered() {
    String cart = open();

    Reply filled = putBeans(cart).token(ADA).send();
    assertThat(filled.at("/items/0/quantity")).isEqualTo("2");
    assertThat(filled.header("ETag")).isEqualTo("\"2\"");

    Reply quote = client.get("/carts/" + cart + "/quote?country=DE&coupon=C").token(ADA).send();
    assertThat(quote.at("/total")).isEqualTo("1190");
    TestPeer.Call asked = PRICING.calls().get(PRICING.calls().size() - 1);
    assertThat(asked.body())
        .isEqualTo(
            "{\"items\":[{\"sku\":\"BEANS\",\"quantity\":2}],\"country\":\"DE\",\"coupon\":\"C\"}");
    assertThat(asked.headers()).containsEntry("authorization", "Bearer " + ADA);

    Reply ordered = setStatus(cart, "ORDERED").token(TOKENS.service()).send();
    assertThat(ordered.at("/status")).isEqualTo("ORDERED");
    assertThat(putBeans(cart).token(ADA).send().slug()).isEqualTo("cart-closed");
    assertThat(remove(cart, ADA).slug()).isEqualTo("cart-closed");
    setStatus(cart, "OPEN").token(ADA).send();
    assertThat(remove(cart, ADA).json().path("items")).isEmpty();
  }

  @Test
  @Order(4)
  void another_shoppers_cart_is_forbidden_and_no_cart_is_404() {
    String cart = open();
    for (TestClient.Request request : everyOperation(cart).subList(1, 6)) {
      assertThat(request.token(BOB).send().slug()).isEqualTo("forbidden");
    }
    for (TestClient.Request request : everyOperation("none").subList(1, 6)) {
      assertThat(request.token(ADA).send().slug()).isEqualTo("not-found");
    }
    assertThat(remove(cart, ADA).status()).isEqualTo(404);
    assertThat(client.get("/carts/" + cart).token(TOKENS.staff()).send().status()).isEqualTo(200);
  }

  @Test
  @Order(5)
  void bad_input_names_the_field() {
    String cart = open();
    for (String quantity : List.of("0", "100", "-1", "1.5", "'2'", "null")) {
      Reply reply = putItem(cart, "BEANS", "{'quantity':" + quantity + "}").token(ADA).send();
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.at("/errors/0/pointer")).isEqualTo("/quantity");
    }
    String status = "/carts/" + cart + "/status";
    assertThat(client.put(status).token(ADA).json("{'status':'LOST'}").send())
        .extracting(reply -> reply.at("/errors/0/pointer"))
        .isEqualTo("/status");
    assertThat(client.get("/carts/" + cart + "/quote").token(ADA).send().status()).isEqualTo(400);
    for (String path : List.of(status, "/carts/" + cart + "/items/BEANS")) {
      assertThat(client.put(path).token(ADA).body("text/plain", "x").send().status())
          .isEqualTo(415);
    }
  }

  @Test
  @Order(6)
  void what_pricing_does_not_know_is_422() {
    String cart = open();
    Reply unknown = putItem(cart, "SAND", "{'quantity':1}").token(ADA).send();
    assertThat(unknown.slug()).isEqualTo("unknown-product");
    assertThat(unknown.at("/sku")).isEqualTo("SAND");
    assertThat(quote(cart).slug()).isEqualTo("empty-cart");

    putBeans(cart).token(ADA).send();
    PRICING.on(
        "POST",
        "/quotes",
        422,
        "{\"type\":\"urn:cornershop:problem:coupon-expired\",\"title\":\"t\",\"status\":422,"
            + "\"detail\":\"d\",\"coupon\":\"C\"}");
    Reply refused = quote(cart);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.slug()).isEqualTo("coupon-expired");
    assertThat(refused.at("/coupon")).isEqualTo("C");
  }

  @Test
  @Order(7)
  void when_pricing_is_broken_the_answer_is_503_and_names_it() {
    String cart = open();
    putBeans(cart).token(ADA).send();
    for (String garbage : List.of("<html>", "{}", "null")) {
      PRICING.on("POST", "/quotes", 200, garbage).on("GET", "/products/BEANS", 200, garbage);
      assertPricingIsDown(quote(cart));
      assertPricingIsDown(putBeans(cart).token(ADA).send());
    }
    PRICING.on("POST", "/quotes", 500, "{}");
    assertPricingIsDown(quote(cart));
    assertThat(client.get("/carts/" + cart).token(ADA).send().status()).isEqualTo(200);
  }

  @Test
  @Order(8)
  void a_change_of_a_cart_that_was_changed_since_is_412() {
    String cart = open();

    assertThat(putBeans(cart).token(ADA).header("If-Match", "\"1\"").send().status())
        .isEqualTo(200);
    assertThat(putBeans(cart).token(ADA).header("If-Match", "\"1\"").send().slug())
        .isEqualTo("stale-cart");
    assertThat(
            client
                .delete("/carts/" + cart + "/items/BEANS")
                .token(ADA)
                .header("If-Match", "\"1\"")
                .send()
                .slug())
        .isEqualTo("stale-cart");
  }

  @Test
  @Order(9)
  void who_loses_a_race_gets_409_and_nothing_is_lost() {
    String cart = open();
    AtomicBoolean first = new AtomicBoolean(true);
    // The second change happens while the first one waits for pricing.
    PRICING.on(
        "GET",
        "/products/BEANS",
        call -> {
          if (first.compareAndSet(true, false)) {
            putItem(cart, "BEANS", "{'quantity':7}").token(ADA).send();
          }
          return TestPeer.Reply.json(200, PRODUCT);
        });

    Reply lost = putBeans(cart).token(ADA).send();

    assertThat(lost.status()).isEqualTo(409);
    assertThat(lost.slug()).isEqualTo("concurrent-change");
    Reply now = client.get("/carts/" + cart).token(ADA).send();
    assertThat(now.at("/items/0/quantity")).isEqualTo("7");
    assertThat(now.at("/version")).isEqualTo("2");
  }

  @Test
  @Order(10)
  void a_status_change_that_waited_for_another_change_is_409() throws Exception {
    String cart = open();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (Connection other = DATABASE.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("UPDATE carts SET version = version + 1 WHERE id = '" + cart + "'");
      Future<Reply> waiting = thread.submit(() -> setStatus(cart, "ORDERED").token(ADA).send());
      await().atMost(Duration.ofSeconds(10)).until(CartIT::somebodyWaitsForALock);
      other.commit();

      assertThat(waiting.get().slug()).isEqualTo("concurrent-change");
    } finally {
      thread.shutdownNow();
    }
  }

  private static boolean somebodyWaitsForALock() throws SQLException {
    try (Connection connection = DATABASE.connect();
        Statement statement = connection.createStatement();
        ResultSet waits =
            statement.executeQuery(
                "SELECT 1 FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND wait_event_type = 'Lock'")) {
      return waits.next();
    }
  }

  @Test
  @Order(11)
  void of_many_changes_at_once_each_counts_once_or_is_refused() throws Exception {
    String cart = open();

    List<Integer> statuses = inParallel(16, () -> putBeans(cart).token(ADA).send().status());

    assertThat(statuses).containsOnly(200, 409).contains(200);
    assertThat(client.get("/carts/" + cart).token(ADA).send().json().path("version").asInt())
        .isEqualTo(1 + Collections.frequency(statuses, 200));
  }

  @Test
  @Order(99)
  void everything_that_the_document_promises_was_seen() {
    assertThat(API.unseen()).isEmpty();
  }

  private static List<Integer> inParallel(int times, Callable<Integer> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      List<Integer> results = new ArrayList<>();
      for (Future<Integer> result : threads.invokeAll(Collections.nCopies(times, call))) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static void assertPricingIsDown(Reply reply) {
    assertThat(reply.slug()).isEqualTo("dependency-unavailable");
    assertThat(reply.at("/dependency")).isEqualTo("pricing");
  }

  private static String open() {
    Reply opened = client.post("/carts").token(ADA).send();
    assertThat(opened.at("/owner")).isEqualTo("ada");
    assertThat(opened.header("ETag")).isEqualTo("\"1\"");
    return opened.at("/id");
  }

  private static TestClient.Request putBeans(String cart) {
    return putItem(cart, "BEANS", "{'quantity':2}");
  }

  private static TestClient.Request putItem(String cart, String sku, String json) {
    return client.put("/carts/" + cart + "/items/" + sku).json(json);
  }

  private static Reply remove(String cart, String token) {
    return client.delete("/carts/" + cart + "/items/BEANS").token(token).send();
  }

  private static TestClient.Request setStatus(String cart, String status) {
    return client.put("/carts/" + cart + "/status").json("{'status':'" + status + "'}");
  }

  private static Reply quote(String cart) {
    return client.get("/carts/" + cart + "/quote?country=DE").token(ADA).send();
  }
}
