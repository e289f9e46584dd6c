package dev.trestle.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CpuQuotaTest {

  @TempDir Path groups;

  private void file(String name, String text) throws IOException {
    Path file = groups.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String statistics(int periods, int throttled) {
    return "usage_usec 1\nnr_periods " + periods + "\nnr_throttled " + throttled + "\n";
  }

  @Test
  void a_container_that_is_held_back_most_of_the_time_is_overloaded() throws IOException {
    file("cpu.max", "150000 100000\n");
    file("cpu.stat", statistics(1000, 1000));
    CpuQuota quota = CpuQuota.of(groups).orElseThrow();
    assertThat(quota.overload()).isEmpty(); // What was before counts for nothing.

    file("cpu.stat", statistics(1100, 1050));
    assertThat(quota.overload()).isEmpty();
    file("cpu.stat", statistics(1100, 1084));
    assertThat(quota.overload())
        .contains("held back for 84 % of the time by the container's limit of 1.5 CPUs");
  }

  @Test
  void control_groups_of_the_first_version_are_read_too() throws IOException {
    file("cpu/cpu.cfs_quota_us", "200000\n");
    file("cpu/cpu.cfs_period_us", "100000\n");
    file("cpu/cpu.stat", statistics(0, 0));
    CpuQuota quota = CpuQuota.of(groups).orElseThrow();
    file("cpu/cpu.stat", statistics(10, 10));

    assertThat(quota.overload())
        .contains("held back for 100 % of the time by the container's limit of 2.0 CPUs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "max 100000", "0 100000", "100000 0", "many 100000", "-1 100000"})
  void where_there_is_no_limit_there_is_no_quota(String max) throws IOException {
    assertThat(CpuQuota.of(groups)).isEmpty();
    file("cpu.max", max);

    assertThat(CpuQuota.of(groups)).isEmpty();
  }

  @Test
  void without_statistics_nothing_is_said() throws IOException {
    file("cpu.max", "150000 100000");

    assertThat(CpuQuota.of(groups).orElseThrow().overload()).isEmpty();
  }
}
