package dev.trestle.host.environment;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.trestle.protocol.Secrets;
import dev.trestle.protocol.ServiceLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A service's log: all of it in a file, with secrets masked, its end in memory, where a scenario's
 * lines are found. Safe for use by many threads.
 */
final class LogFile {

  private static final int KEPT_LINES = 20_000;
  private static final int KEPT_COLUMNS = 4_000;
  private static final int SELECTED_LINES = 500;
  private static final long REST_MILLIS = 500;
  private static final Pattern ANY_TRACE_ID =
      Pattern.compile("(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])");
  private static final Pattern CONTINUED = Pattern.compile("\\s.*|Caused by: .*|}");

  private record Line(Instant at, String text) {}

  private final Path path;
  private final Deque<Line> lines = new ArrayDeque<>();
  private volatile CountDownLatch ended = new CountDownLatch(1);
  private final PrivateKeyLines keys = new PrivateKeyLines();
  private boolean traced;

  LogFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /** Writes to the file's end what comes; returns at the stream's end. */
  void pump(InputStream output) {
    CountDownLatch end = new CountDownLatch(1);
    ended = end;
    try (BufferedReader reader =
            new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
        Writer file = Files.newBufferedWriter(path, CREATE, APPEND)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        file.write(keys.mask(line));
        file.write('\n');
        if (!reader.ready()) {
          file.flush();
        }
        add(line);
      }
    } catch (IOException e) {
      add("(The log ends here: " + e.getMessage() + ")");
    } finally {
      end.countDown();
    }
  }

  /** Waits until all that a process that ended had to say is here. */
  void awaitEnd() {
    try {
      if (!ended.await(REST_MILLIS, TimeUnit.MILLISECONDS)) {
        add("(A process that was left behind keeps this log open.)");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Makes the file anew, empty. */
  void create() {
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(path, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void add(String line) {
    String kept = kept(line);
    traced = traced || ANY_TRACE_ID.matcher(kept).find();
    lines.addLast(new Line(Instant.now(), kept));
    if (lines.size() > KEPT_LINES) {
      lines.removeFirst();
    }
  }

  /** A long line is masked before it is cut, since half a secret would not be recognised. */
  private static String kept(String line) {
    String kept = line.length() > KEPT_COLUMNS ? Secrets.mask(line) : line;
    return kept.length() > KEPT_COLUMNS ? kept.substring(0, KEPT_COLUMNS) + "…" : kept;
  }

  synchronized boolean has(Pattern pattern) {
    return lines.stream().anyMatch(line -> pattern.matcher(line.text()).find());
  }

  /** The end of the log, with secrets masked. */
  synchronized List<String> last(int count) {
    return lines.stream()
        .skip(Math.max(0, lines.size() - count))
        .map(line -> Secrets.mask(line.text()))
        .toList();
  }

  /** What a scenario caused in the logs of services, as {@link #select} finds it in one. */
  static List<ServiceLog> select(
      Collection<String> services,
      Map<String, LogFile> logs,
      String traceId,
      Instant from,
      Instant to) {
    List<ServiceLog> found = new ArrayList<>();
    for (String service : services) {
      LogFile log = logs.get(service);
      List<String> lines = log == null ? List.of() : log.select(traceId, from, to);
      if (!lines.isEmpty()) {
        found.add(new ServiceLog(service, lines));
      }
    }
    return found;
  }

  /**
   * What a scenario caused, with secrets masked: the lines with its trace id and what continues
   * them, or, of a log whose lines carry no trace ids, those of its time.
   */
  synchronized List<String> select(String traceId, Instant from, Instant to) {
    List<String> selected = new ArrayList<>();
    boolean caused = false;
    for (Line line : lines) {
      caused = traced ? isCaused(line, traceId, caused) : isWithin(line, from, to);
      if (caused && selected.size() < SELECTED_LINES) {
        selected.add(Secrets.mask(line.text()));
      }
    }
    return selected;
  }

  private static boolean isCaused(Line line, String traceId, boolean before) {
    return line.text().contains(traceId) || (before && CONTINUED.matcher(line.text()).matches());
  }

  private static boolean isWithin(Line line, Instant from, Instant to) {
    return !line.at().isBefore(from) && !line.at().isAfter(to);
  }
}
