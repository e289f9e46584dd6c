package dev.trestle.protocol;

/** Constants that host, runner and plugin share. */
public final class Protocol {

  /** The version of the format; both ends must have the same. */
  public static final int VERSION = 2;

  /** The line on a host's standard input after which it outlives who started it. */
  public static final String STAY = "stay";

  /** The argument of a runner that has time to load what every run needs before its request. */
  public static final String WARM_UP = "warm-up";

  /** The header with a scenario's trace context, https://www.w3.org/TR/trace-context/. */
  public static final String TRACEPARENT = "traceparent";

  /**
   * The header of a message that the test itself sends, so that it is not held against the contract
   * of who publishes there.
   */
  public static final String TEST_MESSAGE = "trestle-test";

  /** Path of the running environment's description; a start request is posted to it. */
  public static final String ENVIRONMENT = "/v1/environment";

  /** Path of the host's status; deleting it ends the host. */
  public static final String HOST = "/v1/host";

  /** Path to which a run is posted. */
  public static final String RUNS = "/v1/runs";

  /** Path to which a mutation of answers is posted. */
  public static final String MUTATIONS = "/v1/mutations";

  /** Path to which the runner streams Cucumber Messages as NDJSON. */
  public static final String MESSAGES = "/v1/messages";

  /** Path to which a report request is posted. */
  public static final String REPORTS = "/v1/reports";

  /** Path of the mailbox. */
  public static final String MAIL = "/v1/mail";

  /** Path of scenario-scoped stub mappings. */
  public static final String STUBS = "/v1/stubs";

  /** Path of faults. */
  public static final String FAULTS = "/v1/faults";

  /** Path of real outages; deleting it undoes them all. */
  public static final String OUTAGES = "/v1/outages";

  /** Path of interactions. */
  public static final String INTERACTIONS = "/v1/interactions";

  /** Path of what the host sees of the calls of one service to another. */
  public static final String EDGES = "/v1/edges";

  /** Path of the secrets that the host knows. */
  public static final String SECRETS = "/v1/secrets";

  /** Path of the services' logs. */
  public static final String LOGS = "/v1/logs";

  /** Path of scenarios; deleting one ends its stubs and faults. */
  public static final String SCENARIOS = "/v1/scenarios";

  private Protocol() {}
}
