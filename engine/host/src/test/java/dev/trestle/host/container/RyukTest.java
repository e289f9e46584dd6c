package dev.trestle.host.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

final class RyukTest {

  @Test
  void the_image_that_is_fetched_is_the_one_that_testcontainers_starts() throws IOException {
    try (InputStream in =
        DockerClientFactory.class.getResourceAsStream("utility/RyukContainer.class")) {
      assertThat(in).isNotNull();
      assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)).contains(Ryuk.IMAGE);
    }
  }
}
