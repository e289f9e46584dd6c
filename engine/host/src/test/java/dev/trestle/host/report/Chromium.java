package dev.trestle.host.report;

import dev.trestle.host.session.Folders;
import dev.trestle.host.session.ProcessTree;
import dev.trestle.protocol.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A headless Chromium of this machine, driven by
 * https://chromedevtools.github.io/devtools-protocol.
 */
final class Chromium implements WebSocket.Listener, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> PROGRAMS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");

  private final Path profile;
  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger calls = new AtomicInteger();
  private final Map<Integer, CompletableFuture<Map<String, Object>>> waiting =
      new ConcurrentHashMap<>();
  private final List<Map<String, Object>> events = new CopyOnWriteArrayList<>();
  private final StringBuilder message = new StringBuilder();

  private Chromium(Path program) throws Exception {
    profile = Files.createTempDirectory("chromium");
    process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(address(), this)
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** The browser of this machine, if there is one: {@code CHROMIUM}, or one on the path. */
  static Optional<Path> program() {
    String named = System.getenv("CHROMIUM");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .flatMap(folder -> PROGRAMS.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Chromium start(Path program) throws Exception {
    return new Chromium(program);
  }

  private URI address() throws IOException {
    CompletableFuture<URI> found = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(
                      new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                  Matcher matcher = LISTENING.matcher(line);
                  if (matcher.find()) {
                    found.complete(URI.create(matcher.group(1)));
                  }
                }
              } catch (IOException e) {
                found.completeExceptionally(e);
              }
            },
            "chromium");
    reader.setDaemon(true);
    reader.start();
    try {
      return found.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IOException("Chromium did not say where it listens.", e);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    message.append(data);
    if (last) {
      Map<String, Object> said = PageFiles.object(message.toString());
      message.setLength(0);
      if (said.get("id") instanceof Number id) {
        waiting.remove(id.intValue()).complete(said);
      } else {
        events.add(said);
      }
    }
    from.request(1);
    return null;
  }

  private Map<String, Object> call(String session, String method, Map<String, ?> parameters)
      throws Exception {
    int id = calls.incrementAndGet();
    CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    String request =
        Json.write(
            session.isEmpty()
                ? Map.of("id", id, "method", method, "params", parameters)
                : Map.of("id", id, "method", method, "params", parameters, "sessionId", session));
    socket.sendText(request, true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    Map<String, Object> said;
    try {
      said = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("No answer to " + request, e);
    }
    if (!(said.get("result") instanceof Map<?, ?> result)) {
      throw new AssertionError(request + ": " + said.get("error"));
    }
    return PageFiles.object(Json.write(result));
  }

  /** Opens a page. */
  Tab open(String url, int width, boolean dark) throws Exception {
    Object target = call("", "Target.createTarget", Map.of("url", "about:blank")).get("targetId");
    Map<String, ?> attach = Map.of("targetId", target, "flatten", true);
    Tab tab = new Tab(call("", "Target.attachToTarget", attach).get("sessionId").toString());
    for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
      call(tab.session, domain + ".enable", Map.of());
    }
    call(
        tab.session,
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    Map<String, String> scheme =
        Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    call(tab.session, "Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    call(tab.session, "Page.navigate", Map.of("url", url));
    return tab;
  }

  /** One page. */
  final class Tab {

    private final String session;

    private Tab(String session) {
      this.session = session;
    }

    /** The value of an expression. */
    Object eval(String expression) throws Exception {
      Map<String, Object> said =
          call(
              session,
              "Runtime.evaluate",
              Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
      if (said.containsKey("exceptionDetails")) {
        throw new AssertionError(expression + ": " + said.get("exceptionDetails"));
      }
      return ((Map<?, ?>) said.get("result")).get("value");
    }

    /** Waits until an expression is true. */
    void await(String expression) throws Exception {
      Object came =
          eval(
              """
              new Promise((resolve) => {
                const end = Date.now() + 30000;
                const look = () => ((%s) ? resolve(true) : Date.now() > end ? resolve(false)
                  : requestAnimationFrame(look));
                look();
              })"""
                  .formatted(expression));
      if (!Boolean.TRUE.equals(came)) {
        throw new AssertionError("It did not come true: " + expression);
      }
    }

    /** Presses a key where the focus is. */
    void press(String key) throws Exception {
      String text = key.equals("Enter") ? "\r" : "";
      int code = Map.of("Enter", 13, "Escape", 27, "ArrowRight", 39).get(key);
      for (String type : List.of("keyDown", "keyUp")) {
        call(
            session,
            "Input.dispatchKeyEvent",
            Map.of(
                "type",
                type,
                "key",
                key,
                "code",
                key,
                "text",
                type.equals("keyDown") ? text : "",
                "windowsVirtualKeyCode",
                code));
      }
    }

    /** What the page complained of. */
    List<String> complaints() {
      return heard()
          .filter(
              event ->
                  event.get("method").equals("Runtime.exceptionThrown")
                      || event.toString().contains("type=error")
                      || event.toString().contains("level=error"))
          .map(Object::toString)
          .toList();
    }

    /** The addresses that the page asked for. */
    List<String> requests() {
      return heard()
          .filter(event -> event.get("method").equals("Network.requestWillBeSent"))
          .map(event -> (Map<?, ?>) event.get("params"))
          .map(parameters -> ((Map<?, ?>) parameters.get("request")).get("url").toString())
          .toList();
    }

    private Stream<Map<String, Object>> heard() {
      return events.stream().filter(event -> session.equals(event.get("sessionId")));
    }
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    ProcessTree.end(List.of(process.toHandle()), Duration.ofSeconds(5));
    Folders.delete(profile);
  }
}
