package dev.trestle.steps.messaging;

import dev.trestle.steps.core.StepArtifact;
import java.util.List;

/** Registers the steps for messages. */
public final class MessagingArtifact implements StepArtifact {

  /** For {@link java.util.ServiceLoader}. */
  public MessagingArtifact() {}

  @Override
  public String name() {
    return "messaging";
  }

  @Override
  public List<String> glue() {
    return List.of(MessagingArtifact.class.getPackageName());
  }

  @Override
  public List<String> phrasebooks() {
    return List.of();
  }
}
