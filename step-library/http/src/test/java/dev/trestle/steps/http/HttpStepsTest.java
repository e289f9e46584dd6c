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
  private static FeatureRun.Outcome bodies;
  private static FeatureRun.Outcome hops;
  private static FeatureRun.Outcome atOnce;
  private static FeatureRun.Outcome failures;

  @BeforeAll
  static void runFeatures() throws IOException {
    cart = new CartServer();
    host = FakeHost.start(cart.environment());
    requests = run("requests");
    bodies = run("bodies");
    hops = run("hops");
    atOnce = run("at-once");
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
    assertAllPassed(requests);
  }

  @Test
  void bodies_are_sent_as_the_step_says() {
    assertThat(bodies.results()).hasSizeGreaterThan(8);
    assertAllPassed(bodies);
    assertThat(bodies.attachment("parts", "Exchange 1: POST /echo of cart → 200"))
        .contains("multipart/form-data; boundary=", "filename=\"pom.xml\"");
  }

  @Test
  void redirects_and_cookies_are_followed_and_kept_only_when_asked() {
    assertThat(hops.results()).hasSizeGreaterThan(6);
    assertAllPassed(hops);
    String scenario = "redirects are followed when asked";
    assertThat(hops.attachment(scenario, "Exchange 1: GET /moved of cart → 302")).isNotEmpty();
    assertThat(hops.attachment(scenario, "Exchange 2: GET /carts/elsewhere of cart → 200"))
        .contains("c-1");
    assertThat(
            hops.attachment(
                "a cookie goes back to its service when asked",
                "Exchange 2: GET /echo of cart → 200"))
        .containsPattern("Cookie: \\w+=\\*{5}");
  }

  @Test
  void many_at_once_are_checked_together_and_shown_in_one_attachment() {
    assertAllPassed(atOnce);
    String title = "Exchanges 1 to 12 at once: POST /numbers of cart";
    assertThat(atOnce.attachment("five of twelve are served", title))
        .contains(
            "\n201 Created in ", "\n409 Conflict in ", "12: POST /numbers of 'cart' answered");
  }

  private static void assertAllPassed(FeatureRun.Outcome outcome) {
    assertThat(outcome.results()).as(outcome.error()).isNotEmpty();
    assertThat(outcome.results().keySet())
        .allSatisfy(
            name ->
                assertThat(outcome.status(name))
                    .as(name + ": " + outcome.message(name))
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
            Authorization: Bearer *****
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
    assertThat(failures.message("no JSON")).startsWith("The response is not JSON:");
    assertThat(failures.message("an error without JSON"))
        .startsWith(
            "The response status is 502, and its body is not JSON.\nGET /down of 'cart' answered");
    assertThat(failures.message("no JSONPath")).startsWith("'$.items[?(' is not a JSONPath.");
    assertThat(failures.message("not on this machine")).contains("is not on this machine");
    assertThat(failures.message("a file outside")).contains("is outside the project");
    assertThat(failures.message("three columns")).contains("the two columns path and value");
  }

  @Test
  void what_differs_in_the_head_of_a_response_is_told() {
    assertThat(failures.message("no success"))
        .startsWith("The response status is 409, not one of 2xx.\nGET /problem of 'cart'");
    assertThat(failures.message("no client error"))
        .startsWith("The response status is 200, not one of 4xx.");
    assertThat(failures.message("a header too many"))
        .startsWith("The response has the header 'etag', and must not have it.");
    assertThat(failures.message("a header without a part"))
        .startsWith("The response header 'Content-Type' is 'application/json', without 'xml'.");
    assertThat(failures.message("another cookie"))
        .startsWith("The response gives the cookie 'theme' the value *****")
        .doesNotContain("dark");
    assertThat(failures.message("no cookie")).startsWith("The response sets no cookie 'look'.");
  }

  @Test
  void what_differs_in_xml_is_told() {
    assertThat(failures.message("another text in XML"))
        .startsWith("The response XML at '/cart/@id' is 'c-1', not 'c-2'.\nGET /xml of 'cart'");
    assertThat(failures.message("no XML")).startsWith("The response is not XML: ");
    assertThat(failures.message("XML with a document type")).contains("DOCTYPE");
    assertThat(failures.message("no XPath")).startsWith("'/cart[' is not an XPath.");
  }

  @Test
  void what_cannot_be_sent_says_why() {
    assertThat(failures.message("no such path parameter"))
        .startsWith("The path '/carts/{id}' has no parameter '{cart}'.");
    assertThat(failures.message("redirects in a circle"))
        .startsWith("The redirects do not end.\nAfter 10 of them, GET /loop of 'cart'");
    assertThat(failures.message("a redirect abroad")).contains("is not on this machine");
    assertThat(failures.message("text that is not JSON"))
        .startsWith("The step's text is not JSON: ")
        .contains("(line ", "To send broken JSON on purpose, use 'with body:'.");
    assertThat(failures.message("a number that is not JSON")).doesNotContain("enable", "Feature");
    assertThat(failures.message("a field twice"))
        .startsWith("The step's table has the field 'a' twice.");
    assertThat(failures.message("a link to another service"))
        .startsWith("The URL 'http://gone/carts/1' leads to another service.")
        .contains("It leads to 'gone'; the step names Service 'cart'.");
    assertThat(failures.message("a link to another service's port"))
        .contains("It leads to 'gone'; the step names Service 'cart'.");
    assertThat(failures.message("no redirect")).startsWith("The response is no redirect.");
    assertThat(failures.message("too slow"))
        .startsWith("Service 'cart' did not answer GET /slow.")
        .endsWith("the bound is 50 ms.");
    assertThat(failures.message("answered in time"))
        .startsWith("Service 'cart' answered within 10 s.");
    assertThat(failures.message("parts without a name")).contains("| name | value | file | type |");
    assertThat(failures.message("too many at once")).contains("cannot be sent 501 times at once");
  }

  @Test
  void what_differs_among_many_is_told_with_all_of_them() {
    assertThat(failures.message("not all served"))
        .startsWith("Not all responses have the status 200.\nGET /problem of 'cart' was answered 3")
        .contains("3 times 409; number 1: ", "'Exchanges 1 to 3 at once: GET /problem of cart'");
    assertThat(failures.message("other statuses")).contains("≠ 200  2   | 200  3");
    assertThat(failures.message("not different"))
        .startsWith("The responses at '$.id' are not all different.\n3 times c-1\n");
    assertThat(failures.message("some of many differ"))
        .startsWith(
            "3 of 3 responses do not have the expected values.\nThey are the exchanges 1, 2, 3.\n")
        .contains("≠ $.id  c-2 | $.id  c-1");
    assertThat(failures.message("secrets of many"))
        .contains("3 times ***** (7 characters, #")
        .doesNotContain("hunter2");
    assertThat(failures.message("look at one of many")).contains("sent many times at once");
    assertThat(failures.message("look at many of one")).contains("was not sent many times");
  }
}
