package dev.trestle.steps.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.steps.core.testing.FakeHost;
import dev.trestle.steps.core.testing.FeatureRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HttpStepsTest {

  @TempDir static Path folder;

  private static CartServer cart;
  private static FakeHost host;
  private static FeatureRun.Outcome requests;
  private static FeatureRun.Outcome failures;

  @BeforeAll
  static void runFeatures() throws IOException {
    cart = new CartServer();
    host = FakeHost.start(cart.environment());
    requests = run("requests");
    failures = run("failures");
  }

  private static FeatureRun.Outcome run(String name) {
    return FeatureRun.run(
        host, Path.of("src/test/features", name + ".feature"), folder.resolve(name));
  }

  @AfterAll
  static void stop() {
    host.close();
    cart.close();
  }

  @Test
  void requests_carry_what_the_feature_says() {
    assertThat(requests.results()).hasSizeGreaterThan(10);
    assertThat(requests.results().keySet())
        .allSatisfy(
            name ->
                assertThat(requests.status(name))
                    .as(name + ": " + requests.message(name))
                    .isEqualTo("passed"));
  }

  @Test
  void each_request_has_a_span_of_its_own_in_the_scenarios_trace() {
    List<String> parents =
        cart.received().stream().map(r -> r.headers().getFirst("traceparent")).toList();
    assertThat(parents).allMatch(parent -> parent.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01"));
    assertThat(parents).doesNotHaveDuplicates();
  }

  @Test
  void the_report_shows_exchanges_as_written_and_without_secrets() {
    String scenario = "secrets, aliases and large bodies in the report";
    assertThat(
            requests
                .attachment(scenario, "Exchange 1: GET /secret?name=Ada of cart → 200")
                .replaceAll("(traceparent|Date|Content-length): .*", "$1: …")
                .replaceAll("in \\d+ ms", "in 1 ms")
                .replace(cart.address(), "127.0.0.1:8080"))
        .startsWith(
            """
            GET http://127.0.0.1:8080/secret?name=Ada
            Authorization: *****
            traceparent: …

            200 OK in 1 ms
            """)
        .contains("\nContent-type: application/json\n", "\nLocation: /carts/elsewhere\n")
        .endsWith("\n\n{\"accessToken\": \"*****\"}")
        .doesNotContain("t0k3n", "hunter2");
    assertThat(requests.attachment(scenario, "Exchange 2: GET /large of cart → 200"))
        .hasSizeLessThan(64 * 1024)
        .contains("… cut: 100000 characters in all");
  }

  @Test
  void a_wrong_value_is_told_with_the_exchange() {
    assertThat(failures.message("wrong status").replaceAll("in \\d+ ms", "in 1 ms"))
        .isEqualTo(
            """
            The response status is 409, not 201.
            GET /problem of 'cart' answered 409 in 1 ms: \
            {"type": "https://shop.example/problems/out-of-stock", "status": 409}
            Look at src/test/features/failures.feature:5 and the attachment 'Exchange 1: GET \
            /problem of cart → 409' of the step that sent it; the service's log: \
            target/trestle/logs/cart.log
            Correct the service, or what the step expects.""");
    assertThat(failures.message("wrong value"))
        .startsWith("The response at '$.status' is OPEN, not CLOSED.")
        .contains("GET /carts/1 of 'cart'");
    assertThat(failures.message("another problem"))
        .startsWith(
            "The response is the problem 'https://shop.example/problems/out-of-stock',"
                + " not 'card-declined'.");
    assertThat(failures.message("never holds"))
        .startsWith("The response status is 409, not one of 2xx.");
  }

  @Test
  void several_wrong_values_are_shown_side_by_side() {
    assertThat(failures.message("wrong values"))
        .contains(
            """
              Expected                  | Actual
            ≠ $.status  CLOSED          | $.status  OPEN
              $.items[0].sku  BEANS     | $.items[0].sku  BEANS
            ≠ $.items[0].quantity  "2"  | $.items[0].quantity  2
            ≠ $.owner  Ada              | $.owner  absent
            """
                .replace("  | ", " | "));
  }

  @Test
  void a_wrong_body_is_shown_side_by_side_with_only_true_differences_marked() {
    assertThat(failures.message("wrong body"))
        .contains(
            """
              Expected             | Actual
              {                    | {
                "id": "c-1"        |   "id": "c-1"
            ≠   "status": "CLOSED" |   "status": "OPEN"
                "total": 7.50      |   "total": 7.50
                "paid": false      |   "paid": false
            ≠                      |   "coupon": null
                "items": [         |   "items": [
                  {                |     {
                    "sku": "BEANS" |       "sku": "BEANS"
                    "quantity": 2  |       "quantity": 2
                  }                |     }
                ]                  |   ]
            ≠   "owner": "Ada"     |
              }                    | }
            """);
  }

  @Test
  void what_cannot_be_done_says_why() {
    assertThat(failures.message("no such service")).contains("'crat' is unknown", "cart, gone");
    assertThat(failures.message("nobody answers"))
        .startsWith("Service 'gone' did not answer POST /carts.\nPOST http://127.0.0.1:1/carts:")
        .contains("Connection refused", "target/trestle/logs/gone.log", "failures.feature:31")
        .endsWith("Find out whether the service still runs, and what it listens on.");
    assertThat(failures.message("no response yet")).contains("sent no request yet");
    assertThat(failures.message("no JSON")).startsWith("The response is no JSON:");
    assertThat(failures.message("an error without JSON"))
        .startsWith(
            "The response status is 502, and its body is no JSON.\nGET /down of 'cart' answered");
    assertThat(failures.message("no JSONPath")).startsWith("'$.items[?(' is no JSONPath.");
    assertThat(failures.message("not on this machine")).contains("is not on this machine");
    assertThat(failures.message("a file outside")).contains("is outside the project");
    assertThat(failures.message("three columns")).contains("the two columns path and value");
  }
}
