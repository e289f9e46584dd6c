package dev.trestle.steps.openapi;

import io.cucumber.java.ParameterType;

/** The parameter type {@code {violation}} of the steps for OpenAPI. */
public final class OpenApiTypes {

  /** A kind of invalid request, such as {@code required field missing}. */
  @ParameterType(Violation.WRITTEN)
  public Violation violation(String written) {
    return Violation.named(written);
  }
}
