package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.BackendProviderService;
import io.cucumber.core.backend.Container;
import io.cucumber.core.backend.Lookup;
import java.util.function.Supplier;

/**
 * Brings phrases to Cucumber, which finds it by {@link java.util.ServiceLoader}.
 *
 * <p>The parts of a phrase are no steps of the feature: hooks before and after each step run for
 * the phrase as a whole and not for its parts. Steps that are defined anew for each scenario, as
 * cucumber-java8 does, cannot be parts.
 */
public final class PhraseBackendProvider implements BackendProviderService {

  @Override
  public Backend create(Lookup lookup, Container container, Supplier<ClassLoader> classLoader) {
    return new PhraseBackend(lookup, container, classLoader);
  }
}
