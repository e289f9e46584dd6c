package dev.trestle.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Refuses values of a goal's parameters that cannot be meant, before anything starts: Maven takes
 * whatever is not {@code true} for {@code false}, and the rest would end in a Java error later. A
 * parameter that is set to nothing, such as by a variable of a build server that is empty, has its
 * default value.
 */
final class Parameters {

  private static final String OURS = "${trestle.";

  private Parameters() {}

  /**
   * Looks at all parameters of a goal that this plugin names.
   *
   * @param goal has the fields of the parameters
   * @param execution the goal and how it is configured
   * @param session has the values of properties
   * @throws MojoFailureException when one has a value that cannot be
   */
  static void check(Object goal, MojoExecution execution, MavenSession session)
      throws MojoFailureException {
    for (Parameter parameter : execution.getMojoDescriptor().getParameters()) {
      String expression = parameter.getExpression();
      Xpp3Dom configured = execution.getConfiguration().getChild(parameter.getName());
      if (expression == null || !expression.startsWith(OURS) || configured == null) {
        continue;
      }
      String property = expression.substring(2, expression.length() - 1);
      if (isNothing(configured, execution, session)) {
        String usual = evaluated(parameter.getDefaultValue(), execution, session);
        set(goal, parameter.getName(), value(parameter.getType(), usual));
        continue;
      }
      for (String written : written(configured, parameter, execution, session)) {
        if ("boolean".equals(parameter.getType())) {
          Switches.check(property, written);
        } else {
          ParameterRules.check(property, written);
        }
      }
    }
  }

  private static boolean isNothing(
      Xpp3Dom configured, MojoExecution execution, MavenSession session) {
    String written = evaluated(configured.getValue(), execution, session);
    return configured.getChildCount() == 0 && written != null && written.isBlank();
  }

  /** As Maven would make it of the default value. */
  private static @Nullable Object value(String type, @Nullable String usual) {
    return switch (type) {
      case "boolean" -> Boolean.valueOf(usual);
      case "java.util.List" -> List.of();
      case "java.io.File" -> usual == null ? null : new File(usual);
      default -> usual;
    };
  }

  private static void set(Object goal, String name, @Nullable Object value) {
    Class<?> type = goal.getClass();
    try {
      while (Stream.of(type.getDeclaredFields()).noneMatch(each -> each.getName().equals(name))) {
        type = type.getSuperclass();
      }
      type.getDeclaredField(name).set(goal, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e); // The descriptor is made from these fields.
    }
  }

  /** The values as written: several of a list, none where the parameter is not set. */
  private static List<String> written(
      Xpp3Dom configured, Parameter parameter, MojoExecution execution, MavenSession session) {
    List<String> values = new ArrayList<>();
    if (configured.getChildCount() > 0) {
      for (Xpp3Dom item : configured.getChildren()) {
        String value = evaluated(item.getValue(), execution, session);
        add(values, value == null || value.isBlank() ? null : value);
      }
      return values;
    }
    String value = evaluated(configured.getValue(), execution, session);
    if (value != null && parameter.getType().endsWith("List")) {
      values.addAll(split(value));
    } else {
      add(values, value);
    }
    return values;
  }

  /**
   * The items of a list without the blanks around them, since Maven keeps those after a comma, and
   * without those that are empty.
   */
  static List<String> items(@Nullable List<@Nullable String> items) {
    return items == null
        ? List.of()
        : items.stream()
            .filter(Objects::nonNull)
            .map(String::strip)
            .filter(item -> !item.isEmpty())
            .toList();
  }

  /** As Maven makes a list of one property. */
  static List<String> split(String value) {
    return value.isEmpty() ? List.of() : List.of(value.split(",", -1));
  }

  private static void add(List<String> values, @Nullable String value) {
    if (value != null) {
      values.add(value);
    }
  }

  private static @Nullable String evaluated(
      @Nullable String text, MojoExecution execution, MavenSession session) {
    try {
      Object value = new PluginParameterExpressionEvaluator(session, execution).evaluate(text);
      return value == null ? null : value.toString();
    } catch (ExpressionEvaluationException e) {
      return text;
    }
  }
}
