package dev.trestle.cornershop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.cornershop.kit.Environment.ListenAddress;
import dev.trestle.cornershop.kit.WebService;
import dev.trestle.cornershop.kit.testing.OpenApi;
import dev.trestle.cornershop.kit.testing.TestBroker;
import dev.trestle.cornershop.kit.testing.TestClient;
import dev.trestle.cornershop.kit.testing.TestClient.Reply;
import dev.trestle.cornershop.kit.testing.TestDatabase;
import dev.trestle.cornershop.kit.testing.TestTokens;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The running checkout service, its peers, its broker, and what tests ask of them. */
abstract class CheckoutFixture {
  static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  final TestTokens tokens = new TestTokens();
  final TestDatabase database = TestDatabase.create("checkout");
  final TestBroker broker = TestBroker.shared();
  final PeerStubs peers = new PeerStubs();
  final OpenApi api = OpenApi.read(Path.of("openapi.yaml"));
  final Topic topic = new Topic(broker.servers());
  WebService.Running service = start();
  TestClient client = new TestClient(service.port(), api);

  WebService.Running start() {
    return CheckoutMain.start(
        new CheckoutConfig(
            new ListenAddress("127.0.0.1", 0),
            database.address(),
            tokens.jwksUrl(),
            new CheckoutConfig.Peers(
                tokens.identityUrl(),
                peers.uri("cart"),
                peers.uri("pricing"),
                peers.uri("inventory"),
                peers.uri("payment")),
            broker.servers(),
            "checkout",
            "secret"));
  }

  static String body(@Nullable String coupon) {
    return "{'cartId':'"
        + UUID.randomUUID()
        + "','country':'DE',"
        + (coupon == null ? "" : "'coupon':'" + coupon + "',")
        + "'card':{'number':'4111111111111111','expiry':'12/48','cvc':'123'}}";
  }

  Reply order(String body) {
    return client
        .post("/orders")
        .token(tokens.shopper("ada"))
        .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
        .json(body)
        .send();
  }

  Reply order() {
    return order(body(null));
  }

  Reply get(String id, String token) {
    return client.get("/orders/" + id).token(token).send();
  }

  static void assertProblem(Reply reply, int status, String slug) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.slug()).isEqualTo(slug);
  }

  Reply keyed(String body) {
    return client
        .post("/orders")
        .token(tokens.shopper("ada"))
        .header("Idempotency-Key", "key-1")
        .json(body)
        .send();
  }
}
