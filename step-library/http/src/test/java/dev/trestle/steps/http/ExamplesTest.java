package dev.trestle.steps.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.steps.core.testing.Examples;
import dev.trestle.steps.core.testing.FakeHost;
import dev.trestle.steps.core.testing.FeatureRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExamplesTest {

  private static final String BACKGROUND =
      "  Background:\n    Given I send GET \"/carts/1\" to \"cart\"\n";

  @TempDir Path folder;

  @Test
  void every_step_has_an_example_that_works() throws IOException {
    String feature =
        Examples.feature(RequestSteps.class, ResponseSteps.class)
            .replace("Feature: Examples\n", "Feature: Examples\n" + BACKGROUND)
            .replace(
                "Then the response is a problem",
                "Given I send GET \"/problem\" to \"cart\"\nThen the response is a problem");
    Path features = Files.createDirectories(Path.of("target/examples"));
    Path file = Files.writeString(features.resolve("examples.feature"), feature);
    try (CartServer cart = new CartServer();
        FakeHost host = FakeHost.start(cart.environment())) {
      FeatureRun.Outcome outcome = FeatureRun.run(host, file, folder.resolve("results"));
      assertThat(outcome.results().keySet())
          .hasSize(steps(RequestSteps.class, ResponseSteps.class));
      assertThat(outcome.results().keySet())
          .allSatisfy(
              name ->
                  assertThat(outcome.status(name))
                      .as(name + ": " + outcome.message(name))
                      .isEqualTo("passed"));
    }
  }

  private static int steps(Class<?>... types) {
    return Stream.of(types).mapToInt(type -> type.getDeclaredMethods().length).sum();
  }
}
