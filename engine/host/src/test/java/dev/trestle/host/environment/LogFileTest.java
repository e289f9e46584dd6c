package dev.trestle.host.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.Secrets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogFileTest {

  private static final String ADA = "7e57ca5e16cd43dd8448eb211c80319c";
  private static final String BOB = "7e57ca5e17cd43dd8448eb211c80319c";

  @TempDir private Path folder;

  @Test
  void a_line_belongs_to_the_scenario_whose_trace_id_it_has() {
    LogFile log = log();
    log.add("starting");
    log.add("trace=" + ADA + " priced");
    log.add("trace=" + BOB + " failed");
    log.add("java.lang.IllegalStateException: no");
    log.add("\tat Cart.price(Cart.java:7)");

    assertThat(log.select(ADA, Instant.MIN, Instant.MAX))
        .containsExactly("trace=" + ADA + " priced");
  }

  @Test
  void a_stack_trace_belongs_to_the_line_before_it() {
    LogFile log = log();
    log.add("trace=" + ADA + " failed: java.lang.IllegalStateException: no");
    log.add("\tat Cart.price(Cart.java:7)");
    log.add("Caused by: java.lang.IllegalStateException: never");
    log.add("idle");

    assertThat(log.select(ADA, Instant.MIN, Instant.MAX)).hasSize(3);
  }

  @Test
  void a_log_without_trace_ids_is_selected_by_time() {
    LogFile log = log();
    Instant before = Instant.now();
    log.add("priced");
    Instant after = Instant.now();

    assertThat(log.select(ADA, before, after)).containsExactly("priced");
    assertThat(log.select(ADA, before.minusSeconds(9), before.minusSeconds(5))).isEmpty();
  }

  @Test
  void secrets_do_not_leave() {
    LogFile log = log();
    log.add("password=hunter2");

    assertThat(log.last(1)).containsExactly("password=*****");
    assertThat(log.select(ADA, Instant.MIN, Instant.MAX)).containsExactly("password=*****");
  }

  @Test
  void half_a_secret_does_not_leave_where_a_long_line_is_cut() {
    Secrets.learn("l0gFileZ3bra99");
    LogFile log = log();
    log.add("x".repeat(3_990) + " l0gFileZ3bra99 and more");
    log.add(" l0gFileZ3bra99".repeat(300));

    assertThat(log.last(2)).allSatisfy(line -> assertThat(line).doesNotContain("l0g"));
  }

  @Test
  void output_goes_to_the_file_and_is_found() throws IOException {
    LogFile log = log();
    log.create();
    log.pump(new ByteArrayInputStream("one\ntwo\n".getBytes(StandardCharsets.UTF_8)));

    assertThat(Files.readString(log.path())).isEqualTo("one\ntwo\n");
    assertThat(log.has(Pattern.compile("^tw"))).isTrue();
    assertThat(log.last(1)).containsExactly("two");
  }

  private LogFile log() {
    return new LogFile(folder.resolve("cart.log"));
  }
}
