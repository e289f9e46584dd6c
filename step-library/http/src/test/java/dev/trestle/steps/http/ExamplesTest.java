package dev.trestle.steps.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.steps.core.testing.Examples;
import dev.trestle.steps.core.testing.FakeHost;
import dev.trestle.steps.core.testing.FeatureRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExamplesTest {

  private static final String ONE = "Given I send GET \"/carts/1\" to \"cart\"";
  private static final String MANY =
      "Given the next request is sent 3 times at once\n"
          + "    And I send GET \"/carts/1\" to \"cart\"";

  /** What the service has answered where an example needs another response. */
  private static final Map<String, String> ANSWERS =
      Map.of(
          "HeaderSteps.redirect", "/moved",
          "HeaderSteps.clientError", "/problem",
          "HeaderSteps.serverError", "/down",
          "HeaderSteps.problem", "/problem",
          "HeaderSteps.cookie", "/cookie",
          "HeaderSteps.saveCookie", "/cookie",
          "RequestSteps.followRedirect", "/moved",
          "ResponseSteps.hasNoBody", "/empty",
          "ResponseSteps.xmlIs", "/xml",
          "ResponseSteps.saveXml", "/xml");

  @TempDir Path folder;

  @Test
  void every_step_for_one_request_has_an_example_that_works() throws IOException {
    assertExamplesWork(
        "one", ONE, PrepareSteps.class, RequestSteps.class, HeaderSteps.class, ResponseSteps.class);
  }

  @Test
  void every_step_for_many_responses_has_an_example_that_works() throws IOException {
    assertExamplesWork("many", MANY, ManySteps.class);
  }

  private void assertExamplesWork(String name, String background, Class<?>... types)
      throws IOException {
    Path features = Files.createDirectories(Path.of("target/examples"));
    Path file = Files.writeString(features.resolve(name + ".feature"), feature(background, types));
    try (CartServer cart = new CartServer();
        FakeHost host = FakeHost.start(cart.environment())) {
      FeatureRun.Outcome outcome = FeatureRun.run(host, file, folder.resolve("results"));
      assertThat(outcome.results().keySet())
          .as(outcome.error())
          .hasSize(Math.toIntExact(steps(types)));
      assertThat(outcome.results().keySet())
          .allSatisfy(
              step ->
                  assertThat(outcome.status(step))
                      .as(step + ": " + outcome.message(step))
                      .isEqualTo("passed"));
    }
  }

  private static String feature(String background, Class<?>... types) {
    String feature =
        Examples.feature(types)
            .replace(
                "Feature: Examples\n",
                "Feature: Examples\n  Background:\n    " + background + "\n");
    for (Map.Entry<String, String> answer : ANSWERS.entrySet()) {
      String scenario = "Scenario: " + answer.getKey() + "\n";
      feature =
          feature.replace(
              scenario,
              scenario + "    Given I send GET \"" + answer.getValue() + "\" to \"cart\"\n");
    }
    return feature.replace(
        "Scenario: ManySteps.areDifferent\n",
        """
        Scenario: ManySteps.areDifferent
            Given the next request is sent 3 times at once
            And I send GET "/numbers" to "cart"
        """);
  }

  private static long steps(Class<?>... types) {
    return Stream.of(types)
        .flatMap(type -> List.of(type.getDeclaredMethods()).stream())
        .filter(method -> !method.isSynthetic())
        .count();
  }
}
