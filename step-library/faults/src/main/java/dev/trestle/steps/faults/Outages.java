package dev.trestle.steps.faults;

import dev.trestle.protocol.Outage;
import dev.trestle.steps.core.ScenarioScope;
import java.time.Duration;

/** Has real outages happen while the running scenario is alone; the host undoes them at its end. */
final class Outages {

  private final ScenarioScope scope;

  Outages(ScenarioScope scope) {
    this.scope = scope;
  }

  void stop(String service) {
    happen(service, new Outage.Stopped(service));
  }

  void pause(String service) {
    happen(service, new Outage.Paused(service));
  }

  void restart(String service) {
    happen(service, new Outage.Restarted(service));
  }

  void back(String service) {
    happen(service, new Outage.Back(service));
  }

  void cut(String consumer, String provider) {
    Edge edge = Edge.between(consumer, provider, scope);
    happen(provider, new Outage.Cut(edge.consumer(), edge.provider()));
  }

  void slow(String consumer, String provider, Duration delay) {
    Edge edge = Edge.between(consumer, provider, scope);
    happen(provider, new Outage.Slowed(edge.consumer(), edge.provider(), delay.toMillis()));
  }

  void mend(String consumer, String provider) {
    Edge edge = Edge.between(consumer, provider, scope);
    happen(provider, new Outage.Mended(edge.consumer(), edge.provider()));
  }

  private void happen(String service, Outage.Event event) {
    Edge.requireService(service, scope);
    scope.alone("have every service ready again", () -> scope.host().recover());
    scope.host().outage(new Outage(scope.traceId(), event, scope.where()));
  }
}
