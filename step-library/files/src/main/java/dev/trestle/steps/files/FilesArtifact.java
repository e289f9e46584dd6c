package dev.trestle.steps.files;

import dev.trestle.steps.core.StepArtifact;
import java.util.List;

/** Registers the steps about files. */
public final class FilesArtifact implements StepArtifact {

  /** For {@link java.util.ServiceLoader}. */
  public FilesArtifact() {}

  @Override
  public String name() {
    return "files";
  }

  @Override
  public List<String> glue() {
    return List.of(FilesArtifact.class.getPackageName());
  }

  @Override
  public List<String> phrasebooks() {
    return List.of();
  }
}
