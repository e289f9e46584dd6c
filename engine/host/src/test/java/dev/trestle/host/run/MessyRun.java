package dev.trestle.host.run;

import dev.trestle.protocol.Json;
import dev.trestle.protocol.RunPlan;
import dev.trestle.protocol.RunnerEnd;
import dev.trestle.protocol.ScenarioResult.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A run made up from a seed: scenarios on lanes, in any order, with everything that can happen to
 * what a runner says. It knows the truth that the host has to find.
 */
final class MessyRun {

  private static final Status[] STATUSES = {
    Status.PASSED,
    Status.PASSED,
    Status.PASSED,
    Status.SKIPPED,
    Status.PENDING,
    Status.UNDEFINED,
    Status.AMBIGUOUS,
    Status.FAILED
  };

  /** What happens to the runner's messages. */
  enum Kind {
    /** All of them arrive, some of them more than once. */
    GOOD,
    /** The stream is cut at any byte. */
    CUT,
    /** Some of them are lost. */
    LOSSY,
    /** They arrive in any order whatever. */
    SHUFFLED,
    /** A lane dies in the middle of a scenario, and the runner goes on to a good end. */
    LOST_LANE
  }

  final Kind kind;
  final int exit;

  /** The true status of each planned scenario that ended; by its number. */
  final Map<Integer, Status> truth = new LinkedHashMap<>();

  final List<Integer> planned = new ArrayList<>();
  final int duplicates;
  private final Random random;
  private final List<Integer> selected = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private byte[] stream = new byte[0];

  private MessyRun(long seed) {
    this.random = new Random(seed);
    this.kind = Kind.values()[random.nextInt(Kind.values().length)];
    this.duplicates = random.nextBoolean() ? random.nextInt(12) : 0;
    boolean exitsBadly = kind == Kind.CUT && random.nextInt(3) > 0 || random.nextInt(20) == 0;
    this.exit = exitsBadly ? List.of(1, 2, 3, 137, 143).get(random.nextInt(5)) : 0;
  }

  /** The run of a seed. */
  static MessyRun of(long seed) {
    MessyRun run = new MessyRun(seed);
    run.write();
    return run;
  }

  private void write() {
    int scenarios = random.nextInt(13);
    int files = 1 + random.nextInt(4);
    add(Map.of("meta", Map.of()));
    for (int i = 0; i < scenarios; i++) {
      if (random.nextInt(5) > 0) {
        selected.add(i);
      }
    }
    for (int file = 0; file < files; file++) {
      document(file, files, scenarios);
    }
    add(Map.of("testRunStarted", Map.of("timestamp", time(0))));
    List<Integer> order = new ArrayList<>(selected);
    if (random.nextBoolean()) {
      Collections.shuffle(order, random);
    }
    add(Map.of(RunPlan.MESSAGE, Map.of("pickles", order.stream().map(MessyRun::pickle).toList())));
    planned.addAll(order);
    lanes(order);
    add(Map.of("testRunFinished", Map.of("timestamp", time(90))));
    end();
    happen();
  }

  private void document(int file, int files, int scenarios) {
    List<Map<String, ?>> children = new ArrayList<>();
    List<Map<String, ?>> pickles = new ArrayList<>();
    for (int i = file; i < scenarios; i += files) {
      children.add(
          Map.of(
              "scenario",
              Map.of("id", "node" + i, "name", name(i), "location", Map.of("line", 3 + i))));
      pickles.add(
          Map.of(
              "pickle",
              Map.of(
                  "id",
                  pickle(i),
                  "uri",
                  uri(file),
                  "name",
                  name(i),
                  "astNodeIds",
                  List.of("node" + i))));
    }
    Map<String, ?> feature = Map.of("name", "Feature " + file, "children", children);
    add(Map.of("gherkinDocument", Map.of("uri", uri(file), "feature", feature)));
    pickles.forEach(this::add);
  }

  /** Each lane takes the next scenario when it has ended one; whose message is next is chance. */
  private void lanes(List<Integer> order) {
    int lanes = 1 + random.nextInt(4);
    List<List<Map<String, ?>>> busy = new ArrayList<>();
    List<Integer> next = new ArrayList<>(order);
    while (!next.isEmpty() || !busy.isEmpty()) {
      boolean takes = busy.size() < lanes && !next.isEmpty();
      if (takes && (busy.isEmpty() || random.nextBoolean())) {
        busy.add(scenario(next.remove(0)));
      } else {
        int lane = random.nextInt(busy.size());
        add(busy.get(lane).remove(0));
        busy.removeIf(List::isEmpty);
      }
    }
  }

  private List<Map<String, ?>> scenario(int number) {
    List<Map<String, ?>> messages = new ArrayList<>();
    int steps = random.nextInt(15) == 0 ? 0 : 1 + random.nextInt(3); // None is red.
    List<Map<String, ?>> plan = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      plan.add(Map.of("id", number + "step" + step, "pickleStepId", "p" + step));
    }
    messages.add(
        Map.of(
            "testCase",
            Map.of("id", testCase(number), "pickleId", pickle(number), "testSteps", plan)));
    boolean lost = kind == Kind.LOST_LANE && random.nextInt(4) == 0;
    int attempts = random.nextInt(10) == 0 ? 2 : 1;
    Status worst = Status.PASSED;
    for (int attempt = 1; attempt <= attempts; attempt++) {
      worst = attempt(number, attempt, attempt < attempts, steps, messages);
    }
    if (lost) {
      int kept = random.nextInt(messages.size());
      return new ArrayList<>(messages.subList(0, Math.max(1, kept)));
    }
    truth.put(number, worst);
    return messages;
  }

  private Status attempt(
      int number, int attempt, boolean again, int steps, List<Map<String, ?>> messages) {
    String id = number + "attempt" + attempt;
    Status worst = steps == 0 ? Status.FAILED : Status.PASSED;
    messages.add(
        Map.of(
            "testCaseStarted",
            Map.of("id", id, "testCaseId", testCase(number), "timestamp", time(number))));
    for (int step = 0; step < steps; step++) {
      Status status = STATUSES[random.nextInt(STATUSES.length)];
      worst = status.compareTo(worst) > 0 ? status : worst;
      messages.add(
          Map.of(
              "testStepFinished",
              Map.of(
                  "testCaseStartedId",
                  id,
                  "testStepId",
                  number + "step" + step,
                  "testStepResult",
                  Map.of("status", status.name()))));
    }
    messages.add(
        Map.of(
            "testCaseFinished",
            Map.of(
                "testCaseStartedId", id, "willBeRetried", again, "timestamp", time(number + 1))));
    return worst;
  }

  private void end() {
    Map<Status, Long> ended = new EnumMap<>(Status.class);
    truth.values().forEach(status -> ended.merge(status, 1L, Long::sum));
    Map<String, Long> byName =
        ended.entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
    add(Map.of(RunnerEnd.MESSAGE, Map.of("planned", planned.size(), "ended", byName)));
  }

  private void happen() {
    for (int i = 0; i < duplicates; i++) {
      String line = lines.get(random.nextInt(lines.size() - 1));
      int from = lines.indexOf(line);
      lines.add(from + 1 + random.nextInt(lines.size() - from), line);
    }
    if (kind == Kind.SHUFFLED) {
      Collections.shuffle(lines, random);
    } else if (kind == Kind.LOSSY) {
      for (int i = 1 + random.nextInt(3); i > 0 && !lines.isEmpty(); i--) {
        lines.remove(random.nextInt(lines.size()));
      }
    }
    byte[] whole = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    int arrived = kind == Kind.CUT ? random.nextInt(whole.length) : whole.length;
    stream = Arrays.copyOf(whole, arrived);
  }

  /** What arrives at the host. */
  byte[] stream() {
    return stream;
  }

  /** Whether the host must find exactly the truth, since all that was said arrived in order. */
  boolean isWhole() {
    return kind == Kind.GOOD && exit == 0;
  }

  /** Whether in truth all went well: nothing may call a run green for which this does not hold. */
  boolean isGreenInTruth() {
    return exit == 0
        && truth.size() == planned.size()
        && truth.values().stream().noneMatch(Status::isRed);
  }

  /** Whether the plan arrived. */
  boolean isPlanKnown() {
    String text = new String(stream, StandardCharsets.UTF_8);
    int at = text.indexOf("{\"" + RunPlan.MESSAGE);
    return at >= 0 && text.indexOf('\n', at) >= 0;
  }

  /**
   * Writes the results that the runner wrote: those of scenarios that ended, which may be more than
   * arrived when it died.
   */
  void writeAllure(Path folder) throws IOException {
    Files.createDirectories(folder);
    String text = new String(stream, StandardCharsets.UTF_8);
    for (Map.Entry<Integer, Status> ended : truth.entrySet()) {
      boolean isHeard = text.contains("\"testCaseStartedId\":\"" + ended.getKey() + "attempt");
      if (kind != Kind.CUT || isHeard || random.nextInt(4) == 0) {
        String uuid = testCase(ended.getKey());
        String status =
            switch (ended.getValue()) {
              case PASSED -> "passed";
              case SKIPPED -> "skipped";
              case FAILED -> "failed";
              default -> "broken";
            };
        Files.writeString(
            folder.resolve(uuid + "-result.json"),
            Json.write(Map.of("uuid", uuid, "name", name(ended.getKey()), "status", status)));
      }
    }
  }

  private void add(Map<String, ?> message) {
    lines.add(Json.write(message));
  }

  static String name(int number) {
    return "Scenario " + number;
  }

  private static String uri(int file) {
    return "file:///shop/f" + file + ".feature";
  }

  private static String pickle(int number) {
    return "pickle" + number;
  }

  private static String testCase(int number) {
    return "case" + number;
  }

  private static Map<String, ?> time(int seconds) {
    return Map.of("seconds", 1_795_568_625L + seconds, "nanos", 0);
  }
}
