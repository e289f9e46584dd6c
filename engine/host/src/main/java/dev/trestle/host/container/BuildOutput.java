package dev.trestle.host.container;

import com.github.dockerjava.api.model.BuildResponseItem;
import dev.trestle.protocol.Deadline;
import dev.trestle.protocol.Secrets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/** What a build says. */
final class BuildOutput extends Patience<BuildResponseItem> {

  private static final Duration SILENCE = Duration.ofMinutes(10);
  private static final int LAST_LINES = 15;

  private static final Duration BETWEEN_NEWS = Duration.ofSeconds(5);
  private static final int LONGEST = 60;

  private final Progress progress;
  private Deadline silence = Deadline.in(BETWEEN_NEWS);
  private final Deque<String> lines = new ArrayDeque<>();

  BuildOutput(Progress progress) {
    super(SILENCE);
    this.progress = progress;
  }

  @Override
  void hear(BuildResponseItem item) {
    if (item.getStream() != null) {
      item.getStream().lines().filter(line -> !line.isBlank()).forEach(this::add);
    }
  }

  private synchronized void add(String said) {
    String line = Secrets.mask(said);
    lines.addLast(line);
    if (lines.size() > LAST_LINES) {
      lines.removeFirst();
    }
    if (line.startsWith("Step ") && silence.isOver()) {
      silence = Deadline.in(BETWEEN_NEWS);
      progress.tell("building, " + line.substring(0, Math.min(line.length(), LONGEST)));
    }
  }

  /** The end of what it said, each line on its own. */
  synchronized String lastLines() {
    return lines.stream().map("%n  %s"::formatted).collect(Collectors.joining());
  }
}
