package dev.trestle.steps.data;

import dev.trestle.steps.core.StepArtifact;
import java.util.List;

/** Registers the steps for test data. */
public final class DataArtifact implements StepArtifact {

  /** For {@link java.util.ServiceLoader}. */
  public DataArtifact() {}

  @Override
  public String name() {
    return "data";
  }

  @Override
  public List<String> glue() {
    return List.of(DataArtifact.class.getPackageName());
  }

  @Override
  public List<String> phrasebooks() {
    return List.of();
  }
}
