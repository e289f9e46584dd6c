package dev.trestle.steps.amqp;

import dev.trestle.steps.core.StepArtifact;
import java.util.List;

/** Registers the steps for AMQP. */
public final class AmqpArtifact implements StepArtifact {

  /** For {@link java.util.ServiceLoader}. */
  public AmqpArtifact() {}

  @Override
  public String name() {
    return "amqp";
  }

  @Override
  public List<String> glue() {
    return List.of(AmqpArtifact.class.getPackageName());
  }

  @Override
  public List<String> phrasebooks() {
    return List.of();
  }
}
