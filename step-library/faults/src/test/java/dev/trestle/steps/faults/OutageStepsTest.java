package dev.trestle.steps.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.Outage;
import dev.trestle.steps.core.testing.FakeHost;
import dev.trestle.steps.core.testing.FeatureRun;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutageStepsTest {

  private final FakeHost host = FakeHost.start("checkout", "inventory", "pricing");

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void the_host_is_told_what_happens_and_at_the_end_that_all_is_to_be_well(@TempDir Path folder) {
    Path feature = Path.of("src/test/resources/features/outages.feature");
    FeatureRun.Outcome outcome = FeatureRun.run(host, feature, folder);

    assertThat(outcome.status("outages")).as(outcome.message("outages")).isEqualTo("passed");
    assertThat(host.outages())
        .extracting(Outage::event)
        .containsExactly(
            new Outage.Stopped("inventory"),
            new Outage.Paused("pricing"),
            new Outage.Back("inventory"),
            new Outage.Restarted("checkout"),
            new Outage.Cut("checkout", "inventory"),
            new Outage.Slowed("checkout", "pricing", 1500),
            new Outage.Mended("checkout", "inventory"));
    assertThat(host.recoveries()).isPositive();
    assertThat(outcome.message("outage of a service that is not there"))
        .startsWith("Service 'inventry' is unknown.");
  }
}
