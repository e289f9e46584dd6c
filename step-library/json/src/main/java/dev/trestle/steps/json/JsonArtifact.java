package dev.trestle.steps.json;

import dev.trestle.steps.core.StepArtifact;
import java.util.List;

/** Registers the steps for JSON. */
public final class JsonArtifact implements StepArtifact {

  /** For {@link java.util.ServiceLoader}. */
  public JsonArtifact() {}

  @Override
  public String name() {
    return "json";
  }

  @Override
  public List<String> glue() {
    return List.of(JsonArtifact.class.getPackageName());
  }

  @Override
  public List<String> phrasebooks() {
    return List.of();
  }
}
