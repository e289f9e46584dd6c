package dev.trestle.steps.core.phrase;

import dev.trestle.steps.core.StepArtifact;
import io.cucumber.core.backend.JavaMethodReference;
import io.cucumber.core.backend.StepDefinition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;

/**
 * What the parts of the step library's phrases mean: the library's own steps and phrases, and the
 * project's phrases that override one of these. A project's step of broad wording changes nothing
 * in them.
 *
 * @param packages the packages with the library's step classes
 * @param overridable the library's phrases, as {@link PhraseExpression#normalised()}
 */
record LibraryScope(Set<String> packages, Set<String> overridable) {

  /** The scope of the artifacts on a class path. */
  static LibraryScope of(ClassLoader loader) {
    Set<String> packages = new LinkedHashSet<>();
    ServiceLoader.load(StepArtifact.class, loader)
        .forEach(artifact -> packages.addAll(artifact.glue()));
    return new LibraryScope(Set.copyOf(packages), Set.of());
  }

  /** This scope with the phrases of the library. */
  LibraryScope with(List<Phrase> phrases) {
    Set<String> library = new LinkedHashSet<>();
    phrases.stream()
        .filter(phrase -> phrase.origin().library())
        .forEach(phrase -> library.add(phrase.expression().normalised()));
    return new LibraryScope(packages, library);
  }

  /** Of what a part of a phrase may be, what is meant. */
  <T> List<T> meant(Phrase phrase, List<T> found, Function<T, StepDefinition> step) {
    if (found.size() < 2 || !phrase.origin().library()) {
      return found;
    }
    List<T> own = found.stream().filter(it -> has(step.apply(it))).toList();
    return own.isEmpty() ? found : own;
  }

  /** Whether a step belongs to the library. */
  boolean has(StepDefinition step) {
    if (step instanceof PrefixedStep prefixed) {
      return has(prefixed.inner());
    }
    if (step instanceof PhraseStep phrase) {
      return phrase.phrase().origin().library()
          || overridable.contains(phrase.phrase().expression().normalised());
    }
    return step.getSourceReference()
        .filter(JavaMethodReference.class::isInstance)
        .map(reference -> ((JavaMethodReference) reference).className())
        .filter(name -> packages.stream().anyMatch(own -> name.startsWith(own + ".")))
        .isPresent();
  }
}
