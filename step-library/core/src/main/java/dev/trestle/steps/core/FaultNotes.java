package dev.trestle.steps.core;

import dev.trestle.protocol.FaultState;
import dev.trestle.protocol.HostClient;
import dev.trestle.protocol.HostException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names the faults in force in the message of a failed step, since they are the first thing that a
 * reader wants to know.
 */
public final class FaultNotes {

  private static final int MOST_OTHERS = 5;

  private FaultNotes() {}

  /**
   * The message of a step of the scenario on this thread with its faults; null when there is none
   * to name, or no scenario.
   *
   * @param stepId the step's id, under which the host is asked once
   * @param message the step's own message
   */
  public static @Nullable String added(String stepId, String message) {
    ScenarioScope scope = ScenarioScope.orNull();
    HostClient host = scope == null ? null : scope.hostOrNull();
    if (scope == null || host == null) {
      return null;
    }
    String notes = scope.state(Notes.class, Notes::new).of(stepId, host, scope);
    return notes.isEmpty() ? null : with(message, notes);
  }

  /** What the host said when a step failed; two plugins ask for the same step. */
  private static final class Notes {

    private String stepId = "";
    private String text = "";

    String of(String id, HostClient host, ScenarioScope scope) {
      if (!stepId.equals(id)) {
        stepId = id;
        text = scope.reveal(text(host, scope.traceId()));
      }
      return text;
    }

    private static String text(HostClient host, String traceId) {
      try {
        return FaultNotes.text(host.faults(traceId));
      } catch (HostException e) {
        return ""; // The failure itself is worth more than a word on the host.
      }
    }
  }

  static String text(FaultState state) {
    if (!state.own().isEmpty()) {
      return "Faults in this scenario by now:\n" + lines(state.own());
    }
    List<String> others = state.others();
    if (others.isEmpty()) {
      return "";
    }
    int more = others.size() - MOST_OTHERS;
    return "Faults that other scenarios had at the same time on services that this one used, which"
        + " matter if a service keeps state about them:\n"
        + lines(others.subList(0, Math.min(MOST_OTHERS, others.size())))
        + (more > 0 ? "\n  … and " + more + " more" : "");
  }

  private static String lines(List<String> faults) {
    return faults.stream().map(fault -> "  " + fault).collect(Collectors.joining("\n"));
  }

  /**
   * After the first line where that is a sentence, so that a long message hides them from nobody.
   */
  static String with(String message, String notes) {
    int end = message.indexOf('\n');
    String first = end < 0 ? message : message.substring(0, end);
    return first.endsWith(".")
        ? first + "\n" + notes + (end < 0 ? "" : message.substring(end))
        : message + "\n" + notes;
  }
}
