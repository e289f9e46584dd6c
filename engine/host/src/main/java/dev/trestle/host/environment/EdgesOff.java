package dev.trestle.host.environment;

/** What is said to a step that needs an edge where there is none. */
final class EdgesOff {

  private EdgesOff() {}

  /** How a connection is named. */
  static String between(String consumer, String provider) {
    return "the connection from '%s' to '%s'".formatted(consumer, provider);
  }

  /**
   * The four parts.
   *
   * @param what what the step would see or break
   */
  static String message(String what) {
    return "There is no edge proxy to see or break %s.%n".formatted(what)
        + "The environment was started with trestle.edges=false.%n".formatted()
        + "The parameter is in the POM's configuration or on the command line of mvn.%n".formatted()
        + "Start the environment without it, or leave out the scenarios that need edges,"
        + " such as with -Dtrestle.tags=\"not @edges\".";
  }
}
