package dev.trestle.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void a_percentile_is_the_nearest_rank_in_microseconds() {
    Latencies latencies =
        new Latencies(LongStream.rangeClosed(1, 1000).map(i -> (1001 - i) * 1000).toArray(), 2);

    assertThat(latencies.percentile(50)).isEqualTo(500);
    assertThat(latencies.percentile(99)).isEqualTo(990);
    assertThat(latencies.percentile(100)).isEqualTo(1000);
  }

  @Test
  void a_single_call_is_every_percentile() {
    Latencies latencies = new Latencies(new long[] {7000}, 1);

    assertThat(latencies.percentile(50)).isEqualTo(7);
    assertThat(latencies.percentile(99)).isEqualTo(7);
  }

  @Test
  void the_throughput_is_that_of_the_whole_time() {
    assertThat(new Latencies(new long[100], 4).perSecond()).isEqualTo(25);
  }
}
