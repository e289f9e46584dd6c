package dev.trestle.cornershop.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 503: a database, broker, mail server or peer does not answer as it should. */
public final class DependencyUnavailable extends Problem {
  private static final String TYPE = "urn:cornershop:problem:dependency-unavailable";
  private static final String TITLE = "A dependency is unavailable";
  private static final long serialVersionUID = 1L;

  private final String dependency;

  /** Names the dependency and what was seen of it. */
  public DependencyUnavailable(String dependency, String seen, @Nullable Throwable cause) {
    super(503, TYPE, TITLE, "'" + dependency + "' " + seen, Map.of("dependency", dependency));
    this.dependency = dependency;
    if (cause != null) {
      initCause(cause);
    }
  }

  private DependencyUnavailable(DependencyUnavailable same, Map<String, Object> members) {
    super(503, TYPE, TITLE, same.detail(), members);
    this.dependency = same.dependency;
    if (same.getCause() != null) {
      initCause(same.getCause());
    }
  }

  @Override
  public DependencyUnavailable with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members());
    more.put(member, value);
    return new DependencyUnavailable(this, more);
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
