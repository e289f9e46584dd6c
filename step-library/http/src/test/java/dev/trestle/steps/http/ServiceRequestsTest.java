package dev.trestle.steps.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.steps.core.testing.FakeHost;
import dev.trestle.steps.core.testing.FeatureRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServiceRequestsTest {

  private static final Path FEATURE = Path.of("src/test/features/own-steps.feature");

  @TempDir Path folder;

  @Test
  void requests_of_own_steps_belong_to_the_scenario_and_are_recorded() throws IOException {
    try (CartServer cart = new CartServer();
        FakeHost host = FakeHost.start(cart.environment())) {
      FeatureRun.Outcome outcome =
          FeatureRun.run(host, FEATURE, folder, "dev.trestle.steps.http.own");

      String sent = "the feature checks what Java sent";
      assertThat(outcome.status(sent)).as(outcome.message(sent)).isEqualTo("passed");
      assertThat(outcome.attachment(sent, "Exchange 1: POST /echo?page=2 of cart → 200"))
          .contains("Accept-Language: de", "Authorization: Bearer *****", "Hello")
          .doesNotContain("t-1");
      assertThat(outcome.status("Java checks"))
          .as(outcome.message("Java checks"))
          .isEqualTo("passed");
      assertThat(outcome.message("nobody answers Java"))
          .startsWith("Service 'gone' did not answer GET /carts.")
          .contains("Connection refused", "own-steps.feature:20");
      assertThat(cart.received().get(0).headers().getFirst("traceparent"))
          .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }
  }
}
