package dev.trestle.steps.core.phrase.glue;

import java.util.ArrayList;
import java.util.List;

/** What the steps of one scenario share. */
public final class Till {

  final List<String> log = new ArrayList<>();
  int answers;

  /** One of each scenario. */
  public Till() {}
}
