package dev.trestle.host.container;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import dev.trestle.protocol.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One try of a health check.
 *
 * @param exitCode its exit code, 0 for healthy
 * @param output what it said, with secrets masked
 */
public record HealthTry(long exitCode, String output) {

  private static final int LONGEST = 500;
  private static final int LATE = 124;

  /** Whether it passed. */
  public boolean isHealthy() {
    return exitCode == 0;
  }

  static HealthTry of(Engine engine, String id, HealthPlan plan) throws InterruptedException {
    try {
      String exec =
          engine
              .client()
              .execCreateCmd(id)
              .withCmd(words(plan.test()).toArray(String[]::new))
              .withAttachStdout(true)
              .withAttachStderr(true)
              .exec()
              .getId();
      Said said = new Said();
      engine.client().execStartCmd(exec).exec(said);
      // At the end of the time this gives up the check, too.
      if (!said.awaitCompletion(plan.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
        return new HealthTry(LATE, late(plan.timeout()));
      }
      Long code = engine.client().inspectExecCmd(exec).exec().getExitCodeLong();
      return new HealthTry(code == null ? LATE : code, said.text());
    } catch (RuntimeException e) {
      return new HealthTry(LATE, engine.reason(e));
    }
  }

  /** The command; to a shell, what follows its line are arguments of it. */
  static List<String> words(List<String> test) {
    List<String> words = new ArrayList<>();
    if (test.get(0).equals("CMD-SHELL")) {
      words.addAll(List.of("/bin/sh", "-c"));
    }
    words.addAll(test.subList(1, test.size()));
    return words;
  }

  static String late(Duration timeout) {
    return timeout.toSeconds() > 0
        ? "It took longer than " + timeout.toSeconds() + " s."
        : "It took longer than " + timeout.toMillis() + " ms.";
  }

  private static final class Said extends ResultCallback.Adapter<Frame> {

    private final StringBuilder said = new StringBuilder();

    @Override
    public synchronized void onNext(Frame frame) {
      if (said.length() < LONGEST) {
        said.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
      }
    }

    synchronized String text() {
      return Secrets.mask(said.toString().strip());
    }
  }
}
