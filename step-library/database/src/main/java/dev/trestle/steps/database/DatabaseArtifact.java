package dev.trestle.steps.database;

import dev.trestle.steps.core.StepArtifact;
import java.util.List;

/** Registers the steps for databases. */
public final class DatabaseArtifact implements StepArtifact {

  /** For {@link java.util.ServiceLoader}. */
  public DatabaseArtifact() {}

  @Override
  public String name() {
    return "database";
  }

  @Override
  public List<String> glue() {
    return List.of(DatabaseArtifact.class.getPackageName());
  }

  @Override
  public List<String> phrasebooks() {
    return List.of();
  }
}
