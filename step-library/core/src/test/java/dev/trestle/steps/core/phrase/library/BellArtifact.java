package dev.trestle.steps.core.phrase.library;

import dev.trestle.steps.core.StepArtifact;
import java.util.List;

/** A step artifact. */
public final class BellArtifact implements StepArtifact {

  @Override
  public String name() {
    return "bell";
  }

  @Override
  public List<String> glue() {
    return List.of("dev.trestle.steps.core.phrase.library");
  }

  @Override
  public List<String> phrasebooks() {
    return List.of("dev/trestle/steps/core/phrase/library/bell.phrases.feature");
  }

  @Override
  public List<String> alone() {
    return List.of("the bell rings {int} time(s)");
  }
}
