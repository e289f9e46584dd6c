package dev.trestle.steps.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.steps.core.TestScope;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.exchange.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetTest {

  private final TestScope test =
      TestScope.open(
          new EnvironmentDescription(
              "process",
              List.of(
                  new ServiceDescription(
                      "acquirer",
                      ServiceDescription.Kind.STUB,
                      Map.of("8080", "127.0.0.1:4711"),
                      Map.of()))));

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void a_service_is_found_by_name_and_a_stub_has_no_log() {
    assertThat(Target.of("acquirer", test.scope()))
        .isEqualTo(new Target("acquirer", "http://127.0.0.1:4711", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:80", "http://localhost", "https://[::1]:8443/"})
  void this_machine_is_allowed(String url) {
    assertThat(url).startsWith(Target.of(url, test.scope()).address());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.example.org", "http://localhost.example.org", "http://10.0.0.1"})
  void other_machines_are_not(String url) {
    assertThatThrownBy(() -> Target.of(url, test.scope()))
        .hasMessageContaining("'" + url + "' is not on this machine.");
  }

  @Test
  void what_is_no_url_is_told() {
    assertThatThrownBy(() -> Target.of("http://a b", test.scope())).hasMessageContaining("no URL");
  }

  @Test
  void a_url_keeps_what_is_encoded_and_encodes_the_rest() {
    assertThat(Urls.of("http://h", "a b/%20/100%?x={y}", List.of(new Pair("q", "1&2"))))
        .isEqualTo("http://h/a%20b/%20/100%25?x=%7By%7D&q=1%262");
    assertThat(Urls.of("http://h", "", List.of())).isEqualTo("http://h");
  }
}
