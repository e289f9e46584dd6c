package dev.trestle.steps.core;

import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.BackendProviderService;
import io.cucumber.core.backend.Container;
import io.cucumber.core.backend.Lookup;
import java.util.function.Supplier;

/**
 * Adds the hooks that open and close a scenario's scope. Found by Cucumber through {@link
 * java.util.ServiceLoader}, so they run in the IDE too, whatever the glue and the object factory.
 */
public final class LifecycleBackendProvider implements BackendProviderService {

  /** For {@link java.util.ServiceLoader}. */
  public LifecycleBackendProvider() {}

  @Override
  public Backend create(Lookup lookup, Container container, Supplier<ClassLoader> classLoader) {
    return new LifecycleBackend();
  }
}
