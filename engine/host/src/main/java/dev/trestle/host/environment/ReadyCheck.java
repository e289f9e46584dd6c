package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.Healthcheck;
import dev.trestle.host.compose.Position;
import dev.trestle.host.compose.Readiness;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a service is proved ready, and how long that may take.
 *
 * @param probe how
 * @param timeout how long
 * @param position where the Compose file says so
 */
record ReadyCheck(Probe probe, Duration timeout, Position position) {

  private static final Pattern LOCAL_URL =
      Pattern.compile(
          "http://(?:localhost|127\\.0\\.0\\.1)(?::(?<port>[0-9]{1,5}))?(?<path>/[^\\s\"'|;)]*)?");

  /** What {@code x-trestle.ready} says, else an HTTP health check, else that the port is open. */
  static ReadyCheck of(
      ComposeService service, AddressBook.Ports ports, LogFile log, Duration otherwise) {
    Readiness ready = service.xTrestle().ready();
    return new ReadyCheck(
        probe(ready, service.healthcheck(), ports, log),
        timeout(ready, otherwise),
        ready == null ? service.position() : ready.position());
  }

  /** How long to wait, as the Compose file says it, or not. */
  static Duration timeout(@Nullable Readiness ready, Duration otherwise) {
    Duration written = ready == null ? null : ready.timeout();
    return written == null ? otherwise : written;
  }

  private static Probe probe(
      @Nullable Readiness ready,
      @Nullable Healthcheck check,
      AddressBook.Ports ports,
      LogFile log) {
    if (ready instanceof Readiness.Http http) {
      int port = http.port() == null ? ports.main() : ports.of(http.port());
      return new Probe.Http(port, http.path(), http.status());
    }
    if (ready instanceof Readiness.Log line) {
      return new Probe.Log(log, line.pattern());
    }
    if (ready instanceof Readiness.Port open) {
      return new Probe.Port(ports.of(open.port()));
    }
    Probe probe = fromHealthcheck(check, ports);
    return probe == null ? new Probe.Port(ports.main()) : probe;
  }

  private static @Nullable Probe fromHealthcheck(
      @Nullable Healthcheck check, AddressBook.Ports ports) {
    if (check == null || check.disabled()) {
      return null;
    }
    Matcher url = LOCAL_URL.matcher(String.join(" ", check.test()));
    if (!url.find()) {
      return null;
    }
    int port = url.group("port") == null ? 0 : Integer.parseInt(url.group("port"));
    String path = url.group("path") == null ? "/" : url.group("path");
    return new Probe.Http(ports.of(port), path, null);
  }
}
