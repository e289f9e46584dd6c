package dev.trestle.steps.core.internal;

/** What reports call the hooks around a scenario. */
public final class HookNames {

  /** The hook before everything else. */
  public static final String BEGIN = "Trestle begins the scenario";

  /** The hook after everything else. */
  public static final String END = "Trestle ends the scenario";

  private HookNames() {}
}
