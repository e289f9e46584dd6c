package dev.trestle.steps.openapi;

import dev.trestle.steps.core.StepArtifact;
import java.util.List;

/** Registers the steps for OpenAPI. */
public final class OpenApiArtifact implements StepArtifact {

  /** For {@link java.util.ServiceLoader}. */
  public OpenApiArtifact() {}

  @Override
  public String name() {
    return "openapi";
  }

  @Override
  public List<String> glue() {
    return List.of(OpenApiArtifact.class.getPackageName());
  }

  @Override
  public List<String> phrasebooks() {
    return List.of();
  }
}
