package dev.trestle.steps.core.phrase;

import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.picocontainer.PicoFactory;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestStepFinished;
import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.cucumber7jvm.AllureCucumber7Jvm;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs features with phrasebooks in this process, and keeps what came of it. */
final class PhraseRun {

  private final Path folder;
  private final List<String> scenarios = Collections.synchronizedList(new ArrayList<>());
  private final List<Step> steps = Collections.synchronizedList(new ArrayList<>());
  private Consumer<RuntimeOptionsBuilder> options = builder -> {};
  private ClassLoader classLoader = PhraseRun.class.getClassLoader();
  private Set<String> texts = Set.of();
  private String glue = "dev/trestle/steps/core/phrase/glue";

  /** A step and its end. */
  record Step(String text, Status status, @Nullable Throwable error) {}

  PhraseRun(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("features"));
    Files.createDirectories(folder.resolve("phrases"));
  }

  PhraseRun phrases(String file, String... lines) throws IOException {
    Files.writeString(folder.resolve("phrases").resolve(file), String.join("\n", lines) + "\n");
    return this;
  }

  PhraseRun classLoader(ClassLoader classLoader) {
    this.classLoader = classLoader;
    return this;
  }

  PhraseRun glue(String path) {
    this.glue = path;
    return this;
  }

  PhraseRun options(Consumer<RuntimeOptionsBuilder> options) {
    this.options = options;
    return this;
  }

  /** What the selected features say, which only Trestle's runner knows. */
  PhraseRun texts(String... texts) {
    this.texts = Set.of(texts);
    return this;
  }

  /** Runs one scenario with these steps. */
  PhraseRun scenario(String... steps) throws IOException {
    return feature("Feature: shop", "Scenario: one", String.join("\n", steps));
  }

  /** Runs a feature. */
  PhraseRun feature(String... lines) throws IOException {
    Path feature = folder.resolve("features/shop.feature");
    Files.writeString(feature, String.join("\n", lines) + "\n");
    RuntimeOptionsBuilder builder =
        new RuntimeOptionsBuilder()
            .addFeature(FeatureWithLines.parse(feature.toString()))
            .addGlue(URI.create("classpath:/" + glue))
            .setObjectFactoryClass(PicoFactory.class);
    options.accept(builder);
    AllureLifecycle lifecycle = new AllureLifecycle(new FileSystemResultsWriter(allure()));
    Allure.setLifecycle(lifecycle);
    FeatureTexts.use(() -> texts);
    System.setProperty(Phrasebooks.FOLDERS, folder.resolve("phrases").toString());
    try {
      Runtime.builder()
          .withRuntimeOptions(builder.build())
          .withClassLoader(() -> classLoader)
          .withAdditionalPlugins(new Outcome(), new AllureCucumber7Jvm(lifecycle))
          .build()
          .run();
    } finally {
      System.clearProperty(Phrasebooks.FOLDERS);
      FeatureTexts.use(null);
    }
    return this;
  }

  List<Step> steps() {
    return steps;
  }

  List<String> scenarios() {
    return scenarios;
  }

  /** The message of the only step that failed. */
  String message() {
    return String.valueOf(error().getMessage()).replace(phrasesFolder(), "");
  }

  Throwable error() {
    return steps.stream().map(Step::error).filter(e -> e != null).findFirst().orElseThrow();
  }

  String phrasesFolder() {
    return folder.resolve("phrases") + "/";
  }

  Path allure() {
    return folder.resolve("allure-results");
  }

  /** What Allure shows of the only scenario, one step a line, nested ones indented. */
  String allureTree() throws IOException {
    return AllureTree.of(allure());
  }

  private final class Outcome implements ConcurrentEventListener {
    @Override
    public void setEventPublisher(EventPublisher publisher) {
      publisher.registerHandlerFor(TestStepFinished.class, this::step);
      publisher.registerHandlerFor(
          TestCaseFinished.class,
          event ->
              scenarios.add(event.getTestCase().getName() + " " + event.getResult().getStatus()));
    }

    private void step(TestStepFinished event) {
      if (event.getTestStep() instanceof PickleStepTestStep step) {
        steps.add(
            new Step(
                step.getStep().getText(),
                event.getResult().getStatus(),
                event.getResult().getError()));
      }
    }
  }
}
