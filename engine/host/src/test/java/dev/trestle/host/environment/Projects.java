package dev.trestle.host.environment;

import dev.trestle.host.compose.Build;
import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.ContainerSettings;
import dev.trestle.host.compose.Dependency;
import dev.trestle.host.compose.DependencyCondition;
import dev.trestle.host.compose.Healthcheck;
import dev.trestle.host.compose.Position;
import dev.trestle.host.compose.ProcessCommand;
import dev.trestle.host.compose.Readiness;
import dev.trestle.host.compose.ToldEdge;
import dev.trestle.host.compose.Value;
import dev.trestle.host.compose.VolumeMount;
import dev.trestle.host.compose.XTrestle;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Composes projects for tests. */
public final class Projects {

  private Projects() {}

  public static ComposeProject of(Path folder, Builder... services) {
    Map<String, ComposeService> byName = new LinkedHashMap<>();
    for (Builder service : services) {
      byName.put(service.name, service.build(folder));
    }
    return new ComposeProject("test", List.of(folder.resolve("compose.yaml")), byName, List.of());
  }

  public static Builder service(String name) {
    return new Builder(name);
  }

  public static Position at(int line) {
    return new Position(Path.of("compose.yaml"), line);
  }

  public static Value value(String text) {
    return new Value(text, at(1));
  }

  /** A service in the making. */
  public static final class Builder {
    private final String name;
    private final Map<String, Value> environment = new LinkedHashMap<>();
    private final Map<String, Dependency> dependsOn = new LinkedHashMap<>();
    private final List<Value> databases = new ArrayList<>();
    private final List<ToldEdge> edges = new ArrayList<>();
    private final List<Integer> expose = new ArrayList<>();
    private @Nullable String image;
    private @Nullable List<Value> command;
    private @Nullable Readiness ready;
    private @Nullable Path stub;
    private @Nullable Path openapi;
    private @Nullable Path asyncapi;
    private @Nullable Healthcheck healthcheck;
    private ContainerSettings container = ContainerSettings.none();
    private @Nullable Build build;
    private List<String> containerCommand = List.of();
    private final List<VolumeMount> volumes = new ArrayList<>();

    private Builder(String name) {
      this.name = name;
    }

    public Builder image(String image) {
      this.image = image;
      return this;
    }

    public Builder process(String... command) {
      this.command = List.of(command).stream().map(Projects::value).toList();
      return this;
    }

    /** A process of this Java that runs a main class of the tests. */
    public Builder java(Class<?> main, String... arguments) {
      List<String> all = new ArrayList<>();
      all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      all.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp"));
      all.add(System.getProperty("java.class.path"));
      all.add(main.getName());
      all.addAll(List.of(arguments));
      return process(all.toArray(String[]::new));
    }

    /** What a container runs. */
    public Builder command(String... words) {
      containerCommand = List.of(words);
      return this;
    }

    /** An image that is built from a folder. */
    public Builder build(Build wanted) {
      build = wanted;
      return this;
    }

    public Builder container(ContainerSettings settings) {
      container = settings;
      return this;
    }

    /** A container of an image with Java that runs a main class of the tests on port 8080. */
    public Builder javaContainer(String jre, Class<?> main) {
      Path classes;
      try {
        classes = Path.of(main.getProtectionDomain().getCodeSource().getLocation().toURI());
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      }
      volumes.add(
          new VolumeMount(VolumeMount.Type.BIND, classes.toString(), "/classes", true, at(9)));
      return image(jre)
          .command("java", "-XX:TieredStopAtLevel=1", "-cp", "/classes", main.getName())
          .env("PORT", "8080")
          .env("HOST", "0.0.0.0")
          .expose(8080);
    }

    public Builder env(String variable, String text) {
      environment.put(variable, value(text));
      return this;
    }

    public Builder expose(int port) {
      expose.add(port);
      return this;
    }

    public Builder stub(Path folder) {
      stub = folder;
      return this;
    }

    public Builder openapi(Path document) {
      openapi = document;
      return this;
    }

    public Builder asyncapi(Path document) {
      asyncapi = document;
      return this;
    }

    public Builder databases(String... names) {
      List.of(names).forEach(database -> databases.add(value(database)));
      return this;
    }

    public Builder readyHttp(String path, Duration timeout) {
      ready = new Readiness.Http(path, null, null, timeout, at(41));
      return this;
    }

    public Builder ready(Readiness readiness) {
      ready = readiness;
      return this;
    }

    public Builder healthcheck(String... test) {
      healthcheck =
          new Healthcheck(
              List.of(test),
              Duration.ofSeconds(1),
              Duration.ofSeconds(1),
              3,
              Duration.ZERO,
              false,
              at(7));
      return this;
    }

    public Builder edge(ToldEdge edge) {
      edges.add(edge);
      return this;
    }

    public Builder dependsOn(String other, DependencyCondition condition) {
      dependsOn.put(
          other,
          new Dependency(condition, true, at(5), "services." + name + ".depends_on." + other));
      return this;
    }

    public ComposeService build(Path folder) {
      ProcessCommand process =
          command == null ? null : new ProcessCommand(command, Map.of(), folder, at(12));
      XTrestle extra =
          new XTrestle(
              process, ready, openapi, asyncapi, databases, stub, false, null, edges, at(11));
      return new ComposeService(
          name,
          image,
          build,
          environment,
          containerCommand,
          List.of(),
          List.of(),
          expose,
          dependsOn,
          healthcheck,
          volumes,
          Map.of("default", Set.of()),
          Set.of(),
          folder,
          at(3),
          extra,
          container);
    }
  }
}
