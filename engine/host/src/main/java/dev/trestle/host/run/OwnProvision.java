package dev.trestle.host.run;

import dev.trestle.host.environment.Environment;
import dev.trestle.host.session.Session;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunRequest;
import java.io.IOException;
import java.util.function.Consumer;

/** A run that starts everything itself but a runner that stands by, and ends it. */
final class OwnProvision implements Provision {

  private final RunRequest request;
  private final Session session;
  private final StandbyRunner standby;
  private final Consumer<RunEvent> events;

  OwnProvision(
      RunRequest request, Session session, StandbyRunner standby, Consumer<RunEvent> events) {
    this.request = request;
    this.session = session;
    this.standby = standby;
    this.events = events;
  }

  @Override
  public RunnerProcess runner() throws IOException {
    RunnerProcess waiting = standby.take(request.environment());
    return waiting == null ? RunnerProcess.start(request.environment(), session::record) : waiting;
  }

  @Override
  public Environment environment() {
    EnvironmentStart start = new EnvironmentStart(request.environment(), session, events);
    return request.dryRun() ? start.startNothing() : start.start();
  }

  @Override
  public void release(Environment environment) {
    environment.close();
  }
}
