package dev.trestle.steps.core.phrase;

import dev.trestle.steps.core.StepArtifact;
import io.cucumber.core.backend.BackendProviderService;
import io.cucumber.core.backend.Container;
import io.cucumber.core.backend.Glue;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/**
 * The backends that define steps, such as cucumber-java's.
 *
 * @param instances those of the lane, shared with Cucumber's own steps
 * @param classLoader as Cucumber gives it
 */
record OtherBackends(Instances instances, Supplier<ClassLoader> classLoader) {

  /** Loads glue that Cucumber loads too: its classes are in the container already. */
  void record(RecordedGlue glue, List<URI> gluePaths) {
    load(instances::learn, glue, gluePaths);
  }

  /**
   * Loads the packages of step artifacts that are not in the glue paths, as when an IDE starts
   * Cucumber for one feature and knows nothing of the step library.
   */
  void addArtifacts(Glue cucumber, RecordedGlue recorded, List<URI> gluePaths) {
    List<URI> missing = new ArrayList<>();
    for (StepArtifact artifact : ServiceLoader.load(StepArtifact.class, classLoader.get())) {
      for (String name : artifact.glue()) {
        URI path = URI.create("classpath:/" + name.replace('.', '/'));
        if (gluePaths.stream().noneMatch(covering -> covers(covering, path))) {
          missing.add(path);
        }
      }
    }
    if (!missing.isEmpty()) {
      load(instances, cucumber, missing);
      record(recorded, missing);
    }
  }

  private static boolean covers(URI covering, URI path) {
    String above = covering.getSchemeSpecificPart().replaceAll("/+$", "");
    String below = path.getSchemeSpecificPart();
    return below.equals(above) || below.startsWith(above + "/");
  }

  private void load(Container container, Glue glue, List<URI> gluePaths) {
    for (BackendProviderService service :
        ServiceLoader.load(BackendProviderService.class, classLoader.get())) {
      if (definesSteps(service)) {
        service.create(instances, container, classLoader).loadGlue(glue, gluePaths);
      }
    }
  }

  /** Trestle's own backends add hooks and phrases, which Cucumber must not get twice. */
  private static boolean definesSteps(BackendProviderService service) {
    return !service.getClass().getName().startsWith("dev.trestle.");
  }
}
