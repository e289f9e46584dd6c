package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.Container;
import io.cucumber.core.backend.Glue;
import io.cucumber.core.backend.Lookup;
import io.cucumber.core.backend.ParameterTypeDefinition;
import io.cucumber.core.backend.Snippet;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives phrases and guards to one lane of Cucumber. */
final class PhraseBackend implements Backend {

  private final Instances instances;
  private final OtherBackends others;
  private final Supplier<ClassLoader> classLoader;

  PhraseBackend(Lookup lookup, Container container, Supplier<ClassLoader> classLoader) {
    this.instances = new Instances(lookup, container, classLoader);
    this.others = new OtherBackends(instances, classLoader);
    this.classLoader = classLoader;
  }

  @Override
  public void loadGlue(Glue glue, List<URI> gluePaths) {
    RecordedGlue recorded = new RecordedGlue(instances, LibraryScope.of(classLoader.get()));
    others.record(recorded, gluePaths);
    others.addArtifacts(glue, recorded, gluePaths);
    List<ParameterTypeDefinition> own =
        new ArrayList<>(DurationType.unlessDefined(recorded.parameterTypes));
    own.add(new WhoType());
    GlueCheck check = GlueCheck.of(recorded, own);
    own.addAll(check.unknownTypes());
    Phrasebooks books = new Phrasebooks(classLoader.get());
    PhraseSet phrases =
        PhraseSets.of(
            books, books.find(gluePaths), recorded, own, check.unusable(), classLoader.get());
    new Lane(recorded, own, phrases).register(glue);
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
