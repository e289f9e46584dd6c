package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.HostState;
import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveHostTest {

  @TempDir Path folder;

  private final ProcessHandle self = ProcessHandle.current();
  private final Instant started = self.info().startInstant().orElseThrow();

  private void state(Instant startedAt, boolean stays, int protocol) throws IOException {
    HostState state =
        new HostState(
            protocol, "http://127.0.0.1:1", self.pid(), startedAt.toString(), "t", "e", stays);
    Files.writeString(folder.resolve("host.json"), JsonRecords.write(state));
  }

  @Test
  void a_process_with_the_same_id_and_start_is_found() throws IOException {
    state(started, true, Protocol.VERSION);

    LiveHost host = LiveHost.find(folder).orElseThrow();

    assertThat(host.fits("e")).isTrue();
    assertThat(host.fits("another engine")).isFalse();
    assertThat(host.answers()).isFalse();
    assertThat(host.status()).isEmpty();
  }

  @Test
  void a_later_process_with_the_same_id_is_another_one() throws IOException {
    state(started.minusSeconds(60), true, Protocol.VERSION);

    assertThat(LiveHost.find(folder)).isEmpty();
  }

  @Test
  void a_host_of_one_run_is_not_for_others() throws IOException {
    state(started, false, Protocol.VERSION);

    assertThat(LiveHost.find(folder)).isEmpty();
  }

  @Test
  void a_host_of_another_protocol_does_not_fit() throws IOException {
    state(started, true, Protocol.VERSION + 1);

    assertThat(LiveHost.find(folder).orElseThrow().fits("e")).isFalse();
  }

  @Test
  void a_file_that_is_no_state_is_passed_by() throws IOException {
    assertThat(LiveHost.find(folder)).isEmpty();

    Files.writeString(folder.resolve("host.json"), "{\"pid\":");

    assertThat(LiveHost.find(folder)).isEmpty();
  }
}
