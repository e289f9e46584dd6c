package dev.trestle.maven;

import org.apache.maven.plugin.MojoFailureException;

/**
 * Refuses a value of a parameter that is on or off and says neither: Maven takes whatever is not
 * {@code true} for {@code false}, silently.
 */
final class Switches {

  private Switches() {}

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
}
