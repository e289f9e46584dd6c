package dev.trestle.steps.commerce;

import dev.trestle.steps.core.StepArtifact;
import java.util.List;

/** Registers the words and phrases of a shop. */
public final class CommerceArtifact implements StepArtifact {

  private static final List<String> PHRASEBOOKS =
      List.of(
          "shop", "shopper", "cart", "pricing", "payment", "inventory", "notification", "crowd");

  @Override
  public String name() {
    return "commerce";
  }

  @Override
  public List<String> glue() {
    return List.of(CommerceArtifact.class.getPackageName());
  }

  @Override
  public List<String> phrasebooks() {
    return PHRASEBOOKS.stream()
        .map(name -> "dev/trestle/steps/commerce/" + name + ".phrases.feature")
        .toList();
  }
}
