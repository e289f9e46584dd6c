package dev.trestle.steps.faults;

import io.cucumber.java.ParameterType;

/** The end of a step that says which calls it means. */
public final class FaultTypes {

  /** For the object factory. */
  public FaultTypes() {}

  /** Nothing, or what {@link CallRange} reads. */
  @ParameterType(value = CallRange.REGEXP, name = "whichCalls")
  public CallRange whichCalls(String written) {
    return CallRange.of(written == null ? "" : written);
  }
}
