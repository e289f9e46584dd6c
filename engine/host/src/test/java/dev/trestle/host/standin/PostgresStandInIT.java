package dev.trestle.host.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.environment.Projects;
import dev.trestle.host.session.Session;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresStandInIT {

  @TempDir private Path folder;

  @Test
  void it_runs_as_this_machine_can() throws IOException, InterruptedException, SQLException {
    assertRuns(Account.current());
  }

  @Test
  void root_runs_it_where_containers_forbid_namespaces()
      throws IOException, InterruptedException, SQLException {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root needs it");
    assumeTrue(Files.exists(Path.of("/usr/bin/setpriv")), "util-linux is there");
    assertRuns(Account.NOBODY);
  }

  private void assertRuns(Account account) throws IOException, InterruptedException, SQLException {
    ComposeService service = Projects.service("db").databases("cart", "Pri\"cing").build(folder);
    Session session = Session.open();
    Process process;
    try (session) {
      StandInRequest request =
          new StandInRequest(
              service,
              freePort(),
              () -> 0,
              session.folder("db"),
              CacheFolder.locate(System.getenv(), Path.of(System.getProperty("user.home"))),
              builder -> builder.redirectErrorStream(true).start(),
              Duration.ofSeconds(60),
              List::of);
      try (RunningStandIn running = new PostgresStandIn(() -> account).start(request)) {
        process = running.process().orElseThrow();
        assertThat(running.properties()).containsEntry("databases", "cart,Pri\"cing");
        try (Connection connection =
            DriverManager.getConnection(
                running.properties().get("jdbc.url") + "cart", "postgres", "")) {
          assertThat(connection.getCatalog()).isEqualTo("cart");
        }
      }
    }
    assertThat(process.isAlive()).isFalse();
    assertThat(session.folder()).doesNotExist();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
