package dev.trestle.steps.core.allure;

import dev.trestle.protocol.Secrets;
import io.qameta.allure.model.Parameter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A step's table as Allure shows it, without secrets: names and values as parameters of the step,
 * where they need no click and no file; a wider table as an attachment.
 *
 * @param rows the cells of each row; null for an empty one
 */
public record StepTable(List<? extends List<? extends @Nullable String>> rows) {

  /** Whether each row is a name and a value. */
  public boolean isPairs() {
    return !rows.isEmpty() && rows.stream().allMatch(row -> row.size() == 2);
  }

  /** The rows as parameters. */
  public List<Parameter> parameters() {
    return rows.stream().map(row -> parameter(shown(row.get(0)), shown(row.get(1)))).toList();
  }

  private static Parameter parameter(String name, String value) {
    return new Parameter().setName(Secrets.mask(name)).setValue(Secrets.mask(name, value));
  }

  /** The rows as tab-separated text. */
  public String text() {
    return Secrets.mask(
        rows.stream()
            .map(row -> row.stream().map(StepTable::shown).collect(Collectors.joining("\t")))
            .collect(Collectors.joining("\n", "", "\n")));
  }

  private static String shown(@Nullable String cell) {
    return cell == null ? "" : cell;
  }
}
