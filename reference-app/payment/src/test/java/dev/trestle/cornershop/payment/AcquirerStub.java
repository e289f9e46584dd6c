package dev.trestle.cornershop.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.util.List;

/** The acquirer, a third party, played by WireMock. */
final class AcquirerStub implements AutoCloseable {
  private static final String AUTHORISATIONS = "/authorisations";
  private static final String APPROVED = "{\"id\":\"auth-1\",\"outcome\":\"APPROVED\"}";

  private final WireMockServer server =
      new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());

  AcquirerStub() {
    server.start();
    reset();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** Approves everything and forgets what it was asked. */
  void reset() {
    server.resetAll();
    authorises(approved());
    changes(okJson("{}"));
  }

  static ResponseDefinitionBuilder approved() {
    return aResponse()
        .withStatus(201)
        .withHeader("Content-Type", "application/json")
        .withBody(APPROVED);
  }

  void authorises(ResponseDefinitionBuilder answer) {
    server.stubFor(post(urlPathEqualTo(AUTHORISATIONS)).willReturn(answer));
  }

  void changes(ResponseDefinitionBuilder answer) {
    server.stubFor(post(urlPathMatching("/authorisations/.+")).willReturn(answer));
  }

  /** Answers the first requests in this way and approves the ones after them. */
  void authorisesAfter(int failures, ResponseDefinitionBuilder failure) {
    for (int i = 0; i < failures; i++) {
      server.stubFor(
          post(urlPathEqualTo(AUTHORISATIONS))
              .inScenario("failures")
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "failed " + i)
              .willReturn(failure)
              .willSetStateTo("failed " + (i + 1)));
    }
    server.stubFor(
        post(urlPathEqualTo(AUTHORISATIONS))
            .inScenario("failures")
            .whenScenarioStateIs("failed " + failures)
            .willReturn(approved()));
  }

  List<LoggedRequest> authorisations() {
    return server.findAll(postRequestedFor(urlPathEqualTo(AUTHORISATIONS)));
  }

  List<LoggedRequest> changes(String what) {
    return server.findAll(postRequestedFor(urlPathMatching("/authorisations/.+/" + what)));
  }

  @Override
  public void close() {
    server.stop();
  }
}
