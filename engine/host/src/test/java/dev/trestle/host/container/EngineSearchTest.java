package dev.trestle.host.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
final class EngineSearchTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK";

  @TempDir Path home;

  /** An engine that gives every caller the same answer. */
  private static ServerSocketChannel engine(Path socket, String answer) throws IOException {
    Files.createDirectories(socket.getParent());
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread thread =
        new Thread(
            () -> {
              try {
                while (true) {
                  try (SocketChannel caller = server.accept()) {
                    caller.read(ByteBuffer.allocate(512));
                    caller.write(StandardCharsets.US_ASCII.encode(answer));
                  }
                }
              } catch (IOException e) {
                // The test is over.
              }
            });
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  private EngineSearch.Result find(Map<String, String> environment) {
    return new EngineSearch(environment, home).find();
  }

  @Test
  void the_engine_that_docker_host_names_is_taken() throws IOException {
    Path socket = home.resolve("own.sock");
    try (ServerSocketChannel server = engine(socket, OK)) {
      assertThat(server.isOpen()).isTrue();

      EngineAddress found = find(Map.of("DOCKER_HOST", "unix://" + socket)).engine().orElseThrow();

      assertThat(found).hasToString("unix://" + socket + " (DOCKER_HOST)");
    }
  }

  @Test
  void where_docker_host_names_none_that_answers_nothing_else_is_tried() {
    EngineSearch.Result result = find(Map.of("DOCKER_HOST", "unix:///nowhere/docker.sock"));

    assertThat(result.engine()).isEmpty();
    assertThat(result.tried())
        .containsExactly("unix:///nowhere/docker.sock (DOCKER_HOST): there is no such socket");
  }

  @Test
  void an_engine_on_another_machine_is_not_taken() {
    EngineSearch.Result result = find(Map.of("DOCKER_HOST", "ssh://ops@build.example"));

    assertThat(result.engine()).isEmpty();
    assertThat(result.tried().get(0)).contains("ssh://ops@build.example", "another machine");
  }

  @Test
  void an_engine_that_refuses_is_told_with_its_answer() throws IOException {
    Path socket = home.resolve("own.sock");
    try (ServerSocketChannel server = engine(socket, "HTTP/1.1 403 Forbidden\r\n\r\n")) {
      assertThat(server.isOpen()).isTrue();

      assertThat(find(Map.of("DOCKER_HOST", "unix://" + socket)).tried().get(0))
          .endsWith("answered 'HTTP/1.1 403 Forbidden'");
    }
  }

  @Test
  void the_current_context_of_docker_is_taken() throws IOException {
    Path socket = home.resolve("context.sock");
    Path config = home.resolve(".docker");
    // The folder is the SHA-256 of the name, as Docker has it.
    Path meta =
        config.resolve(
            "contexts/meta/3fd30542fe3f61b14bd4a4b2dc0b6fb30fa6f63ebce52dd1778aaa8c4dc02cff");
    Files.createDirectories(meta);
    Files.writeString(config.resolve("config.json"), "{\"currentContext\":\"mine\"}");
    Files.writeString(
        meta.resolve("meta.json"),
        "{\"Endpoints\":{\"docker\":{\"Host\":\"unix://" + socket + "\"}}}");
    try (ServerSocketChannel server = engine(socket, OK)) {
      assertThat(server.isOpen()).isTrue();

      assertThat(find(Map.of()).engine().orElseThrow())
          .hasToString("unix://" + socket + " (docker context 'mine')");
    }
  }

  @Test
  void the_usual_places_are_looked_at_in_order() throws IOException {
    Path socket = home.resolve(".colima/default/docker.sock");
    try (ServerSocketChannel server = engine(socket, OK)) {
      assertThat(server.isOpen()).isTrue();

      EngineSearch.Result result = find(Map.of("XDG_RUNTIME_DIR", home.toString()));

      // A machine that runs the tests may have an engine of its own, which comes first.
      String first = result.engine().orElseThrow().uri();
      assertThat(first).isIn("unix:///var/run/docker.sock", "unix://" + socket);
    }
  }
}
