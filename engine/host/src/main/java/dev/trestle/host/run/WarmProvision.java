package dev.trestle.host.run;

import dev.trestle.host.environment.Environment;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunRequest;
import java.io.IOException;
import java.util.function.Consumer;

/** A run in an environment that was up before and stays, by the runner that stood by. */
final class WarmProvision implements Provision {

  private final RunRequest request;
  private final WarmEnvironment warm;
  private final StandbyRunner standby;
  private final OwnProvision own;
  private final Consumer<RunEvent> events;

  WarmProvision(
      RunRequest request,
      WarmEnvironment warm,
      StandbyRunner standby,
      OwnProvision own,
      Consumer<RunEvent> events) {
    this.request = request;
    this.warm = warm;
    this.standby = standby;
    this.own = own;
    this.events = events;
  }

  @Override
  public RunnerProcess runner() throws IOException {
    RunnerProcess waiting = standby.take(request.environment());
    return waiting == null ? own.runner() : waiting;
  }

  @Override
  public Environment environment() {
    return warm.attach(request, events);
  }

  @Override
  public void release(Environment environment) {
    warm.detach();
  }
}
