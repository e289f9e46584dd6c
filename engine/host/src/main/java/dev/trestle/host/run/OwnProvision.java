package dev.trestle.host.run;

import dev.trestle.host.environment.Environment;
import dev.trestle.host.session.Session;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A run that starts everything itself, and ends it. */
final class OwnProvision implements Provision {

  private final RunRequest request;
  private final Session session;
  private final Consumer<RunEvent> events;

  OwnProvision(RunRequest request, Session session, Consumer<RunEvent> events) {
    this.request = request;
    this.session = session;
    this.events = events;
  }

  @Override
  public RunnerProcess runner() throws IOException {
    return RunnerProcess.start(
        request.runner(),
        Path.of(request.directory()),
        Path.of(request.output().logs()),
        session::record);
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
