package dev.trestle.host.mutate;

import dev.trestle.host.edge.Masking;
import dev.trestle.host.edge.Trial;
import dev.trestle.host.environment.Environment;
import dev.trestle.host.run.RunAbortedException;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunEvent.RunAborted;
import dev.trestle.protocol.RunEvent.RunFinished;
import dev.trestle.protocol.RunEvent.ScenarioFinished;
import dev.trestle.protocol.RunRequest;
import dev.trestle.protocol.ScenarioIdentity;
import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioTrace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Records and tries in the environment of this host, with real runs. */
final class HostLaboratory implements Laboratory {

  private static final int MOST_ABORTED = 2;

  private final RunRequest request;
  private final Path folder;
  private final Environment environment;
  private final Runs runs;
  private final Consumer<RunEvent> events;
  private int aborted;

  /**
   * A laboratory.
   *
   * @param request the scenarios
   * @param folder where the results of its runs go
   * @param environment the environment, which is up
   * @param runs runs scenarios
   * @param events hears of the recorded run
   */
  HostLaboratory(
      RunRequest request,
      Path folder,
      Environment environment,
      Runs runs,
      Consumer<RunEvent> events) {
    this.request = request;
    this.folder = folder;
    this.environment = environment;
    this.runs = runs;
    this.events = events;
  }

  @Override
  public Map<String, String> origin() {
    return Origin.of(request, environment);
  }

  @Override
  public Mutants.Enumerations enumerations() {
    return new OpenApiEnumerations(environment.openApi());
  }

  @Override
  public Recording record(Map<String, String> origin) {
    String traces = UUID.randomUUID().toString();
    Recorder recorder = new Recorder(environment.pathTemplates());
    RunEvents heard =
        new RunEvents(
            result -> {
              String traceId = traceId(traces, result.id());
              recorder.add(
                  result,
                  environment.hadOutage(traceId),
                  environment.interactions(traceId).stream().map(Masking::mask).toList());
            });
    runs.run(
        traces,
        request.tagged(tags(), output("recording")),
        event -> {
          heard.accept(event);
          if (isWorthTelling(event)) {
            events.accept(event);
          }
        });
    heard.throwIfAborted();
    return recorder.recording(origin);
  }

  /** A scenario that asks to be alone holds up all others of a wave. */
  private String tags() {
    String tags = request.tags();
    return tags == null || tags.isBlank() ? "not @exclusive" : "(" + tags + ") and not @exclusive";
  }

  private static boolean isWorthTelling(RunEvent event) {
    return !(event instanceof RunFinished
        || event instanceof RunEvent.FeatureFinished
        || event instanceof RunAborted);
  }

  @Override
  public void warmUp(List<Recording.Scenario> scenarios) {
    runs.run(
        UUID.randomUUID().toString(), request.at(locations(scenarios), output("run")), event -> {});
  }

  @Override
  public Map<Schedule.Pair, Try> run(List<Schedule.Pair> wave, long millis) {
    String traces = UUID.randomUUID().toString();
    Map<String, Trial> trials = new LinkedHashMap<>();
    for (Schedule.Pair pair : wave) {
      String id = pair.scenario().id();
      trials.put(id, environment.trials().begin(pair.mutant().fault(traceId(traces, id))));
    }
    Map<String, ScenarioResult> results = new ConcurrentHashMap<>();
    RunEvents heard = new RunEvents(result -> results.put(result.id(), result));
    try (Bound bound = Bound.of(wave, millis, runs::stop)) {
      runs.run(
          traces,
          request.at(locations(scenarios(wave)), output("run")),
          event -> {
            bound.accept(event);
            heard.accept(event);
          });
      Judge judge = new Judge(results, heard.isAborted(), bound.isTooLong());
      Map<Schedule.Pair, Try> tries = tries(wave, trials, judge);
      aborted = tries.isEmpty() ? aborted + 1 : 0;
      if (aborted >= MOST_ABORTED) {
        heard.throwIfAborted();
      }
      return tries;
    } finally {
      environment.trials().end();
    }
  }

  private static Map<Schedule.Pair, Try> tries(
      List<Schedule.Pair> wave, Map<String, Trial> trials, Judge judge) {
    Map<Schedule.Pair, Try> tries = new LinkedHashMap<>();
    for (Schedule.Pair pair : wave) {
      String id = pair.scenario().id();
      Trial trial = trials.get(id);
      judge
          .judge(pair.scenario(), trial.met(), trial.changed())
          .ifPresent(tried -> tries.put(pair, tried));
    }
    return tries;
  }

  private static String traceId(String traces, String id) {
    return ScenarioTrace.of(traces, ScenarioIdentity.hash(id));
  }

  private static List<Recording.Scenario> scenarios(List<Schedule.Pair> wave) {
    return wave.stream().map(Schedule.Pair::scenario).toList();
  }

  /** Each file once, with its lines. */
  private static List<String> locations(List<Recording.Scenario> scenarios) {
    Map<String, String> files = new LinkedHashMap<>();
    for (Recording.Scenario scenario : scenarios) {
      String line = scenario.location().substring(scenario.file().length());
      files.merge(scenario.file(), line, String::concat);
    }
    return files.entrySet().stream().map(file -> file.getKey() + file.getValue()).toList();
  }

  /** Apart from those of the normal run; without a report. */
  private RunRequest.Output output(String name) {
    Path own = folder.resolve(name);
    return new RunRequest.Output(
        own.resolve("allure-results").toString(),
        "",
        own.resolve("junit").toString(),
        own.resolve("metrics.json").toString(),
        request.output().logs());
  }

  /** What a run says that matters here. */
  private static final class RunEvents implements Consumer<RunEvent> {

    private final Consumer<ScenarioResult> scenarios;
    private volatile @Nullable RunAborted aborted;

    RunEvents(Consumer<ScenarioResult> scenarios) {
      this.scenarios = scenarios;
    }

    @Override
    public void accept(RunEvent event) {
      if (event instanceof ScenarioFinished finished) {
        scenarios.accept(finished.result());
      } else if (event instanceof RunFinished finished) {
        aborted = finished.outcome().trouble();
      } else if (event instanceof RunAborted end) {
        aborted = end;
      }
    }

    boolean isAborted() {
      return aborted != null;
    }

    void throwIfAborted() {
      RunAborted end = aborted;
      if (end != null) {
        throw new RunAbortedException(end.kind(), end.message());
      }
    }
  }
}
