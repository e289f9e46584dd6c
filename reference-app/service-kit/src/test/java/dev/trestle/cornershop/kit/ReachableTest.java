package dev.trestle.cornershop.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.cornershop.kit.testing.TestRelay;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ReachableTest {
  @Test
  void what_listens_is_reachable_and_one_of_several_is_enough() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String up = "127.0.0.1:" + server.getLocalPort();

      assertThatCode(() -> Reachable.check("kafka", up)).doesNotThrowAnyException();
      assertThatCode(() -> Reachable.check("kafka", "127.0.0.1:1, " + up))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void what_does_not_listen_or_hangs_up_at_once_is_unavailable() {
    try (TestRelay relay = TestRelay.to(1)) {
      relay.cut();

      for (String address : new String[] {"127.0.0.1:1", "127.0.0.1:" + relay.port()}) {
        assertThatThrownBy(() -> Reachable.check("kafka", address))
            .isInstanceOfSatisfying(
                DependencyUnavailable.class, e -> assertThat(e.dependency()).isEqualTo("kafka"));
      }
    }
  }
}
