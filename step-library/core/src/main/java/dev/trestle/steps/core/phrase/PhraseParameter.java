package dev.trestle.steps.core.phrase;

/**
 * A parameter of a phrase, written {@code {name:type}}.
 *
 * @param name the name that the parts use
 * @param type the name of a parameter type that Cucumber knows; empty for the anonymous one
 */
record PhraseParameter(String name, String type) {

  /** The name of the parameter type that catches this parameter as written. */
  String typeName() {
    return name + ":" + type;
  }

  /** Whether the author says, by a leading underscore, that no part uses it. */
  boolean mayBeUnused() {
    return name.startsWith("_");
  }
}
