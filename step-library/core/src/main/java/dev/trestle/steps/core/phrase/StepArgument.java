package dev.trestle.steps.core.phrase;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands below a step: nothing, a data table or a doc string. */
sealed interface StepArgument {

  /** Nothing. */
  StepArgument NONE = new None();

  /** The argument with names filled in, or the caller's own where it is asked for. */
  StepArgument fill(Map<String, String> values, StepArgument callers);

  /** Whether the caller's own argument stands here. */
  boolean asksForCallers();

  /** Each text in which names are looked for and must be known. */
  List<String> texts();

  /** How a message names it. */
  String label();

  /** No table and no doc string. */
  record None() implements StepArgument {
    @Override
    public StepArgument fill(Map<String, String> values, StepArgument callers) {
      return this;
    }

    @Override
    public boolean asksForCallers() {
      return false;
    }

    @Override
    public List<String> texts() {
      return List.of();
    }

    @Override
    public String label() {
      return "neither table nor doc string";
    }
  }

  /** A data table by rows; an empty cell is null, as in Cucumber. */
  record Table(List<List<@Nullable String>> rows) implements StepArgument {
    @Override
    public StepArgument fill(Map<String, String> values, StepArgument callers) {
      return asksForCallers()
          ? callers
          : new Table(
              rows.stream()
                  .map(
                      row ->
                          row.stream().map(cell -> fill(cell, values)).collect(Collectors.toList()))
                  .toList());
    }

    private static @Nullable String fill(@Nullable String cell, Map<String, String> values) {
      String filled = cell == null ? "" : Placeholders.fill(cell, values);
      return filled.isEmpty() ? null : filled;
    }

    @Override
    public boolean asksForCallers() {
      return rows.size() == 1 && rows.get(0).size() == 1 && "<table>".equals(rows.get(0).get(0));
    }

    @Override
    public List<String> texts() {
      return rows.stream().flatMap(List::stream).map(cell -> cell == null ? "" : cell).toList();
    }

    @Override
    public String label() {
      return "a table";
    }
  }

  /** A doc string with its media type, empty when none is written. */
  record Text(String content, String mediaType) implements StepArgument {
    @Override
    public StepArgument fill(Map<String, String> values, StepArgument callers) {
      return asksForCallers() ? callers : new Text(Placeholders.fill(content, values), mediaType);
    }

    @Override
    public boolean asksForCallers() {
      return content.strip().equals("<docstring>");
    }

    @Override
    public List<String> texts() {
      return List.of(content);
    }

    @Override
    public String label() {
      return "a doc string";
    }
  }
}
