package dev.trestle.steps.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.steps.core.testing.Examples;
import dev.trestle.steps.core.testing.FakeHost;
import dev.trestle.steps.core.testing.FeatureRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JsonStepsTest {

  private static final Path CART = Path.of("src/test/json/cart.json");

  @TempDir static Path folder;

  private static HttpServer server;
  private static FakeHost host;
  private static FeatureRun.Outcome documents;
  private static FeatureRun.Outcome failures;

  @BeforeAll
  static void runFeatures() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", JsonStepsTest::answerCart);
    server.start();
    String address = "127.0.0.1:" + server.getAddress().getPort();
    host =
        FakeHost.start(
            new EnvironmentDescription(
                "process",
                List.of(
                    new ServiceDescription(
                        "cart",
                        ServiceDescription.Kind.SERVICE,
                        Map.of("8080", address),
                        Map.of()))));
    documents = run(Path.of("src/test/features/documents.feature"), "documents");
    failures = run(Path.of("src/test/features/failures.feature"), "failures");
  }

  private static void answerCart(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = Files.readAllBytes(CART);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static FeatureRun.Outcome run(Path feature, String name) {
    return FeatureRun.run(host, feature, folder.resolve(name));
  }

  @AfterAll
  static void stop() {
    host.close();
    server.stop(0);
  }

  private static void assertAllPassed(FeatureRun.Outcome outcome) {
    assertThat(outcome.results().keySet())
        .allSatisfy(
            name ->
                assertThat(outcome.status(name))
                    .as(name + ": " + outcome.message(name))
                    .isEqualTo("passed"));
  }

  @Test
  void every_step_has_an_example_that_works() throws IOException {
    String background =
        "  Background:\n    Given I save the JSON as \"cart\":\n      \"\"\"\n"
            + Files.readString(CART).indent(6)
            + "      \"\"\"\n";
    String feature =
        Examples.feature(ValueSteps.class, DocumentSteps.class)
            .replace("Feature: Examples\n", "Feature: Examples\n" + background);
    Path features = Files.createDirectories(Path.of("target/examples"));
    FeatureRun.Outcome outcome =
        run(Files.writeString(features.resolve("examples.feature"), feature), "examples");
    assertThat(outcome.results()).as(outcome.error()).hasSize(9 + 11);
    assertAllPassed(outcome);
  }

  @Test
  void json_of_responses_values_and_files_is_checked_alike() {
    assertThat(documents.results()).as(documents.error()).hasSizeGreaterThan(6);
    assertAllPassed(documents);
  }

  @Test
  void a_wrong_value_is_told_with_where_it_comes_from() {
    assertThat(failures.message("a wrong value of a file"))
        .startsWith(
            "The JSON of the file 'src/test/json/cart.json' at '$.status' is OPEN, not CLOSED.\n"
                + "It is: {")
        .contains("failures.feature:4, and at where the file 'src/test/json/cart.json' comes from")
        .endsWith("Correct what made it, or what the step expects.");
    assertThat(failures.message("a wrong value of a response"))
        .startsWith("The response at '$.status' is OPEN, not CLOSED.\nGET /carts/1 of 'cart'")
        .contains("the attachment 'Exchange 1: GET /carts/1 of cart → 200'");
  }

  @Test
  void unmet_expectations_are_shown_side_by_side() {
    assertThat(failures.message("unmet expectations"))
        .startsWith(
            "The JSON of the file 'src/test/json/cart.json' does not meet all expectations.")
        .contains(
            """
              Expected                  | Actual
            ≠ $.total  is at least 9.01 | $.total  is 9
              $.status  starts with OP  | $.status  starts with OP
            ≠ $.items  has size 3       | $.items  is [{"sku":"BEANS","quantity":2},{"sku":"TEA","quantity":1}]
            ≠ $.paid  is a text         | $.paid  is false
            ≠ $.owner  is present       | $.owner  is absent
            """
                .stripTrailing());
  }

  @Test
  void a_document_is_shown_side_by_side_without_what_does_not_matter() {
    assertThat(failures.message("another document"))
        .startsWith("The JSON of the file 'src/test/json/cart.json' is not the expected one.")
        .contains(
            """
              {                    | {
                "id": "c-1"        |   "id": "c-1"
            ≠   "status": "CLOSED" |   "status": "OPEN"
            """);
    assertThat(failures.message("more is there, and something else"))
        .containsPattern("\n    \"paid\": false +\\|   \"paid\": false\n")
        .containsPattern("\n≠   \"total\": 10 +\\|   \"total\": 9\n");
  }

  @Test
  void a_list_is_shown_with_the_items_that_have_no_counterpart() {
    assertThat(failures.message("another list"))
        .contains(
            """
              Expected               | Actual
              sku BEANS, quantity 2  | sku BEANS, quantity 2
            ≠ sku COFFEE, quantity 1 | sku TEA, quantity 1
            """
                .stripTrailing());
    assertThat(failures.message("an item too few"))
        .startsWith(
            "The JSON of the file 'src/test/json/cart.json' does not list these at '$.items' in any"
                + " order.")
        .contains("≠                       | sku TEA, quantity 1");
    assertThat(failures.message("no list")).contains("at '$.status' is not a list: OPEN.");
  }

  @Test
  void a_schema_tells_all_that_does_not_fit() {
    assertThat(failures.message("another schema"))
        .startsWith("The JSON of the value 'cart' does not match the schema ")
        .contains("\n- ", "'items' not found", "OPEN");
    assertThat(failures.message("a wrong item")).contains("$.items[0].quantity: ", "minimum");
    assertThat(failures.message("no address"))
        .startsWith("The JSON of the value 'to' does not match the schema:\n- $: ");
    assertThat(failures.message("a schema of the network"))
        .startsWith(
            "JSON cannot be checked against the schema 'src/test/json/remote.schema.json'.");
    assertThat(failures.message("a schema that is not JSON"))
        .startsWith("JSON cannot be checked against the schema.");
  }

  @Test
  void what_cannot_be_done_says_why() {
    assertThat(failures.message("nothing saved")).startsWith("Nothing is saved as 'order'.");
    assertThat(failures.message("no such file")).startsWith("There is no file 'src/none.json'.");
    assertThat(failures.message("no response")).startsWith("There is no response to look at.");
    assertThat(failures.message("no JSON"))
        .startsWith("What is the value 'greeting' is not JSON: ")
        .contains("It is: Hello");
    assertThat(failures.message("unknown words"))
        .contains("'is nearly'", "is at least, is at most", "| path | expectation | value |");
    assertThat(failures.message("an unmet expectation of a secret"))
        .contains("$.password  is ***** (13 characters, #", "$.name  is Ada")
        .doesNotContain("hunter2", "correct horse", "4711");
    assertThat(failures.message("a date is not at most a number")).contains("2026-03-29");
    assertThat(failures.message("no path")).contains("$.statsu  is absent");
    assertThat(failures.message("no regular expression"))
        .contains("'[' is not a regular expression");
    assertThat(failures.message("an expectation that is not JSON"))
        .startsWith("What the step expects is not JSON.");
  }
}
