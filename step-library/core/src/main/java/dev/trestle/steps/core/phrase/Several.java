package dev.trestle.steps.core.phrase;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.copies.AtOnce;
import dev.trestle.steps.core.copies.Copies;
import dev.trestle.steps.core.copies.Copy;
import java.util.List;
import java.util.Map;

/**
 * Runs a phrase for several.
 *
 * @param scope the scenario's
 * @param instances the lane's step classes, of which each copy gets its own instances
 */
record Several(ScenarioScope scope, Instances instances) {

  /** Runs the phrase for those that are meant. */
  void run(Who who, AllureParts.Action phrase) throws Throwable {
    if (who instanceof Who.New wanted) {
      Copies copies = Copies.begin(scope, wanted.count(), wanted.noun());
      scope.onEnd("end the steps of the " + wanted.noun(), () -> end(copies));
      act(copies.all(), phrase);
      return;
    }
    Copies copies = Copies.of(scope);
    if (who instanceof Who.Again) {
      requireSome(copies.succeeded(), copies, "Nobody is left who could do this.");
      act(copies.succeeded(), phrase);
    } else if (who instanceof Who.Exactly wanted) {
      copies.judge();
      act(copies.succeeded(), phrase);
      requireExactly(wanted.count(), copies);
    } else if (who instanceof Who.Others) {
      copies.judge();
      requireSome(copies.failed(), copies, "There are no others.");
      requireAll(copies.failed(), copies, phrase);
    } else {
      copies.judge();
      requireAll(copies.all(), copies, phrase);
    }
  }

  private static void requireSome(List<Copy> meant, Copies copies, String nobody) {
    if (meant.isEmpty()) {
      throw StepFailure.of(nobody)
          .evidence("Of " + copies.all().size() + " " + copies.noun() + ":\n" + copies.outcomes())
          .fix("Correct the system, or what the steps before this one expect.");
    }
  }

  private static void requireExactly(int wanted, Copies copies) {
    int found = copies.succeeded().size();
    if (found != wanted) {
      throw StepFailure.of("It holds for " + found + " of them, not for " + wanted + ".")
          .evidence("Of " + copies.all().size() + " " + copies.noun() + ":\n" + copies.outcomes())
          .fix("Correct the system, or the number in the step.");
    }
  }

  private void requireAll(List<Copy> meant, Copies copies, AllureParts.Action phrase)
      throws Throwable {
    Map<Copy, Throwable> failures = each(meant, phrase);
    for (Map.Entry<Copy, Throwable> first : failures.entrySet()) {
      throw StepFailure.of("It does not hold for " + failures.size() + " of " + meant.size() + ".")
          .evidence(first.getKey() + ": " + Told.message(first.getValue()))
          .fix("Correct the system, or what the step expects of the " + copies.noun() + ".")
          .causedBy(first.getValue());
    }
  }

  private void act(List<Copy> copies, AllureParts.Action phrase) throws Throwable {
    each(copies, phrase).forEach(Copy::fail);
  }

  /** What failed for whom; throws what is wrong with the phrase itself. */
  private Map<Copy, Throwable> each(List<Copy> copies, AllureParts.Action phrase) throws Throwable {
    AllureParts.Mark mark = AllureParts.mark();
    String parent = AllureParts.current();
    Map<Copy, Throwable> failures =
        AtOnce.run(
            copies,
            copy -> {
              instances.begin();
              AllureParts.stepOf(parent, copy.toString(), phrase);
            });
    AllureParts.orderSince(mark, copies.stream().map(Copy::toString).toList());
    for (Throwable failure : failures.values()) {
      if (Signals.isSignal(failure) || (failure instanceof Told told && told.definite())) {
        throw failure;
      }
    }
    return failures;
  }

  private void end(Copies copies) {
    AtOnce.run(copies.all(), copy -> instances.end());
  }
}
