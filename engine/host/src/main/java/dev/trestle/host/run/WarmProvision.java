package dev.trestle.host.run;

import dev.trestle.host.environment.Environment;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunRequest;
import java.io.IOException;
import java.util.function.Consumer;

/** A run in an environment that was up before and stays. */
final class WarmProvision implements Provision {

  private final RunRequest request;
  private final WarmEnvironment warm;
  private final OwnProvision own;
  private final Consumer<RunEvent> events;

  WarmProvision(
      RunRequest request, WarmEnvironment warm, OwnProvision own, Consumer<RunEvent> events) {
    this.request = request;
    this.warm = warm;
    this.own = own;
    this.events = events;
  }

  @Override
  public RunnerProcess runner() throws IOException {
    return own.runner();
  }

  @Override
  public Environment environment() {
    return warm.attach(request, events);
  }

  @Override
  public void release(Environment environment) {
    recover(environment);
    warm.detach();
  }

  /** A runner that was killed has undone nothing. */
  private void recover(Environment environment) {
    try {
      environment.recover();
    } catch (IllegalArgumentException e) {
      events.accept(new RunEvent.Warning(String.valueOf(e.getMessage())));
    }
  }
}
