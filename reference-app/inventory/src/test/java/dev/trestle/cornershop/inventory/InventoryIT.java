package dev.trestle.cornershop.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every operation of the running service, held against its OpenAPI document. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InventoryIT {
  private final TestTokens tokens = new TestTokens();
  private final TestDatabase database = TestDatabase.create("inventory");
  private final OpenApi api = OpenApi.read(Path.of("openapi.yaml"));
  private final WebService.Running service =
      InventoryMain.start(
          new InventoryConfig(
              new ListenAddress("127.0.0.1", 0),
              database.address(),
              tokens.jwksUrl(),
              Duration.ofMinutes(5),
              Duration.ofMillis(200)));
  private final TestClient client = new TestClient(service.port(), api);

  @BeforeAll
  void is_up() {
    await().until(() -> client.get("/health").send().status() == 200);
  }

  @AfterAll
  void everything_that_the_document_promises_was_seen() {
    dependency_down_is_503_and_recovers();
    assertThat(api.unseen()).isEmpty();
    service.close();
    database.close();
    tokens.close();
  }

  private Reply setStock(String sku, int onHand) {
    return client
        .put("/stock/" + sku)
        .token(tokens.staff())
        .json("{'onHand':" + onHand + "}")
        .send();
  }

  private Reply reserve(String order, String sku, int quantity) {
    return reserve(
        "{'orderId':'%s','items':[{'sku':'%s','quantity':%d}]}".formatted(order, sku, quantity));
  }

  private Reply reserve(String body) {
    return client.post("/reservations").token(tokens.service()).json(body).send();
  }

  private Reply change(Reply reservation, String how) {
    return client
        .post("/reservations/" + reservation.at("/id") + "/" + how)
        .token(tokens.service())
        .send();
  }

  private Reply read(Reply reservation) {
    return client.get("/reservations/" + reservation.at("/id")).token(tokens.service()).send();
  }

  private void assertStock(String sku, int onHand, int reserved) {
    Reply stock = client.get("/stock/" + sku).token(tokens.shopper("ada")).send();
    assertThat(stock.status()).isEqualTo(200);
    assertThat(List.of(stock.at("/onHand"), stock.at("/reserved"), stock.at("/available")))
        .containsExactly("" + onHand, "" + reserved, "" + (onHand - reserved));
  }

  private static void assertProblem(Reply reply, int status, String slug) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.slug()).isEqualTo(slug);
  }

  @Test
  void a_committed_reservation_is_sold_and_may_come_back() {
    setStock("TEA", 10);
    Reply held = reserve("order-tea", "TEA", 3);
    assertThat(held.status()).isEqualTo(201);
    assertThat(held.at("/status")).isEqualTo("HELD");
    assertStock("TEA", 10, 3);

    assertThat(change(held, "commit").at("/status")).isEqualTo("COMMITTED");
    assertThat(change(held, "commit").status()).isEqualTo(200);
    assertStock("TEA", 7, 0);

    assertThat(change(held, "release").at("/status")).isEqualTo("RETURNED");
    assertThat(change(held, "release").at("/status")).isEqualTo("RETURNED");
    assertStock("TEA", 10, 0);
    assertProblem(change(held, "commit"), 409, "reservation-released");
  }

  @Test
  void a_released_reservation_is_free_again() {
    setStock("RICE", 2);
    Reply held = reserve("order-rice", "RICE", 2);

    assertThat(change(held, "release").at("/status")).isEqualTo("RELEASED");
    assertThat(change(held, "release").at("/status")).isEqualTo("RELEASED");

    assertStock("RICE", 2, 0);
    assertThat(read(held).at("/status")).isEqualTo("RELEASED");
  }

  @Test
  void an_order_has_one_reservation() {
    setStock("SALT", 5);
    Reply first = reserve("order-salt", "SALT", 2);
    Reply second = reserve("order-salt", "SALT", 2);

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.text()).isEqualTo(first.text());
    assertStock("SALT", 5, 2);
  }

  @Test
  void all_is_held_or_nothing() {
    setStock("MILK", 5);
    setStock("EGGS", 1);
    Reply refused =
        reserve(
            "{'orderId':'order-all','items':[{'sku':'MILK','quantity':2},"
                + "{'sku':'EGGS','quantity':2}]}");

    assertProblem(refused, 409, "out-of-stock");
    assertThat(List.of(refused.at("/sku"), refused.at("/requested"), refused.at("/available")))
        .containsExactly("EGGS", "2", "1");
    assertStock("MILK", 5, 0);
    assertProblem(reserve("order-nothing", "UNHEARD-OF", 1), 409, "out-of-stock");
  }

  @Test
  void the_same_product_twice_counts_in_all() {
    setStock("JAM", 3);
    String body =
        "{'orderId':'%s','items':[{'sku':'JAM','quantity':2},{'sku':'JAM','quantity':%d}]}";

    assertProblem(reserve(body.formatted("order-jam-1", 2)), 409, "out-of-stock");
    assertThat(reserve(body.formatted("order-jam-2", 1)).at("/items/0/quantity")).isEqualTo("3");
  }

  @Test
  void an_overdue_reservation_frees_its_stock_and_cannot_be_committed() {
    setStock("FISH", 1);
    Reply held =
        reserve("{'orderId':'order-fish','items':[{'sku':'FISH','quantity':1}],'ttlSeconds':1}");
    assertStock("FISH", 1, 1);

    await().untilAsserted(() -> assertStock("FISH", 1, 0));

    assertProblem(change(held, "commit"), 409, "reservation-expired");
    assertThat(read(held).at("/status")).isEqualTo("EXPIRED");
    assertThat(reserve("order-fish-2", "FISH", 1).status()).isEqualTo(201);
    assertThat(change(held, "release").at("/status")).isEqualTo("RELEASED");
    assertStock("FISH", 1, 1);
  }

  @Test
  void stock_is_not_set_below_what_is_reserved() {
    setStock("SOAP", 4);
    reserve("order-soap", "SOAP", 3);

    assertProblem(setStock("SOAP", 2), 409, "stock-reserved");
    assertThat(setStock("SOAP", 3).at("/available")).isEqualTo("0");
  }

  @Test
  void bad_input_is_named() {
    assertProblem(setStock("BAD", -1), 400, "bad-request");
    assertThat(reserve("{'orderId':'x','items':[{'sku':'A','quantity':0},null]}").text())
        .contains("/items/0/quantity", "/items/1");
    assertProblem(reserve("{'orderId':'x','items':[]}"), 400, "bad-request");
    assertProblem(reserve("{'items':[{'sku':'A','quantity':1}]}"), 400, "bad-request");
    assertProblem(reserve("order-zero", "A", 2_000_000_000), 400, "bad-request");
    Reply text =
        client.post("/reservations").token(tokens.service()).body("text/plain", "x").send();
    assertProblem(text, 415, "unsupported-media-type");
    Reply stock = client.put("/stock/A").token(tokens.staff()).body("text/plain", "x").send();
    assertProblem(stock, 415, "unsupported-media-type");
  }

  @Test
  void what_is_not_there_is_not_found() {
    assertProblem(
        client.get("/stock/NOTHING").token(tokens.shopper("ada")).send(), 404, "not-found");
    for (String operation : List.of("GET ", "POST /commit", "POST /release")) {
      String[] parts = operation.split(" ", -1);
      Reply reply =
          client
              .request(parts[0], "/reservations/nothing" + parts[1])
              .token(tokens.service())
              .send();
      assertProblem(reply, 404, "not-found");
    }
  }

  private Stream<TestClient.Request> operations() {
    return Stream.of(
        client.put("/stock/A").json("{'onHand':1}"),
        client.get("/stock/A"),
        client.post("/reservations").json("{'orderId':'x','items':[{'sku':'A','quantity':1}]}"),
        client.get("/reservations/x"),
        client.post("/reservations/x/commit"),
        client.post("/reservations/x/release"));
  }

  @Test
  void every_operation_needs_a_good_token() {
    operations().forEach(request -> assertProblem(request.send(), 401, "unauthorized"));
    for (String token : tokens.refused()) {
      operations()
          .forEach(request -> assertProblem(request.token(token).send(), 401, "unauthorized"));
    }
  }

  @Test
  void only_reading_stock_is_for_shoppers() {
    String shopper = tokens.shopper("ada");
    List<Integer> answers =
        operations().map(request -> request.token(shopper).send().status()).toList();

    assertThat(answers).containsExactly(403, 404, 403, 403, 403, 403);
  }

  private void dependency_down_is_503_and_recovers() {
    database.cut();
    assertThat(client.get("/health").send().at("/checks/database")).isEqualTo("down");
    operations()
        .forEach(
            request -> {
              Reply reply = request.token(tokens.staff()).send();
              assertProblem(reply, 503, "dependency-unavailable");
              assertThat(reply.at("/dependency")).isEqualTo("database");
              assertThat(reply.header("Retry-After")).isNotNull();
            });

    database.restore();

    await().untilAsserted(() -> assertThat(setStock("LATE", 1).status()).isEqualTo(200));
  }
}
