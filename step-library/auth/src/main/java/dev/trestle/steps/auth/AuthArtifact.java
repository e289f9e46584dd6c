package dev.trestle.steps.auth;

import dev.trestle.steps.core.StepArtifact;
import java.util.List;

/** Registers the steps for tokens and other credentials. */
public final class AuthArtifact implements StepArtifact {

  /** For {@link java.util.ServiceLoader}. */
  public AuthArtifact() {}

  @Override
  public String name() {
    return "auth";
  }

  @Override
  public List<String> glue() {
    return List.of(AuthArtifact.class.getPackageName());
  }

  @Override
  public List<String> phrasebooks() {
    return List.of();
  }
}
