package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.BackendProviderService;
import io.cucumber.core.backend.Container;
import io.cucumber.core.backend.Glue;
import io.cucumber.core.backend.Lookup;
import io.cucumber.core.backend.ParameterTypeDefinition;
import io.cucumber.core.backend.Snippet;
import java.net.URI;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives phrases and guards to one lane of Cucumber. */
final class PhraseBackend implements Backend {

  private final Lookup lookup;
  private final Supplier<ClassLoader> classLoader;

  PhraseBackend(Lookup lookup, Supplier<ClassLoader> classLoader) {
    this.lookup = lookup;
    this.classLoader = classLoader;
  }

  @Override
  public void loadGlue(Glue glue, List<URI> gluePaths) {
    RecordedGlue recorded = record(gluePaths);
    List<ParameterTypeDefinition> own = List.of(new DurationType());
    Phrasebooks books = new Phrasebooks(classLoader.get());
    PhraseSet phrases = PhraseSet.load(books.find(gluePaths), books.problems(), recorded, own);
    new Lane(recorded, own, phrases).register(glue);
  }

  private RecordedGlue record(List<URI> gluePaths) {
    RecordedGlue recorded = new RecordedGlue();
    // The classes are added to the container by Cucumber's own loading of the same glue.
    Container container = type -> true;
    for (BackendProviderService service :
        ServiceLoader.load(BackendProviderService.class, classLoader.get())) {
      if (!(service instanceof PhraseBackendProvider)) {
        service.create(lookup, container, classLoader).loadGlue(recorded, gluePaths);
      }
    }
    return recorded;
  }

  @Override
  public void buildWorld() {}

  @Override
  public void disposeWorld() {}

  @Override
  public @Nullable Snippet getSnippet() {
    return null;
  }
}
