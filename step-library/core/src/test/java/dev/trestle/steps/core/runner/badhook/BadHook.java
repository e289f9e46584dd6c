package dev.trestle.steps.core.runner.badhook;

import io.cucumber.java.Before;

/** Glue with a hook that Cucumber cannot use. */
public final class BadHook {

  @Before("@a and (")
  public void prepare() {}
}
