package dev.trestle.cornershop.kit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 503: a database, broker, mail server or peer does not answer as it should. */
public final class DependencyUnavailable extends Problem {
  private static final long serialVersionUID = 1L;

  private final String dependency;

  /** Names the dependency and what was seen of it. */
  public DependencyUnavailable(String dependency, String seen, @Nullable Throwable cause) {
    super(
        503,
        "urn:cornershop:problem:dependency-unavailable",
        "A dependency is unavailable",
        "'" + dependency + "' " + seen,
        Map.of("dependency", dependency));
    this.dependency = dependency;
    if (cause != null) {
      initCause(cause);
    }
  }

  /** The name of what is down, for example {@code database} or {@code pricing}. */
  public String dependency() {
    return dependency;
  }

  /** What was seen, with its cause, in one line for the log. */
  public String seen() {
    return getCause() == null ? detail() : detail() + ": " + getCause();
  }
}
