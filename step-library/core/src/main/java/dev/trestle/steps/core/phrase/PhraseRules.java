package dev.trestle.steps.core.phrase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a phrase must keep to, as far as it can be seen without any other step. */
final class PhraseRules {

  private static final Set<String> RESERVED = Set.of("table", "docstring");

  private final Phrase phrase;
  private final List<Problem> problems = new ArrayList<>();

  private PhraseRules(Phrase phrase) {
    this.phrase = phrase;
  }

  /** All that is wrong with a phrase in itself. */
  static List<Problem> check(Phrase phrase) {
    PhraseRules rules = new PhraseRules(phrase);
    rules.shape();
    rules.parameters();
    rules.names();
    rules.unused();
    return rules.problems;
  }

  private void shape() {
    if (phrase.expression().written().isEmpty()) {
      problem("A phrase has no name.", "", "Write the step that it defines after 'Scenario:'.");
    }
    if (phrase.parts().isEmpty()) {
      problem(
          "The phrase '" + written() + "' has no steps.",
          "",
          "Write the steps that it stands for below its name.");
    }
    if (PhraseExpression.isRegularExpression(written())) {
      problem(
          "The phrase '" + written() + "' is a regular expression.",
          "A name that begins with ^ or /, or ends with $, is read as one.",
          "Write a Cucumber expression with parameters such as {quantity:int}.");
    }
    if (asks("<table>") && asks("<docstring>")) {
      problem(
          "The phrase '" + written() + "' asks for a table and for a doc string.",
          "A step can have one of them only.",
          "Take <table> or <docstring> out of its parts.");
    }
  }

  private boolean asks(String marker) {
    return phrase.parts().stream()
        .map(Part::argument)
        .anyMatch(
            argument ->
                argument.asksForCallers() && argument.texts().get(0).strip().equals(marker));
  }

  private void parameters() {
    Set<String> seen = new HashSet<>();
    for (PhraseParameter parameter : phrase.expression().parameters()) {
      String name = parameter.name();
      if (name.isEmpty()) {
        problem(
            "The parameter '{"
                + parameter.type()
                + "}' of the phrase '"
                + written()
                + "' has no name.",
            "The parts of a phrase use its parameters by name.",
            "Name it, as in {quantity:" + parameter.type() + "}.");
      } else if (!Placeholders.isName(name) || RESERVED.contains(name)) {
        problem(
            "A parameter of the phrase '" + written() + "' cannot be named '" + name + "'.",
            RESERVED.contains(name)
                ? "<" + name + "> stands for what is below the step that uses the phrase."
                : "A name has letters, digits, blanks, - and _, and begins with a letter or _.",
            "Give it another name.");
      } else if (!seen.add(name)) {
        problem(
            "The phrase '" + written() + "' has two parameters named '" + name + "'.",
            "<" + name + "> could mean either.",
            "Give one of them another name.");
      }
    }
  }

  private void names() {
    Set<String> known = known();
    for (Part part : phrase.parts()) {
      Set<String> used = new LinkedHashSet<>(Placeholders.names(part.text()));
      StepArgument argument = part.argument();
      // A doc string may hold XML or HTML, so what is no parameter there is left as it is.
      if (argument instanceof StepArgument.Table && !argument.asksForCallers()) {
        argument.texts().forEach(text -> used.addAll(Placeholders.names(text)));
      }
      used.removeAll(known);
      used.remove(Placeholders.ANY);
      for (String name : used) {
        problems.add(unknownName(part, name, known));
      }
    }
  }

  private Problem unknownName(Part part, String name, Set<String> known) {
    if (RESERVED.contains(name)) {
      return new Problem(
          "<" + name + "> stands where it is not replaced.",
          "It is a part of '" + part.text() + "' in the phrase '" + written() + "'.",
          part.place(),
          "table".equals(name)
              ? "Write a table with the single cell | <table> | below the part."
              : "Write a doc string with the single line <docstring> below the part.");
    }
    return new Problem(
        "<" + name + "> is no parameter of the phrase '" + written() + "'.",
        known.isEmpty()
            ? "The phrase has no parameters."
            : "Its parameters: <" + String.join(">, <", known) + ">.",
        part.place(),
        "Write a name that the phrase has, or add {" + name + ":string} to the phrase.");
  }

  private void unused() {
    Set<String> used = new HashSet<>();
    for (Part part : phrase.parts()) {
      used.addAll(Placeholders.names(part.text()));
      part.argument().texts().forEach(text -> used.addAll(Placeholders.names(text)));
    }
    for (PhraseParameter parameter : phrase.expression().parameters()) {
      if (!parameter.name().isEmpty()
          && !parameter.mayBeUnused()
          && !used.contains(parameter.name())) {
        problem(
            "No part of the phrase '" + written() + "' uses <" + parameter.name() + ">.",
            "What a feature says there would change nothing.",
            "Use it in a part, take it out, or name it {_"
                + parameter.typeName()
                + "} to say that it is meant so.");
      }
    }
  }

  private Set<String> known() {
    Set<String> known = new LinkedHashSet<>();
    phrase.expression().parameters().forEach(parameter -> known.add(parameter.name()));
    known.remove("");
    return known;
  }

  private String written() {
    return phrase.expression().written();
  }

  private void problem(String what, String evidence, String fix) {
    problems.add(new Problem(what, evidence, phrase.place(), fix));
  }
}
