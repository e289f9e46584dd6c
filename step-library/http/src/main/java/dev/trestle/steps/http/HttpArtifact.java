package dev.trestle.steps.http;

import dev.trestle.steps.core.StepArtifact;
import java.util.List;

/** Registers the steps for HTTP. */
public final class HttpArtifact implements StepArtifact {

  /** For {@link java.util.ServiceLoader}. */
  public HttpArtifact() {}

  @Override
  public String name() {
    return "http";
  }

  @Override
  public List<String> glue() {
    return List.of(HttpArtifact.class.getPackageName());
  }

  @Override
  public List<String> phrasebooks() {
    return List.of();
  }
}
