package dev.trestle.steps.core.runner;

import dev.trestle.protocol.RunnerRequest;
import dev.trestle.steps.core.AloneScenarios;
import dev.trestle.steps.core.StepArtifact;
import dev.trestle.steps.core.StepPosition;
import dev.trestle.steps.core.allure.AllurePlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** A request as arguments of Cucumber's command line. */
final class CucumberArguments {

  /** Without any glue Cucumber would search the whole class path. */
  private static final String NO_GLUE = "dev.trestle.steps.none";

  private CucumberArguments() {}

  static List<String> of(RunnerRequest request, ClassLoader loader) {
    List<String> arguments = new ArrayList<>();
    List.of(MessagesPlugin.class, StepPosition.class, AloneScenarios.class, AllurePlugin.class)
        .forEach(plugin -> arguments.addAll(List.of("--plugin", plugin.getName())));
    arguments.addAll(List.of("--threads", String.valueOf(Math.max(1, request.lanes()))));
    arguments.addAll(List.of("--no-summary", "--monochrome", "--glue", NO_GLUE));
    for (String glue : glue(request, loader)) {
      arguments.addAll(List.of("--glue", glue));
    }
    String tags = request.tags();
    if (tags != null && !tags.isBlank()) {
      arguments.addAll(List.of("--tags", tags));
    }
    for (String name : request.names()) {
      arguments.addAll(List.of("--name", name));
    }
    arguments.add(request.dryRun() ? "--dry-run" : "--no-dry-run");
    ObjectFactories.choose(loader)
        .ifPresent(factory -> arguments.addAll(List.of("--object-factory", factory)));
    arguments.addAll(FeaturePaths.expand(request.features()));
    return arguments;
  }

  private static List<String> glue(RunnerRequest request, ClassLoader loader) {
    List<String> glue = new ArrayList<>(request.glue());
    ServiceLoader.load(StepArtifact.class, loader)
        .forEach(artifact -> glue.addAll(artifact.glue()));
    return glue.stream().distinct().toList();
  }
}
