package dev.trestle.host.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Capability;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {

  @Test
  void those_that_are_known_are_those_that_the_client_can_ask_for() {
    assertThat(Capabilities.KNOWN)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Capability.values()).map(Capability::name).toList());
  }
}
