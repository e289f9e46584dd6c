package dev.trestle.steps.core.internal;

import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.HostClient;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The host that this JVM's scenarios talk to, and the environment that it holds. */
public final class HostSession {

  private static volatile @Nullable HostSession current;

  private final @Nullable HostClient host;
  private final Supplier<EnvironmentDescription> source;
  private final Lanes lanes = new Lanes();
  private @Nullable EnvironmentDescription environment;

  private HostSession(@Nullable HostClient host, Supplier<EnvironmentDescription> source) {
    this.host = host;
    this.source = source;
  }

  /** A session whose environment is asked of the host once, when it is first needed. */
  public static HostSession of(HostClient host) {
    return new HostSession(host, host::environment);
  }

  /** A session with a fixed environment and no host. */
  public static HostSession of(EnvironmentDescription environment) {
    return new HostSession(null, () -> environment);
  }

  /** The session of this JVM, or null when the run was not started by Trestle. */
  public static @Nullable HostSession current() {
    return current;
  }

  /** Sets or, with null, forgets the session of this JVM. */
  public static void use(@Nullable HostSession session) {
    current = session;
  }

  /** The host, or null when there is none. */
  public @Nullable HostClient host() {
    return host;
  }

  /** Which scenarios run beside each other. */
  public Lanes lanes() {
    return lanes;
  }

  /** The environment, from the host at the first call. */
  public synchronized EnvironmentDescription environment() {
    EnvironmentDescription known = environment;
    if (known == null) {
      known = source.get();
      environment = known;
    }
    return known;
  }
}
