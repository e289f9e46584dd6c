package dev.trestle.host.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.host.session.Session;
import dev.trestle.protocol.HostClient;
import dev.trestle.protocol.HostControl;
import dev.trestle.protocol.HostException;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.ReportRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostServerTest {

  @TempDir Path folder;
  @TempDir Path project;
  private HostServer server;

  @BeforeEach
  void start() throws IOException {
    Session session = Session.open(folder);
    server =
        HostServer.start(
            "secret", session, new WarmHost(session), new Lease(Duration.ofHours(1)), project);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HostClient client(String token) {
    return new HostClient(URI.create(server.address()), token);
  }

  private HostControl control() {
    return new HostControl(server.address(), "secret");
  }

  @Test
  void a_call_without_the_token_is_refused() {
    assertThatThrownBy(() -> client("other").environment())
        .isInstanceOf(HostException.class)
        .hasMessage("The token is missing or wrong.");
  }

  @Test
  void the_server_listens_on_loopback_only() {
    assertThat(server.address()).startsWith("http://127.0.0.1:");
  }

  @Test
  void without_a_run_there_is_no_environment() {
    assertThatThrownBy(() -> client("secret").environment()).hasMessage("No run is going on.");
  }

  @Test
  void a_client_of_another_version_is_told_what_to_do() {
    ReportRequest request = new ReportRequest(99, "x", "results", "report.html");

    assertThatThrownBy(() -> control().report(request))
        .hasMessageContaining("different versions of Trestle")
        .hasMessageContaining("Use the same version of both.");
  }

  @Test
  void a_report_is_made_from_results() {
    Path html = folder.resolve("report.html");
    String results = folder.resolve("results").toString();

    control().report(new ReportRequest(Protocol.VERSION, "x", results, html.toString()));

    assertThat(html).exists();
  }

  @Test
  void the_session_goes_with_the_server() {
    assertThat(folder).isNotEmptyDirectory();

    server.close();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_lease_ends_when_nobody_calls() throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);

    new Lease(Duration.ofMillis(20)).watch(over::countDown);

    assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
  }
}
