package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.BackendProviderService;
import io.cucumber.core.backend.Container;
import io.cucumber.core.backend.Lookup;
import java.util.function.Supplier;

/** Brings phrases to Cucumber, which finds it by {@link java.util.ServiceLoader}. */
public final class PhraseBackendProvider implements BackendProviderService {

  @Override
  public Backend create(Lookup lookup, Container container, Supplier<ClassLoader> classLoader) {
    return new PhraseBackend(lookup, container, classLoader);
  }
}
