package dev.trestle.host.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DescribingTest {

  private static final Path FOLDER = Path.of("").toAbsolutePath();

  private static Part part(Projects.Builder service) {
    return new StubPart(service.build(FOLDER), FOLDER, 1);
  }

  @Test
  void the_test_is_told_where_the_openapi_document_is() {
    Path document = FOLDER.resolve("openapi.yaml");

    assertThat(Describing.properties(part(Projects.service("acquirer").openapi(document))))
        .containsExactly(Map.entry("openapi", document.toString()));
  }

  @Test
  void a_service_without_one_has_only_its_own_properties() {
    assertThat(Describing.properties(part(Projects.service("acquirer")))).isEmpty();
  }
}
