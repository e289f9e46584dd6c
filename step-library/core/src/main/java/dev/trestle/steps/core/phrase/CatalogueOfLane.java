package dev.trestle.steps.core.phrase;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.StepArtifact;
import dev.trestle.steps.core.catalogue.CatalogueEntry;
import dev.trestle.steps.core.catalogue.StepCatalogue;
import dev.trestle.steps.core.catalogue.StepsIndex;
import dev.trestle.steps.core.catalogue.UnusableStep;
import io.cucumber.core.backend.JavaMethodReference;
import io.cucumber.core.backend.StepDefinition;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the step catalogue of what a lane loaded. */
final class CatalogueOfLane {

  /** A line that begins with "Example:" would be a scenario in Gherkin. */
  private static final Pattern EXAMPLE = Pattern.compile("(?m)^For example: *(.+)$");

  private final ClassLoader classLoader;
  private final List<StepArtifact> artifacts = new ArrayList<>();

  CatalogueOfLane(ClassLoader classLoader) {
    this.classLoader = classLoader;
    ServiceLoader.load(StepArtifact.class, classLoader).forEach(artifacts::add);
  }

  StepCatalogue of(List<StepDefinition> steps, List<Phrase> phrases, List<UnusableStep> unusable) {
    List<CatalogueEntry> entries = new ArrayList<>();
    steps.forEach(step -> entries.add(entry(step)));
    phrases.forEach(phrase -> entries.add(entry(phrase)));
    return new StepCatalogue(entries, unusable, StepsIndex.read());
  }

  private static CatalogueEntry entry(Phrase phrase) {
    Matcher example = EXAMPLE.matcher(phrase.description());
    return new CatalogueEntry(
        CatalogueEntry.Kind.PHRASE,
        phrase.expression().written(),
        EXAMPLE.matcher(phrase.description()).replaceAll("").strip(),
        example.find() ? example.group(1).strip() : "",
        phrase.origin().artifact(),
        phrase.place().toString());
  }

  private CatalogueEntry entry(StepDefinition step) {
    Optional<JavaMethodReference> method =
        step.getSourceReference()
            .filter(JavaMethodReference.class::isInstance)
            .map(JavaMethodReference.class::cast);
    return new CatalogueEntry(
        CatalogueEntry.Kind.STEP,
        step.getPattern(),
        "",
        method.flatMap(this::example).map(Example::value).orElse(""),
        method.map(reference -> artifact(reference.className())).orElse("project"),
        step.getLocation());
  }

  private String artifact(String className) {
    return artifacts.stream()
        .filter(
            artifact -> artifact.glue().stream().anyMatch(name -> className.startsWith(name + ".")))
        .map(StepArtifact::name)
        .findFirst()
        .orElse("project");
  }

  private Optional<Example> example(JavaMethodReference reference) {
    try {
      Class<?> type = Class.forName(reference.className(), false, classLoader);
      return Arrays.stream(type.getDeclaredMethods())
          .filter(method -> isMeant(method, reference))
          .map(method -> method.getAnnotation(Example.class))
          .filter(example -> example != null)
          .findFirst();
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private static boolean isMeant(Method method, JavaMethodReference reference) {
    return method.getName().equals(reference.methodName())
        && Arrays.stream(method.getParameterTypes())
            .map(Class::getName)
            .toList()
            .equals(reference.methodParameterTypes());
  }
}
