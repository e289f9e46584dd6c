package dev.trestle.steps.concurrency;

import dev.trestle.steps.core.StepArtifact;
import java.util.List;

/** Registers the steps about those that act at once. */
public final class ConcurrencyArtifact implements StepArtifact {

  /** For {@link java.util.ServiceLoader}. */
  public ConcurrencyArtifact() {}

  @Override
  public String name() {
    return "concurrency";
  }

  @Override
  public List<String> glue() {
    return List.of(ConcurrencyArtifact.class.getPackageName());
  }

  @Override
  public List<String> phrasebooks() {
    return List.of();
  }
}
