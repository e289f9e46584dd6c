package dev.trestle.host.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.Interaction;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MaskingTest {

  @Test
  void secrets_do_not_leave() {
    Interaction masked =
        Masking.mask(
            new Interaction(
                "test",
                "identity",
                "POST",
                "/log-in?token=abcdef123",
                Map.of("authorization", "Bearer abcdef123", "cookie", "a=b", "accept", "text/html"),
                "{\"password\":\"hunter2\"}",
                22,
                200,
                Map.of("set-cookie", "session=abcdef123"),
                "{\"access_token\":\"abcdef123\"}",
                28,
                "2026-01-01T00:00:01Z",
                1,
                ""));

    assertThat(masked.toString()).doesNotContain("abcdef123", "hunter2", "a=b");
    assertThat(masked.requestHeaders()).containsEntry("accept", "text/html");
  }
}
