package dev.trestle.host.container;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;

/** Gives Testcontainers the engine that was found, before it looks for one itself. */
public final class TrestleEngine extends DockerClientProviderStrategy {

  private static final int FIRST = 1_000;
  private static volatile @Nullable EngineAddress address;

  /** For {@link java.util.ServiceLoader}. */
  public TrestleEngine() {}

  /** The engine that a host uses; one host uses one. */
  static TrestleEngine at(EngineAddress engine) {
    address = engine;
    return new TrestleEngine();
  }

  @Override
  public String getDescription() {
    return "the engine that Trestle found: " + address;
  }

  @Override
  public boolean allowUserOverrides() {
    return false; // the user's DOCKER_HOST has been asked already
  }

  @Override
  protected boolean isApplicable() {
    return address != null;
  }

  /** What is found once is no setting of the user's. */
  @Override
  protected boolean isPersistable() {
    return false;
  }

  @Override
  protected int getPriority() {
    return FIRST;
  }

  @Override
  public TransportConfig getTransportConfig() {
    EngineAddress engine = address;
    if (engine == null) {
      throw new IllegalStateException("No engine was found yet.");
    }
    return TransportConfig.builder().dockerHost(URI.create(engine.uri())).build();
  }
}
