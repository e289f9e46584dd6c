package dev.trestle.steps.core.runner;

import dev.trestle.steps.core.catalogue.CatalogueEntry;
import dev.trestle.steps.core.catalogue.StepCatalogue;
import java.util.List;

/** What to say of the project's own packages beside an undefined step. */
final class GlueHint {

  private GlueHint() {}

  /** The sentences, empty when every package that the project names has steps. */
  static String of(List<String> glue, StepCatalogue catalogue) {
    List<CatalogueEntry> own =
        catalogue.entries().stream()
            .filter(entry -> entry.kind() == CatalogueEntry.Kind.STEP)
            .filter(entry -> entry.artifact().equals("project"))
            .toList();
    if (glue.isEmpty()) {
      return own.isEmpty()
          ? "\nIf it is defined in Java, name its package in the parameter trestle.glue, which names"
              + " none."
          : "";
    }
    List<String> without =
        glue.stream()
            .filter(name -> own.stream().noneMatch(entry -> isIn(entry.location(), name)))
            .toList();
    return without.isEmpty()
        ? ""
        : "\nThe parameter trestle.glue names '"
            + String.join("', '", without)
            + "', in which there is no step. Packages are searched on the project's test class path,"
            + " such as target/test-classes.";
  }

  private static boolean isIn(String location, String glue) {
    String name = glue.replaceFirst("^classpath:/*", "").replace('/', '.');
    return name.isEmpty() || location.startsWith(name + ".");
  }
}
