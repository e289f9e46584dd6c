package dev.trestle.steps.faults;

import dev.trestle.steps.core.StepArtifact;
import java.util.List;

/** Registers the steps about connections. */
public final class FaultsArtifact implements StepArtifact {

  /** For {@link java.util.ServiceLoader}. */
  public FaultsArtifact() {}

  @Override
  public String name() {
    return "faults";
  }

  @Override
  public List<String> glue() {
    return List.of("dev.trestle.steps.faults");
  }

  @Override
  public List<String> phrasebooks() {
    return List.of();
  }

  @Override
  public List<String> alone() {
    return OutageSteps.ALL;
  }
}
