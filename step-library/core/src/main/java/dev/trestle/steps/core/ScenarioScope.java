package dev.trestle.steps.core;

import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.HostClient;
import dev.trestle.protocol.Secrets;
import dev.trestle.steps.core.internal.HostSession;
import dev.trestle.steps.core.internal.TraceIds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to the running scenario: its trace id, variables, aliases, evidence and clean-up.
 * Bound to the scenario's thread.
 */
public final class ScenarioScope {

  /** Longer attachments are cut, since a report must stay small enough to open. */
  private static final int LONGEST_ATTACHMENT = 256 * 1024;

  private static final ThreadLocal<@Nullable ScenarioScope> CURRENT = new ThreadLocal<>();

  private final String traceId;
  private final Instant startedAt;
  private final long began;
  private final Aliases aliases;
  private final Values values = new Values(this);
  private final CleanUps cleanUps;
  private final Map<String, Object> variables = new TreeMap<>();
  private final Map<Class<?>, Object> states = new LinkedHashMap<>();
  private final @Nullable HostSession session;
  private final Attachments attachments;
  private final String place;
  private final HeldEvidence heldEvidence;
  private final KeptChecks keptChecks;
  private final @Nullable ScenarioScope whole;
  private volatile String where;
  private volatile boolean traceSent;
  private boolean alone;

  private ScenarioScope(@Nullable HostSession session, Attachments attachments, String where) {
    this.traceId = TraceIds.next();
    this.startedAt = Instant.now();
    this.began = System.nanoTime();
    this.aliases = new Aliases(traceId);
    this.cleanUps = new CleanUps();
    this.whole = null;
    this.session = session;
    this.attachments = attachments;
    this.heldEvidence = new HeldEvidence();
    this.keptChecks = new KeptChecks();
    this.place = where;
    this.where = where;
  }

  private ScenarioScope(ScenarioScope whole, int number) {
    this.traceId = whole.traceId;
    this.startedAt = whole.startedAt;
    this.began = whole.began;
    this.aliases = whole.aliases.copy(number);
    this.cleanUps = whole.cleanUps;
    this.whole = whole;
    this.session = whole.session;
    this.attachments = new AllureAttachments();
    this.heldEvidence = whole.heldEvidence;
    this.keptChecks = whole.keptChecks;
    this.place = whole.place + "#" + number;
    this.where = whole.where;
    this.variables.putAll(whole.variables);
  }

  /** Where a scope's evidence goes. */
  interface Attachments {
    void attach(String name, String mediaType, String content);
  }

  static ScenarioScope begin(
      @Nullable HostSession session, Attachments attachments, String where, boolean alone) {
    ScenarioScope scope = new ScenarioScope(session, attachments, where);
    scope.alone = alone;
    CURRENT.set(scope);
    return scope;
  }

  static void end() {
    CURRENT.remove();
  }

  static @Nullable ScenarioScope orNull() {
    return CURRENT.get();
  }

  /** The scope of the scenario that runs on this thread. */
  public static ScenarioScope current() {
    ScenarioScope scope = CURRENT.get();
    if (scope == null) {
      throw StepFailure.of("No scenario runs on thread '" + Thread.currentThread().getName() + "'.")
          .evidence("A scenario scope is bound to the thread that runs the scenario's steps.")
          .fix("Take ScenarioScope.current() in the step, and hand it to the threads it starts.");
    }
    return scope;
  }

  /**
   * A scope for one of several that act at once in this scenario. It has the trace id and what is
   * saved and named by now; what it saves and names from now on is its own, so that its {@code Ada}
   * is another one than the next copy's. What it registers for the end runs at the scenario's end.
   */
  public ScenarioScope copy(int number) {
    return new ScenarioScope(this, number);
  }

  /** What runs within a scope. */
  @FunctionalInterface
  public interface Action {

    /** Runs; may throw whatever a step may throw. */
    void run() throws Throwable;
  }

  /** Runs an action with this scope as that of the running thread. */
  public void bound(Action action) throws Throwable {
    ScenarioScope before = CURRENT.get();
    CURRENT.set(this);
    try {
      action.run();
    } finally {
      CURRENT.set(before);
    }
  }

  /** The scenario's trace id, 32 lower-case hexadecimal digits. */
  public String traceId() {
    return traceId;
  }

  /** When the scenario began. */
  public Instant startedAt() {
    return startedAt;
  }

  /** How long ago the scenario began, by the monotonic clock. */
  public Duration age() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** The seed of what is random here: the same for the same scenario and seed of the run. */
  public long seed() {
    return Seed.of(place);
  }

  /** A {@code traceparent} header for one request, https://www.w3.org/TR/trace-context/. */
  public String newTraceparent() {
    acts();
    (whole == null ? this : whole).traceSent = true;
    long span = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    return "00-" + traceId + "-" + String.format("%016x", span) + "-01";
  }

  /**
   * Whether the scenario sent its trace id by now, with a request or a message, so that the calls
   * that follow from it are seen as its own.
   */
  public boolean hasSentTrace() {
    return (whole == null ? this : whole).traceSent;
  }

  /** Saves a value under a name. */
  public void set(String name, Object value) {
    Secrets.learn(name, String.valueOf(value));
    variables.put(name, value);
  }

  /**
   * The value saved under a name.
   *
   * @throws StepFailure when there is none; the message lists the known names
   */
  public Object get(String name) {
    Object value = variables.get(name);
    if (value == null) {
      String known = variables.isEmpty() ? "none" : String.join(", ", variables.keySet());
      throw StepFailure.of("Nothing is saved as '" + name + "'.")
          .evidence("Known names: " + known + ".")
          .fix("Save it in an earlier step, or correct the name.");
    }
    return value;
  }

  boolean has(String name) {
    return variables.containsKey(name);
  }

  /**
   * The text with every <code>${name}</code>, <code>${alias:Ada}</code> and <code>
   * ${function:argument}</code> replaced.
   */
  public String resolve(String text) {
    return values.resolve(text);
  }

  /** The name's value on the wire, unique to this scenario; {@code Ada} to {@code Ada-7f3k2q}. */
  public String alias(String written) {
    return aliases.alias(written);
  }

  /** The text with values on the wire as they were written. */
  public String reveal(String text) {
    return aliases.reveal(text);
  }

  /** A step artifact's own state in this scenario, made at the first call. */
  public <T> T state(Class<T> key, Supplier<T> first) {
    Object state = states.get(key);
    if (state == null) {
      state = first.get(); // It may ask for the state of another key.
      states.put(key, state);
    }
    return key.cast(state);
  }

  /** Runs an action at the scenario's end, also after a failure, the last registered first. */
  public void onEnd(String what, AutoCloseable action) {
    cleanUps.add(what, action);
  }

  /**
   * Repeats a check, which held just now, before the scenario acts again and at its end, so that a
   * second call or message that comes late is noticed. It must not wait.
   *
   * @param what it, as in "could not …"
   * @param key what it is about; a later check of the same takes its place
   */
  public void keep(String what, Object key, Action check) {
    keptChecks.keep(what, key, this, check);
  }

  /** Says that the running step is about to do something that may change what was checked. */
  public void acts() {
    keptChecks.acts();
  }

  KeptChecks keptChecks() {
    return keptChecks;
  }

  /**
   * Makes sure that no other scenario runs until this one's end, and runs an action then, before
   * anything else that is to be done there. A scenario that was known to need it is alone already.
   */
  public void alone(String what, AutoCloseable atEnd) {
    ScenarioScope all = whole == null ? this : whole;
    synchronized (all) {
      if (!all.alone) {
        enterAlone(all);
      }
    }
    cleanUps.addFirst(what, atEnd);
  }

  private static void enterAlone(ScenarioScope all) {
    try {
      all.session().lanes().takeOver();
      all.alone = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StepFailure.of("The scenario was interrupted while it waited to be alone.").causedBy(e);
    }
  }

  boolean isAlone() {
    return alone;
  }

  CleanUps cleanUps() {
    return cleanUps;
  }

  /** Adds evidence to the running step: as written, without secrets, cut when very long. */
  public void attach(String name, String mediaType, String content) {
    attachments.attach(reveal(name), mediaType, shown(content));
  }

  /**
   * Adds evidence to the running step of which a reader wants all only when the scenario fails:
   * then it is attached as {@link #attach} does.
   *
   * @param brief what is shown at once, names and values, as parameters of the step
   */
  public void attach(String name, String mediaType, String content, Map<String, String> brief) {
    Map<String, String> shown = new LinkedHashMap<>();
    brief.forEach((what, value) -> shown.put(shown(what), shown(value)));
    String whole = shown(content);
    if (!heldEvidence.hold(reveal(name), mediaType, whole, shown)) {
      attachments.attach(reveal(name), mediaType, whole);
    }
  }

  HeldEvidence heldEvidence() {
    return heldEvidence;
  }

  private String shown(String content) {
    String shown = Secrets.mask(reveal(content));
    return shown.length() <= LONGEST_ATTACHMENT
        ? shown
        : shown.substring(0, LONGEST_ATTACHMENT)
            + ("\n… cut: " + shown.length() + " characters in all");
  }

  /** The host's API. */
  public HostClient host() {
    HostClient host = session().host();
    if (host == null) {
      throw noHost();
    }
    return host;
  }

  /** The running environment. */
  public EnvironmentDescription environment() {
    return session().environment();
  }

  /** The address of a service, such as {@code http://127.0.0.1:32771}. */
  public String address(String service) {
    return ServiceAddress.of(service, environment());
  }

  /** The project's folder. */
  public Path directory() {
    return Path.of("").toAbsolutePath();
  }

  /**
   * How long a step waits for something that takes its time, such as a mail: 10 seconds, or the
   * system property {@code trestle.patience.millis}.
   */
  public Duration patience() {
    return Duration.ofMillis(Long.getLong("trestle.patience.millis", 10_000));
  }

  /** The running step's {@code file.feature:line}, or the scenario's where that is not known. */
  public String where() {
    return whole == null ? where : whole.where();
  }

  void at(String step) {
    where = step;
  }

  @Nullable HostClient hostOrNull() {
    return session == null ? null : session.host();
  }

  private HostSession session() {
    if (session == null) {
      throw noHost();
    }
    return session;
  }

  private StepFailure noHost() {
    return StepFailure.of("This run has no environment.")
        .evidence("The scenario was not started by Trestle, so there is no host to ask.")
        .fix("Run it with 'mvn trestle:run'.");
  }
}
