package dev.trestle.host.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FreePortsTest {

  @Test
  void no_port_is_given_twice() {
    FreePorts ports = new FreePorts(new Random(7));

    assertThat(IntStream.generate(ports).limit(200)).doesNotHaveDuplicates();
  }

  @Test
  void a_port_in_use_is_not_given() throws IOException {
    int first = new FreePorts(new Random(7)).getAsInt();
    try (ServerSocket taken = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
      assertThat(new FreePorts(new Random(7)).getAsInt()).isNotEqualTo(taken.getLocalPort());
    }
  }

  @Test
  void a_machine_without_free_ports_is_told_so() {
    Random stuck =
        new Random() {
          @Override
          public int nextInt(int bound) {
            return 5;
          }
        };
    FreePorts ports = new FreePorts(stuck);
    int only = ports.getAsInt();

    assertThat(only).isEqualTo(20_005);
    assertThatThrownBy(ports::getAsInt)
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("No free port was found between 20000 and 32000");
  }
}
