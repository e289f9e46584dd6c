package dev.trestle.host.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Generated conversations through edges are the same as without. Seconds and the first seed can be
 * set: {@code -Dtrestle.fuzz.seconds=1800 -Dtrestle.fuzz.seed=7}; a seed that was found to fail
 * belongs into {@code edge-fuzz-seeds.txt}.
 */
final class EdgeFuzzTest {

  private static final long SECONDS = Long.getLong("trestle.fuzz.seconds", 15);
  private static final int BATCH = 200;

  /** Files that other tests or the virtual machine may open meanwhile. */
  private static final long OTHER_FILES = 16;

  @Test
  void seeds_that_failed_once_pass() throws Exception {
    List<Long> seeds = new ArrayList<>();
    try (InputStream in = EdgeFuzzTest.class.getResourceAsStream("edge-fuzz-seeds.txt")) {
      for (String line : new String(in.readAllBytes(), UTF_8).split("\\R")) {
        if (!line.isBlank() && !line.startsWith("#")) {
          seeds.add(Long.valueOf(line.strip()));
        }
      }
    }
    assertThat(seeds).isNotEmpty();
    try (EdgeFuzz fuzz = new EdgeFuzz()) {
      assertThat(fuzz.hold(seeds.stream().mapToLong(Long::longValue).toArray())).isEmpty();
    }
  }

  @Test
  void what_passes_edges_is_what_passes_without_them_and_nothing_stays() throws Exception {
    long first = Long.getLong("trestle.fuzz.seed", System.nanoTime());
    System.out.println("Edges are tried with seeds from " + first + " on.");
    try (EdgeFuzz fuzz = new EdgeFuzz()) {
      hold(fuzz, first);
    }
  }

  private static void hold(EdgeFuzz fuzz, long first) throws Exception {
    assertThat(fuzz.hold(seeds(1))).isEmpty();
    assertThat(fuzz.isClean()).as(fuzz.held()).isTrue();
    long files = EdgeFuzz.openFiles();
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    long next = first;
    do {
      assertThat(fuzz.hold(seeds(next))).isEmpty();
      assertThat(fuzz.isClean()).as("after seed %d: %s", next, fuzz.held()).isTrue();
      assertThat(EdgeFuzz.openFiles()).as("open files").isLessThan(files + OTHER_FILES);
      next += BATCH;
    } while (System.nanoTime() - until < 0);
  }

  private static long[] seeds(long first) {
    return LongStream.range(first, first + BATCH).toArray();
  }
}
