package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.virtual.VirtualService;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.protocol.StubMapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A third party that the host serves from stub mappings. */
final class StubPart implements Part {

  private static final int START_MILLIS = 800;

  private final ComposeService service;
  private final Path folder;
  private final int port;
  private volatile @Nullable VirtualService running;

  StubPart(ComposeService service, Path folder, int port) {
    this.service = service;
    this.folder = folder;
    this.port = port;
  }

  @Override
  public ComposeService service() {
    return service;
  }

  @Override
  public ServiceDescription.Kind kind() {
    return ServiceDescription.Kind.STUB;
  }

  @Override
  public int startMillis() {
    return START_MILLIS;
  }

  @Override
  public void start() throws StartFailure {
    try {
      running = VirtualService.start(service.name(), folder, port);
    } catch (IOException e) {
      throw new StartFailure(
          "The virtual service '%s' did not start.%n%s%n".formatted(service.name(), e.getMessage())
              + "Its stub mappings: %s%n".formatted(folder)
              + "Fix them, or services.%s.x-trestle.stub in %s."
                  .formatted(service.name(), service.xTrestle().position()));
    }
  }

  @Override
  public void awaitReady() {
    // A virtual service is ready when it has started.
  }

  @Override
  public Map<String, String> properties() {
    return Map.of();
  }

  @Override
  public Optional<Process> process() {
    return Optional.empty();
  }

  @Override
  public @Nullable String trouble() {
    return running == null ? "not served" : null;
  }

  void stub(StubMapping mapping) {
    VirtualService started = running;
    if (started != null) {
      started.stub(mapping);
    }
  }

  void endScenario(String traceId) {
    VirtualService started = running;
    if (started != null) {
      started.endScenario(traceId);
    }
  }

  /** Ends what all scenarios but these said themselves. */
  void keepScenarios(Predicate<String> traceIds) {
    VirtualService started = running;
    if (started != null) {
      started.keepScenarios(traceIds);
    }
  }

  @Override
  public void stop() {
    VirtualService started = running;
    if (started != null) {
      running = null;
      started.close();
    }
  }
}
