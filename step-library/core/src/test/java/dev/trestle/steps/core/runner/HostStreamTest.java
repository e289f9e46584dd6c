package dev.trestle.steps.core.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.HostException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class HostStreamTest {

  private static void write(HostStream stream, String message) {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    stream.write(bytes, 0, bytes.length);
    stream.flush();
  }

  @Test
  void delivers_the_tail_to_a_slow_host() {
    CountDownLatch open = new CountDownLatch(1);
    ByteArrayOutputStream host = new ByteArrayOutputStream();
    HostStream stream =
        new HostStream(
            () -> {
              await(open);
              return host;
            },
            60_000);
    for (int i = 0; i < 1000; i++) {
      write(stream, i + "\n");
    }
    stream.close();
    write(stream, "after Cucumber's close\n");
    open.countDown();
    assertThat(stream.finish()).isNull();
    assertThat(host.toString(StandardCharsets.UTF_8))
        .startsWith("0\n1\n")
        .endsWith("999\nafter Cucumber's close\n");
  }

  @Test
  void a_jvm_that_leaves_in_the_middle_delivers_what_was_flushed() {
    ByteArrayOutputStream host = new ByteArrayOutputStream();
    HostStream stream = new HostStream(() -> host, 60_000);
    write(stream, "one\n");
    stream.flush();
    write(stream, "two\n");
    stream.flush();

    stream.leave(30_000);

    assertThat(host.toString(StandardCharsets.UTF_8)).isEqualTo("one\ntwo\n");
  }

  @Test
  void gives_up_a_host_that_takes_nothing() {
    CountDownLatch never = new CountDownLatch(1);
    HostStream stream =
        new HostStream(
            () -> {
              await(never);
              return OutputStream.nullOutputStream();
            },
            50);
    write(stream, "message\n");
    assertThat(stream.finish()).isEqualTo("it took no more for 50 ms");
    never.countDown();
  }

  @Test
  void tells_why_a_host_cannot_be_reached_and_blocks_nobody() {
    HostStream stream =
        new HostStream(
            () -> {
              throw new HostException("The Trestle host cannot be reached.");
            },
            60_000);
    for (int i = 0; i < 60_000; i++) {
      write(stream, "more than fits into the queue\n");
    }
    assertThat(stream.finish()).isEqualTo("The Trestle host cannot be reached.");
  }

  @Test
  void tells_when_the_host_refuses_at_the_end() {
    OutputStream refusing =
        new OutputStream() {
          @Override
          public void write(int b) {}

          @Override
          public void close() throws IOException {
            throw new IOException("The host answered 409.");
          }
        };
    HostStream stream = new HostStream(() -> refusing, 60_000);
    write(stream, "message\n");
    assertThat(stream.finish()).isEqualTo("The host answered 409.");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
