package dev.trestle.host.virtual;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.common.JsonException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.standalone.MappingFileException;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.trestle.protocol.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A third party that the host serves from a folder of WireMock stub mappings. */
public final class VirtualService implements AutoCloseable {

  /** Half of these are the server's own acceptors and selectors. */
  private static final int THREADS = 14;

  private final String name;
  private final WireMockServer server;
  private final Map<String, List<StubMapping>> byTrace = new HashMap<>();

  private VirtualService(String name, WireMockServer server) {
    this.name = name;
    this.server = server;
  }

  /**
   * Starts a virtual service.
   *
   * @param name the service's name
   * @param folder the folder with {@code mappings} and {@code __files}
   * @param port the loopback port to listen on
   * @throws IOException when the folder is missing, a mapping is broken or the port is taken
   */
  public static VirtualService start(String name, Path folder, int port) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("The folder " + folder + " does not exist.");
    }
    WireMockConfiguration configuration =
        WireMockConfiguration.wireMockConfig()
            .bindAddress("127.0.0.1")
            .port(port)
            .usingFilesUnderDirectory(folder.toString())
            .containerThreads(THREADS)
            .jettyAcceptors(1)
            .disableRequestJournal();
    try {
      WireMockServer server = new WireMockServer(configuration);
      server.start();
      return new VirtualService(name, server);
    } catch (FatalStartupException | MappingFileException e) {
      throw new IOException("WireMock does not start: " + e.getMessage(), e);
    }
  }

  /**
   * Adds a mapping that answers one scenario only, before all others.
   *
   * @param stub the mapping and the scenario's trace id
   * @throws IllegalArgumentException when WireMock does not understand it
   */
  public synchronized void stub(dev.trestle.protocol.StubMapping stub) {
    String json = Json.write(ScopedMapping.of(stub));
    try {
      StubMapping mapping = StubMapping.buildFrom(json);
      server.addStubMapping(mapping);
      byTrace.computeIfAbsent(stub.traceId(), id -> new ArrayList<>()).add(mapping);
    } catch (JsonException e) {
      throw new IllegalArgumentException(
          "The stub mapping for the third party '%s' is not WireMock's.%n%s%n"
                  .formatted(name, e.getMessage())
              + "Look at the step that gives it.%n".formatted()
              + "See https://wiremock.org/docs/stubbing/ for what a mapping may say.",
          e);
    }
  }

  /** Removes a scenario's mappings. */
  public synchronized void endScenario(String traceId) {
    byTrace.getOrDefault(traceId, List.of()).forEach(server::removeStubMapping);
    byTrace.remove(traceId);
  }

  /** Removes the mappings of all scenarios but these. */
  public synchronized void keepScenarios(Predicate<String> traceIds) {
    List.copyOf(byTrace.keySet()).stream().filter(traceIds.negate()).forEach(this::endScenario);
  }

  @Override
  public void close() {
    server.stop();
  }
}
