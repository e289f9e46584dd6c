package dev.trestle.steps.json;

import io.cucumber.java.ParameterType;

/** The parameter type {@code {json}} of the steps for JSON. */
public final class JsonTypes {

  /** Where JSON comes from: {@code the response}, {@code the value "cart"} or a file. */
  @ParameterType(JsonSource.WRITTEN)
  public JsonSource json(String written) {
    return JsonSource.of(written);
  }
}
