package dev.trestle.steps.core;

import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.HostClient;
import dev.trestle.steps.core.internal.HostSession;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario scope on this thread for tests of step classes, without Cucumber; closing it runs the
 * clean-ups.
 */
public final class TestScope implements AutoCloseable {

  private final List<Attachment> attachments = new ArrayList<>();
  private final ScenarioScope scope;

  /**
   * What a step attached.
   *
   * @param name the attachment's name
   * @param mediaType such as {@code text/plain}
   * @param content the text as it stands in the report
   */
  public record Attachment(String name, String mediaType, String content) {}

  private TestScope(@Nullable HostSession session) {
    this.scope =
        ScenarioScope.begin(
            session,
            (name, type, content) -> attachments.add(new Attachment(name, type, content)),
            "test.feature:1",
            true);
  }

  /** A scope in a fixed environment; it has no host. */
  public static TestScope open(EnvironmentDescription environment) {
    return new TestScope(HostSession.of(environment));
  }

  /** A scope that asks a host. */
  public static TestScope open(HostClient host) {
    return new TestScope(HostSession.of(host));
  }

  /** A scope with neither host nor environment. */
  public static TestScope open() {
    return new TestScope(null);
  }

  /** The scope, which is also {@link ScenarioScope#current()}. */
  public ScenarioScope scope() {
    return scope;
  }

  /** Makes what runs from now on that of Then steps, whose checks may be kept. */
  public TestScope then() {
    scope.keptChecks().outcomes(true);
    return this;
  }

  /** What was attached so far. */
  public List<Attachment> attachments() {
    return List.copyOf(attachments);
  }

  /**
   * Repeats kept checks, runs the clean-ups and unbinds the scope; throws the first that failed.
   */
  @Override
  public void close() {
    List<CleanUps.Failure> failures = new ArrayList<>(scope.keptChecks().end());
    failures.addAll(scope.cleanUps().run());
    ScenarioScope.end();
    if (!failures.isEmpty()) {
      CleanUps.Failure first = failures.get(0);
      throw new AssertionError("The clean-up '" + first.what() + "' failed.", first.cause());
    }
  }
}
