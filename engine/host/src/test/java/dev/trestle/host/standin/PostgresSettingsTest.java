package dev.trestle.host.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.host.compose.ComposeReader;
import dev.trestle.host.compose.ComposeRequest;
import dev.trestle.host.compose.ComposeService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresSettingsTest {

  @TempDir Path folder;

  private PostgresSettings settings(String compose) throws IOException {
    Files.writeString(folder.resolve("compose.yaml"), compose);
    ComposeService service =
        ComposeReader.read(
                new ComposeRequest(folder, List.of(), Set.of(), Map.of("DB_NAME", "orders")))
            .services()
            .get("db");
    return PostgresSettings.of(Objects.requireNonNull(service));
  }

  @Test
  void files_of_secrets_configs_and_bind_mounts_are_read() throws IOException {
    Files.writeString(folder.resolve("password.txt"), "s3cr3t\n");
    Files.createDirectories(folder.resolve("conf"));
    Files.writeString(folder.resolve("conf/user"), "shop\r\n");

    PostgresSettings settings =
        settings(
            """
            services:
              db:
                image: postgres
                environment:
                  POSTGRES_PASSWORD_FILE: /run/secrets/password
                  POSTGRES_USER_FILE: /etc/conf/user
                  POSTGRES_DB_FILE: /run/secrets/name
                secrets: [password, name]
                volumes: ["./conf:/etc/conf:ro"]
            secrets:
              password: { file: password.txt }
              name: { environment: DB_NAME }
            """);

    assertThat(settings).isEqualTo(new PostgresSettings("shop", "s3cr3t", List.of("orders")));
  }

  @Test
  void a_file_that_nothing_brings_is_named() {
    assertThatThrownBy(
            () ->
                settings(
                    """
                    services:
                      db:
                        image: postgres
                        environment: { POSTGRES_PASSWORD_FILE: /run/secrets/password }
                    """))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "POSTGRES_PASSWORD_FILE names '/run/secrets/password', and no secret, config or bind"
                + " mount of service 'db' brings it (compose.yaml:4).");
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertThatThrownBy(
            () ->
                settings(
                    """
                    services:
                      db:
                        image: postgres
                        environment: { POSTGRES_PASSWORD_FILE: /run/secrets/password }
                        secrets: [password]
                    secrets: { password: { file: gone.txt } }
                    """))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("gone.txt' behind it cannot be read");
  }
}
