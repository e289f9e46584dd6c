package dev.trestle.steps.core.exchange;

import dev.trestle.protocol.ServiceDescription;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whom a request goes to.
 *
 * @param written the service's name or the URL, as in the step
 * @param address scheme, host and port
 * @param log the service's log file, empty when there is none
 */
public record Target(String written, String address, String log) {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|\\[?::1\\]?|127(?:\\.\\d{1,3}){3}");

  /**
   * A service of the environment, or a URL on this machine.
   *
   * @throws StepFailure when there is no such service, or the URL is elsewhere
   */
  public static Target of(String written, ScenarioScope scope) {
    String lower = written.toLowerCase(Locale.ROOT);
    if (lower.startsWith("http://") || lower.startsWith("https://")) {
      return url(written);
    }
    String address = scope.address(written);
    boolean logs =
        scope.environment().service(written).map(ServiceDescription::kind).orElseThrow()
            == ServiceDescription.Kind.SERVICE;
    return new Target(written, address, logs ? "target/trestle/logs/" + written + ".log" : "");
  }

  private static Target url(String written) {
    String host = host(written);
    if (!LOOPBACK.matcher(host).matches()) {
      throw StepFailure.of("'" + written + "' is not on this machine.")
          .evidence("Its host is '" + host + "'; a test only calls loopback addresses.")
          .fix("Name a service of the environment; a third party belongs there as a stub.");
    }
    String address = written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
    return new Target(written, address, "");
  }

  private static String host(String written) {
    try {
      String host = URI.create(written).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw StepFailure.of("'" + written + "' is no URL.")
          .evidence(String.valueOf(e.getMessage()))
          .fix("Correct it in the step.")
          .causedBy(e);
    }
  }

  /** As a message names it. */
  public String named() {
    return log.isEmpty() && written.contains("://")
        ? "'" + written + "'"
        : "Service '" + written + "'";
  }
}
