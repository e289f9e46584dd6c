package dev.trestle.steps.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.steps.core.testing.Examples;
import dev.trestle.steps.core.testing.FakeHost;
import dev.trestle.steps.core.testing.FeatureRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpenApiStepsTest {

  @TempDir static Path folder;

  private static CartServer cart;
  private static FakeHost host;
  private static FeatureRun.Outcome calls;
  private static FeatureRun.Outcome failures;

  @BeforeAll
  static void runFeatures() throws IOException {
    cart = new CartServer();
    host = FakeHost.start(cart.environment());
    calls = run(Path.of("src/test/features/calls.feature"), "calls");
    failures = run(Path.of("src/test/features/failures.feature"), "failures");
  }

  private static FeatureRun.Outcome run(Path feature, String name) {
    return FeatureRun.run(host, feature, folder.resolve(name));
  }

  @AfterAll
  static void stop() {
    host.close();
    cart.close();
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
    String feature =
        Examples.feature(OpenApiSteps.class)
            .replace(
                "Feature: Examples\n",
                "Feature: Examples\n  Background:\n    Given I call \"openCart\" of \"cart\"\n");
    Path features = Files.createDirectories(Path.of("target/examples"));
    FeatureRun.Outcome outcome =
        run(Files.writeString(features.resolve("examples.feature"), feature), "examples");
    assertThat(outcome.results()).as(outcome.error()).hasSize(7);
    assertAllPassed(outcome);
  }

  @Test
  void operations_are_called_with_valid_data_and_refuse_what_is_not() {
    assertThat(calls.results()).as(calls.error()).hasSize(6);
    assertAllPassed(calls);
    assertThat(
            calls.attachment(
                "values replace generated ones",
                "Exchange 1: POST /api/carts/c%201/items of cart → 201"))
        .contains("{\"sku\":\"Tea\",\"quantity\":2,\"tags\":[\"7\"]}");
    assertThat(cart.bodies()).anyMatch(body -> body.endsWith("&scope=read&scope=write"));
    assertThat(cart.bodies()).anyMatch(body -> body.contains("\"unexpected\":\"text\""));
  }

  @Test
  void a_response_that_does_not_fit_is_told_with_all_that_does_not() {
    assertThat(failures.message("a body that does not fit"))
        .startsWith("The response does not fit the OpenAPI document of 'cart':\n- $.")
        .contains("\n- $.id: ", "'quantity'", "\nGET /api/carts/odd?view=full of 'cart' answered")
        .endsWith("Correct the service, or what the step expects.");
    assertThat(failures.message("a status that is not described"))
        .contains(
            "- the document does not name the status 302 for GET /api/carts/{id}, but 2XX, 4XX");
    assertThat(failures.message("a header is missing"))
        .contains("- the required header 'ETag' is missing");
    assertThat(failures.message("no such path"))
        .contains("- the document has no operation GET /nowhere");
  }

  @Test
  void invalid_input_that_is_accepted_is_told_by_constraint() {
    assertThat(failures.message("invalid input is accepted"))
        .startsWith("Not all of ")
        .contains(
            " invalid requests of 'putNote' were refused as the document says.\n- ",
            "- violated constraint: the body, missing: answered 204 as exchange 2\n",
            "- required field missing: $.text: answered 204 as exchange ",
            "- wrong type: $.text, a list: answered 204 as exchange ",
            "- value out of bounds: $.text, too long with 21 characters: answered 204 as exchange ",
            "the service's log: target/trestle/logs/cart.log")
        .endsWith("Let the service check its input, or correct its OpenAPI document.");
    assertThat(failures.message("another status is answered"))
        .startsWith(
            "Not all of 2 invalid requests of 'openCart' were answered with 422 as the document says.")
        .contains("- required field missing: $.country: answered 400 as exchange 2");
  }

  @Test
  void refusals_are_only_told_from_a_valid_call_that_is_accepted() {
    assertThat(failures.message("the valid call is refused too"))
        .startsWith(
            "The valid call of 'addItem' is refused already, so that nothing can be said of invalid"
                + " ones.\nPOST /api/carts/locked/items of 'cart' answered 403")
        .endsWith("and give its values in the step's table.");
    assertThat(failures.message("the valid call is not valid"))
        .startsWith("The data for a valid call of 'addItem' is not valid.")
        .contains("$.quantity: ");
  }

  @Test
  void what_cannot_be_done_says_why() {
    assertThat(failures.message("no such constraint"))
        .startsWith("No request of 'newestCart' has a wrong type.");
    assertThat(failures.message("no such operation"))
        .startsWith("The OpenAPI document has no operation 'closeCart'.")
        .contains("GET /api/carts/{id}, addItem, logIn, newestCart, openCart, putNote");
    assertThat(failures.message("no document"))
        .startsWith("Service 'plain' has no OpenAPI document.")
        .contains("services.plain.x-trestle.openapi");
    assertThat(failures.message("no such service")).contains("'card' is unknown");
    assertThat(failures.message("no place in a body"))
        .startsWith("'$.tags[*]' is no place in a body.");
  }
}
