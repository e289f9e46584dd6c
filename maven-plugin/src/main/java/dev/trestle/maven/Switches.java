package dev.trestle.maven;

import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Refuses a value of a parameter that is on or off and says neither: Maven takes whatever is not
 * {@code true} for {@code false}, silently.
 */
final class Switches {

  private static final String OURS = "${trestle.";

  private Switches() {}

  /**
   * Looks at all parameters of a goal that this plugin names.
   *
   * @param execution the goal and how it is configured
   * @param session has the values of properties
   * @throws MojoFailureException when one is neither {@code true} nor {@code false}
   */
  static void check(MojoExecution execution, MavenSession session) throws MojoFailureException {
    for (Parameter parameter : execution.getMojoDescriptor().getParameters()) {
      Xpp3Dom configured = execution.getConfiguration().getChild(parameter.getName());
      if (isOurs(parameter) && configured != null && configured.getValue() != null) {
        check(name(parameter), written(configured.getValue(), execution, session));
      }
    }
  }

  /**
   * Looks at one of them.
   *
   * @param parameter such as {@code trestle.edges}
   * @param written its value
   * @throws MojoFailureException when that is neither {@code true} nor {@code false}
   */
  static void check(String parameter, String written) throws MojoFailureException {
    String value = written.strip();
    if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
      throw new MojoFailureException(
          ("The value '" + written + "' is neither on nor off.\n")
              + "Maven would take it for false without a word.\n"
              + ("It is the parameter " + parameter + ".\n")
              + ("Write -D" + parameter + "=true or -D" + parameter + "=false."));
    }
  }

  private static boolean isOurs(Parameter parameter) {
    String expression = parameter.getExpression();
    return "boolean".equals(parameter.getType())
        && expression != null
        && expression.startsWith(OURS);
  }

  private static String name(Parameter parameter) {
    String expression = parameter.getExpression();
    return expression.substring(2, expression.length() - 1);
  }

  /** The value of a property, the default where it is not set, or what the POM says. */
  private static String written(String configured, MojoExecution execution, MavenSession session) {
    try {
      Object value =
          new PluginParameterExpressionEvaluator(session, execution).evaluate(configured);
      return value == null ? "false" : value.toString();
    } catch (ExpressionEvaluationException e) {
      return configured;
    }
  }
}
