package dev.trestle.steps.core.phrase.duration;

import io.cucumber.java.ParameterType;

/** Defines a type of the same name. */
public final class OtherDuration {

  @ParameterType("short|long")
  public String duration(String text) {
    return text;
  }
}
