package dev.trestle.host.edge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** What is said of faults that met no call, or changed nothing: such a scenario tests nothing. */
public final class UnusedFaults {

  private static final int MOST_CALLS = 10;

  private UnusedFaults() {}

  /** What an unused fault does to its scenario. */
  public enum Mode {
    /** It makes the scenario fail. */
    FAIL,
    /** It is a warning. */
    WARN,
    /** Nothing: only the report has it. */
    OFF;

    /**
     * The mode of a word.
     *
     * @throws IllegalArgumentException with a four-part message when it is none
     */
    public static Mode of(String word) {
      return Arrays.stream(values())
          .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "Unused faults cannot be treated in the way '"
                          + word
                          + "'.\nThe ways are fail, warn and off.\n"
                          + "trestle.unusedFaults is set in the POM or on the command line.\n"
                          + "Correct it."));
    }
  }

  /**
   * A message for each fault of a scenario that was not used.
   *
   * @param faults the scenario's faults
   * @param calls all exchanges of the scenario
   * @param lost how many calls without a scenario's trace id a fault's edge had meanwhile
   */
  static List<String> messages(
      List<FaultRule> faults, List<Exchange> calls, ToIntFunction<FaultRule> lost) {
    return faults.stream()
        .filter(FaultRule::isOfScenario)
        .filter(FaultRule::isUnused)
        .map(fault -> message(fault, calls, lost.applyAsInt(fault)))
        .toList();
  }

  private static String message(FaultRule fault, List<Exchange> calls, int lost) {
    String look = fault.fault().where().isEmpty() ? "" : "\nLook at " + fault.fault().where() + ".";
    String what = "'" + fault.told() + "'";
    if (fault.changedNothing()) {
      return ("The fault " + what + " met calls but changed nothing, so it tested nothing.\n")
          + ("Why:\n" + fault.whyUnchanged() + look + "\n")
          + "Correct what the step changes, or the calls that it means.";
    }
    return ("The fault " + what + " met no call, so it tested nothing.\n")
        + (evidence(fault, calls, lost) + look + "\n")
        + "Correct the calls in the step, or remove it; tag the scenario @unused-faults if the"
        + " fault may stay unused.";
  }

  private static String evidence(FaultRule fault, List<Exchange> calls, int lost) {
    List<Exchange> onEdge = calls.stream().filter(fault::isOn).toList();
    List<String> parts = new ArrayList<>();
    parts.add(onEdge.isEmpty() ? noCall(fault, calls) : missed(fault, onEdge));
    if (lost > 0) {
      parts.add(
          ("While the scenario ran, '%s' made %d call(s) to '%s' without the scenario's trace id:"
                  + " it does not propagate traceparent, so no fault of a scenario can match them;"
                  + " see 'My service does not propagate traceparent' in docs/edges.md.")
              .formatted(fault.fault().consumer(), lost, fault.fault().provider()));
    }
    return String.join("\n", parts);
  }

  private static String missed(FaultRule fault, List<Exchange> onEdge) {
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (Exchange call : onEdge) {
      Head request = call.request();
      String line = Masking.path(request) + ": " + fault.whyNot(call);
      lines.merge(request.method() + " " + line, 1, Integer::sum);
    }
    String more = lines.size() > MOST_CALLS ? "\n  … " + (lines.size() - MOST_CALLS) + " more" : "";
    return ("Calls of '" + fault.fault().consumer() + "' to '" + fault.fault().provider())
        + "' in this scenario:\n"
        + lines.entrySet().stream()
            .limit(MOST_CALLS)
            .map(line -> "  " + line.getValue() + " × " + line.getKey())
            .collect(Collectors.joining("\n"))
        + more;
  }

  private static String noCall(FaultRule fault, List<Exchange> calls) {
    String nothing =
        ("'" + fault.fault().consumer() + "' did not call '" + fault.fault().provider())
            + "' in this scenario.";
    List<String> edges =
        calls.stream().map(call -> call.edge().toString()).distinct().sorted().toList();
    return edges.isEmpty()
        ? nothing + " No call at all was seen in it."
        : nothing + " Connections that it used: " + String.join(", ", edges) + ".";
  }
}
