package dev.trestle.host.compose;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Maps {@code x-trestle.ready}. */
final class ReadinessMapper {
  private static final Keys KEYS = Keys.of("http", "port", "status", "log", "timeout");

  private ReadinessMapper() {}

  static Readiness map(Field ready, Warnings warnings) {
    KEYS.check(ready, warnings);
    Field http = ready.get("http");
    Field log = ready.get("log");
    Field port = ready.get("port");
    Field timeout = ready.get("timeout");
    Duration wait = timeout == null ? null : timeout.duration();
    if (http != null && log == null) {
      Field status = ready.get("status");
      return new Readiness.Http(
          path(http),
          port == null ? null : port.port(),
          status == null ? null : status.number(100, 599),
          wait,
          ready.position());
    }
    if (log != null && http == null && port == null) {
      return new Readiness.Log(pattern(log), wait, ready.position());
    }
    if (port != null && log == null) {
      return new Readiness.Port(port.port(), wait, ready.position());
    }
    if (wait != null && http == null && log == null) {
      return new Readiness.Usual(wait, ready.position());
    }
    throw ready.error(
        "'" + ready.key() + "' must have exactly one of http, port and log",
        "It has the keys: " + String.join(", ", ready.entries().keySet()) + ".",
        "Write { http: /health }, { port: 5432 } or { log: 'started' }.");
  }

  private static String path(Field http) {
    if (!http.text().startsWith("/")) {
      throw http.error(
          "the path of a readiness check must start with '/'",
          "Found: " + http.text(),
          "Write the path alone, as in /health; the port has its own key.");
    }
    return http.text();
  }

  private static Pattern pattern(Field log) {
    try {
      return Pattern.compile(log.text());
    } catch (PatternSyntaxException e) {
      throw log.error(
          "the log line's regular expression is malformed",
          e.getDescription() + ": " + log.text(),
          "Correct it, and write $$ for a dollar sign.");
    }
  }
}
