package dev.trestle.steps.core.testing;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.StepArtifact;
import io.cucumber.core.resource.ClasspathScanner;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Then steps of an artifact, found in its packages. */
final class StepMethods {

  private StepMethods() {}

  /**
   * A step that asserts.
   *
   * @param className the simple name of its class
   * @param method the name of its method
   * @param example how a feature writes it
   */
  record Then(String className, String method, Optional<String> example) {

    String name() {
      return className + "." + method;
    }
  }

  static List<Then> thens(StepArtifact artifact) {
    return artifact.glue().stream()
        .flatMap(StepMethods::classes)
        .flatMap(type -> Stream.of(type.getMethods()))
        .filter(method -> method.getAnnotationsByType(io.cucumber.java.en.Then.class).length > 0)
        .map(StepMethods::then)
        .sorted(Comparator.comparing(Then::name))
        .toList();
  }

  private static Stream<Class<?>> classes(String glue) {
    return new ClasspathScanner(() -> StepMethods.class.getClassLoader())
        .scanForClassesInPackage(glue).stream()
            .filter(type -> type.getPackageName().equals(glue))
            .map(type -> (Class<?>) type);
  }

  private static Then then(Method method) {
    return new Then(
        method.getDeclaringClass().getSimpleName(),
        method.getName(),
        Optional.ofNullable(method.getAnnotation(Example.class)).map(Example::value));
  }
}
