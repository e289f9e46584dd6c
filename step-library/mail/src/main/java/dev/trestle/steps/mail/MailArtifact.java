package dev.trestle.steps.mail;

import dev.trestle.steps.core.StepArtifact;
import java.util.List;

/** Registers the mail steps. */
public final class MailArtifact implements StepArtifact {

  /** For {@link java.util.ServiceLoader}. */
  public MailArtifact() {}

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public List<String> glue() {
    return List.of("dev.trestle.steps.mail");
  }

  @Override
  public List<String> phrasebooks() {
    return List.of();
  }
}
