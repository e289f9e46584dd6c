package dev.trestle.cornershop.checkout;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The services that checkout calls, played by one WireMock with a folder for each. */
final class PeerStubs implements AutoCloseable {
  private final WireMockServer server =
      new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());

  PeerStubs() {
    server.start();
    reset();
  }

  URI uri(String peer) {
    return URI.create("http://127.0.0.1:" + server.port() + "/" + peer);
  }

  /** Everything is well, and nothing was asked. */
  void reset() {
    server.resetAll();
    on("GET", "/cart/carts/.+", 200, cart("OPEN"));
    on("PUT", "/cart/carts/.+/status", 200, cart("ORDERED"));
    on(
        "POST",
        "/pricing/quotes",
        200,
        "{'currency':'EUR','country':'DE','total':1190,'tax':190,'lines':"
            + "[{'sku':'BEANS','name':'Beans','quantity':2,'unitPrice':500,'net':1000}]}");
    on("POST", "/pricing/coupons/.+/redemptions", 201, "{}");
    on("DELETE", "/pricing/coupons/.+/redemptions/.+", 204, "");
    on("POST", "/inventory/reservations", 201, "{'id':'res-1','status':'HELD'}");
    on("POST", "/inventory/reservations/res-1/commit", 200, "{'id':'res-1'}");
    on("POST", "/inventory/reservations/res-1/release", 200, "{'id':'res-1'}");
    on("POST", "/payment/payments", 201, payment("AUTHORISED"));
    on("POST", "/payment/payments/pay-1/capture", 200, payment("CAPTURED"));
    on("POST", "/payment/payments/pay-1/void", 200, payment("VOIDED"));
    on("POST", "/payment/payments/pay-1/refunds", 201, "{'id':'ref-1'}");
    paid("CAPTURED");
  }

  /** What the payment service says that the order's payment is. */
  void paid(String status) {
    on("GET", "/payment/payments", 200, "[" + payment(status) + "]");
    on("GET", "/payment/payments/pay-1", 200, payment(status));
  }

  static String cart(String status) {
    return "{'id':'cart','owner':'ada','status':'"
        + status
        + "','version':1,'items':[{'sku':'BEANS','quantity':2}]}";
  }

  static String payment(String status) {
    return "{'id':'pay-1','status':'" + status + "'}";
  }

  static String problem(String slug) {
    return "{'type':'urn:cornershop:problem:" + slug + "','title':'t','detail':'d'}";
  }

  /** Answers from now on; single quotes stand for double ones. */
  void on(String method, String path, int status, String json) {
    on(
        method,
        path,
        aResponse()
            .withStatus(status)
            .withHeader("Content-Type", "application/json")
            .withBody(json.replace('\'', '"')));
  }

  void on(String method, String path, ResponseDefinitionBuilder answer) {
    server.stubFor(request(method, urlPathMatching(path)).willReturn(answer));
  }

  /** Fails everything that the peer is asked. */
  void down(String peer) {
    server.stubFor(
        any(urlPathMatching("/" + peer + "/.*")).willReturn(aResponse().withStatus(503)));
  }

  /** What changed something at a peer, oldest first, for example {@code POST /payment/payments}. */
  List<String> changes() {
    return requests().stream()
        .filter(one -> !one.getMethod().value().toUpperCase(Locale.ROOT).equals("GET"))
        .map(one -> one.getMethod() + " " + one.getUrl())
        .toList();
  }

  List<LoggedRequest> requests() {
    return server.findAll(anyRequestedFor(anyUrl())).stream()
        .sorted(Comparator.comparing(LoggedRequest::getLoggedDate))
        .toList();
  }

  @Override
  public void close() {
    server.stop();
  }
}
