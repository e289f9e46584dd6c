package dev.trestle.host.run;

import dev.trestle.protocol.RunEvent.RunAborted;
import dev.trestle.protocol.RunEvent.RunAborted.Kind;
import dev.trestle.protocol.RunnerEnd;
import dev.trestle.protocol.ScenarioResult.Status;
import dev.trestle.protocol.Secrets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a runner ended. Its end is good only when all of these hold: exit code 0, a plan, Cucumber's
 * end of the run, the runner's own last message, counts in it that are those that were received,
 * and nothing that was left out. Any other end fails the build and says why.
 *
 * @param heard what the runner said
 * @param unreadable why its messages could not be read to their end, or null
 * @param output what it left besides
 */
record RunEnding(Heard heard, @Nullable String unreadable, RunnerOutput output) {

  /** The runner's own statement that it cannot run; any other code is a crash or a kill. */
  private static final int COULD_NOT_RUN = 2;

  /** Why the end was not good, or null when it was. */
  @Nullable RunAborted trouble() {
    if (!heard.parseErrors().isEmpty()) {
      return new RunAborted(Kind.PROJECT, brokenFeatures());
    }
    if (output.exit() != 0) {
      Kind kind = output.exit() == COULD_NOT_RUN ? Kind.PROJECT : Kind.MACHINE;
      return new RunAborted(kind, endedWithCode());
    }
    RunnerEnd end = heard.end();
    if (!heard.planned() || !heard.finished() || end == null) {
      return new RunAborted(Kind.PROJECT, endedInTheMiddle());
    }
    if (unreadable != null) {
      return new RunAborted(Kind.MACHINE, unreadableMessages(unreadable));
    }
    if (!agrees(end) || !heard.contradictions().isEmpty()) {
      return new RunAborted(Kind.MACHINE, countsDiffer(end));
    }
    if (!heard.leftOut().isEmpty()) {
      return new RunAborted(Kind.PROJECT, leftOut());
    }
    return null;
  }

  /** What is said of a scenario that began and has no end. */
  String unfinished() {
    return isDead()
        ? "The runner ended with exit code " + output.exit() + " in this scenario."
        : "The runner gave up this scenario before its end.\n" + where("Run it again.");
  }

  /** What is said of a scenario that was planned and never began. */
  String notRun() {
    return isDead()
        ? "The runner ended with exit code " + output.exit() + " before this scenario."
        : "The runner never began this scenario, although it was planned.\n"
            + where("Run it again.");
  }

  private boolean isDead() {
    return output.exit() != 0 || heard.end() == null;
  }

  private boolean agrees(RunnerEnd end) {
    boolean sameCounts =
        Arrays.stream(Status.values())
            .allMatch(status -> end.ended(status) == heard.counts().getOrDefault(status, 0L));
    return sameCounts && end.planned() == heard.plannedCount();
  }

  private String brokenFeatures() {
    return "Feature files have errors; no scenario was run.\n"
        + String.join("\n", heard.parseErrors())
        + "\nLook at the named lines.\nCorrect the Gherkin, and run again.";
  }

  private String leftOut() {
    return "Something that was selected was not run.\n"
        + String.join("\n", heard.leftOut())
        + "\nLook at the named lines; all else was run.\nCorrect them, and run again.";
  }

  private String endedWithCode() {
    return "The scenarios could not be run to their end: the runner ended with exit code "
        + (output.exit() + ".\n")
        + evidence("Correct what it names, and run again.");
  }

  private String endedInTheMiddle() {
    // A connection that breaks off is what such an end looks like from here.
    String brokenOff = unreadable == null ? "" : "Its messages broke off: " + unreadable + ".\n";
    return "The runner ended with exit code 0 before the end of the run.\n"
        + brokenOff
        + evidence(
            "This usually happens because step code, or a library that it uses, calls System.exit."
                + " Remove that call, and run again.");
  }

  private String unreadableMessages(String why) {
    return "The runner's messages could not be read to their end.\n"
        + (why + "\n")
        + evidence("Run again; report it if it happens twice.");
  }

  private String countsDiffer(RunnerEnd end) {
    String contradictions =
        heard.contradictions().stream().map(line -> line + ".\n").collect(Collectors.joining());
    return "The runner and the host do not agree on what was run.\n"
        + ("The runner planned " + end.planned() + " scenarios and ended: ")
        + (counts(end::ended) + ".\n")
        + ("The host received " + heard.plannedCount() + " planned scenarios and these ends: ")
        + (counts(status -> heard.counts().getOrDefault(status, 0L)) + ".\n")
        + contradictions
        + evidence("Run again; report it if it happens twice.");
  }

  private static String counts(ToLongFunction<Status> count) {
    String text =
        Arrays.stream(Status.values())
            .filter(status -> count.applyAsLong(status) != 0)
            .map(status -> Map.entry(status.text(), count.applyAsLong(status)))
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? "none" : text;
  }

  private String evidence(String fix) {
    return Secrets.mask(output.lastLines()) + "\n" + where(fix);
  }

  private String where(String fix) {
    String memory =
        output.outOfMemory()
            ? "It was out of memory (OutOfMemoryError). Give it more, such as"
                + " -Dtrestle.jvmArguments=-Xmx2g, or find out what needs so much."
            : fix;
    return "Log: " + output.log() + ".\n" + memory;
  }
}
