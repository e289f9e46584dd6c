package dev.trestle.host.server;

import dev.trestle.host.environment.Environment;
import dev.trestle.host.run.StandbyRunner;
import dev.trestle.host.run.WarmEnvironment;
import dev.trestle.host.session.Session;
import dev.trestle.protocol.HostStatus;
import java.util.List;

/** What a host that stays keeps between runs: the environment and the standby runner. */
final class WarmHost implements AutoCloseable {

  private final WarmEnvironment environment;
  private final StandbyRunner standby;

  WarmHost(Session session) {
    this.environment = new WarmEnvironment(session);
    this.standby = new StandbyRunner(session);
  }

  /** The environment, whether it is up or not. */
  WarmEnvironment environment() {
    return environment;
  }

  /** The runner that waits for the next run. */
  StandbyRunner standby() {
    return standby;
  }

  /** How all of it fares. */
  HostStatus status(Lease lease, boolean running) {
    return new HostStatus(
        environment.environment().isPresent() ? environment.since().toString() : "",
        (int) lease.length().toSeconds(),
        (int) lease.left().toSeconds(),
        running,
        standby.isWaiting(),
        environment.environment().map(Environment::status).orElse(List.of()));
  }

  @Override
  public void close() {
    standby.close();
    environment.close();
  }
}
