package dev.trestle.steps.core.phrase;

import dev.trestle.steps.core.catalogue.StepCatalogue;
import dev.trestle.steps.core.catalogue.UnusableStep;
import dev.trestle.steps.core.internal.AloneSteps;
import io.cucumber.core.backend.ParameterTypeDefinition;
import io.cucumber.core.backend.StepDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the last phrase set, so that only the first lane pays for parsing and checking. */
final class PhraseSets {

  private static @Nullable Key lastKey;
  private static @Nullable PhraseSet last;

  private PhraseSets() {}

  private record Key(
      List<PhrasebookSource> sources, List<String> steps, List<String> types, ClassLoader loader) {}

  /** The phrase set of these sources and steps; throws all that is wrong with them. */
  static synchronized PhraseSet of(
      Phrasebooks books,
      List<PhrasebookSource> sources,
      RecordedGlue glue,
      List<? extends ParameterTypeDefinition> own,
      List<UnusableStep> unusable,
      ClassLoader loader) {
    Key key = key(sources, glue, loader);
    PhraseSet known = last;
    if (known != null && key.equals(lastKey) && books.problems().isEmpty()) {
      known.requireUsable(List.of());
      return known;
    }
    PhraseSet set = PhraseSet.load(sources, books.problems(), glue, own);
    StepCatalogue.publish(new CatalogueOfLane(loader).of(glue.steps, set.phrases(), unusable));
    AloneSteps.publish(AlonePhrases.wordings(set.phrases(), loader));
    lastKey = key;
    last = set;
    return set;
  }

  private static Key key(List<PhrasebookSource> sources, RecordedGlue glue, ClassLoader loader) {
    return new Key(
        sources,
        glue.steps.stream().map(StepDefinition::getPattern).toList(),
        glue.parameterTypes.stream()
            .map(type -> type.parameterType().getName() + " " + type.parameterType().getRegexps())
            .toList(),
        loader);
  }
}
