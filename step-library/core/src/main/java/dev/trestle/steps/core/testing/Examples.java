package dev.trestle.steps.core.testing;

import dev.trestle.steps.core.Example;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The examples of step classes as a feature, to prove that each still matches a step. */
public final class Examples {

  private Examples() {}

  /** A feature with one scenario for each example, named after its class and method. */
  public static String feature(Class<?>... stepClasses) {
    return "Feature: Examples\n\n"
        + Arrays.stream(stepClasses)
            .flatMap(type -> methods(type).stream())
            .map(Examples::scenario)
            .collect(Collectors.joining("\n"));
  }

  private static List<Method> methods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.isAnnotationPresent(Example.class))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  private static String scenario(Method method) {
    String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
    String step = method.getAnnotation(Example.class).value();
    return "  Scenario: " + name + "\n" + step.stripTrailing().indent(4);
  }
}
