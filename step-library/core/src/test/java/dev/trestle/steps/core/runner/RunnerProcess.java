package dev.trestle.steps.core.runner;

import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.RunnerRequest;
import dev.trestle.steps.core.testing.FakeHost;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A project in a folder and the runner as a real child process in it. */
final class RunnerProcess implements AutoCloseable {

  private static final String CUCUMBER = File.separator + Path.of("io", "cucumber");
  private static final String MAVEN = File.separator + Path.of("org", "apache", "maven");
  private static final String GLUE = "dev.trestle.steps.core.runner.glue";

  private final Path project;
  private final FakeHost host;
  private final List<String> features = new ArrayList<>();
  private List<String> glue = List.of(GLUE);
  private List<String> cucumber = List.of();
  private boolean spring;
  private int lanes = 1;
  private boolean dryRun;
  private List<String> arguments = List.of();
  private @Nullable String tags;
  private @Nullable Process process;

  RunnerProcess(Path project, FakeHost host) {
    this.project = project;
    this.host = host;
  }

  RunnerProcess feature(String name, String text) {
    try {
      Path file = project.resolve("features").resolve(name);
      Files.createDirectories(project.resolve("features"));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  RunnerProcess select(String... paths) {
    features.addAll(List.of(paths));
    return this;
  }

  RunnerProcess glue(String... packages) {
    glue = List.of(packages);
    return this;
  }

  /** Takes these jars in the place of all of Cucumber's. */
  RunnerProcess cucumber(List<String> jars) {
    cucumber = jars;
    return this;
  }

  RunnerProcess warmedUp() {
    arguments = List.of(Protocol.WARM_UP);
    return this;
  }

  RunnerProcess withSpring() {
    spring = true;
    return this;
  }

  /** Cucumber's own settings on the project's class path. */
  RunnerProcess settings(String properties) throws IOException {
    Files.createDirectories(project.resolve("classes"));
    Files.writeString(project.resolve("classes/cucumber.properties"), properties);
    return this;
  }

  RunnerProcess lanes(int count) {
    lanes = count;
    return this;
  }

  RunnerProcess dryRun() {
    dryRun = true;
    return this;
  }

  RunnerProcess tags(String expression) {
    tags = expression;
    return this;
  }

  /** Runs to the end and returns the exit code. */
  int run() throws Exception {
    Process started = start();
    if (!started.waitFor(120, TimeUnit.SECONDS)) {
      throw new AssertionError("The runner did not end. " + errors());
    }
    return started.exitValue();
  }

  Process start() throws IOException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> spring || !entry.contains("cucumber-spring"))
            .filter(entry -> !entry.contains(MAVEN))
            .filter(entry -> cucumber.isEmpty() || !entry.contains(CUCUMBER))
            .collect(
                Collectors.joining(
                    File.pathSeparator, project.resolve("classes") + File.pathSeparator, ""));
    for (String jar : cucumber) {
      classPath += File.pathSeparator + jar;
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(java, "-Xshare:auto", "-cp", classPath, Runner.class.getName());
    builder.command().addAll(arguments);
    builder.directory(project.toFile());
    builder.redirectOutput(project.resolve("out").toFile());
    builder.redirectError(project.resolve("err").toFile());
    Process started = builder.start();
    process = started;
    OutputStream input = started.getOutputStream();
    input.write((JsonRecords.write(request()) + "\n").getBytes(StandardCharsets.UTF_8));
    input.flush();
    return started;
  }

  private RunnerRequest request() {
    return new RunnerRequest(
        Protocol.VERSION,
        host.address().toString(),
        host.token(),
        features.isEmpty() ? List.of("features") : features,
        glue,
        tags,
        List.of(),
        lanes,
        project.resolve("allure-results").toString(),
        dryRun,
        "",
        "");
  }

  String errors() {
    return text("err") + text("out");
  }

  String text(String file) {
    try {
      return Files.exists(project.resolve(file)) ? Files.readString(project.resolve(file)) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  AllureResults results() {
    return AllureResults.in(project.resolve("allure-results"));
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
