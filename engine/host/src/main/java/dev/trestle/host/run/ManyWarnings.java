package dev.trestle.host.run;

import dev.trestle.host.report.AtomicFile;
import dev.trestle.protocol.Secrets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Bounds the warnings that a person is shown; none is lost, since a file has all of them. */
final class ManyWarnings {

  /** The file with all of them, in the folder of logs. */
  static final String FILE = "warnings.log";

  private static final int MOST = 20;

  private ManyWarnings() {}

  /**
   * The warnings to show.
   *
   * @param all what there is to warn of
   * @param logs the folder of logs, in which all are written when not all are shown
   */
  static List<String> shown(List<String> all, Path logs) {
    if (all.size() <= MOST) {
      return all;
    }
    Path file = logs.resolve(FILE);
    String text = Secrets.mask(String.join("\n\n", all) + "\n");
    AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    List<String> shown = new ArrayList<>(all.subList(0, MOST));
    shown.add(
        "There are %d more warnings of this kind; all %d are in %s."
            .formatted(all.size() - MOST, all.size(), file));
    return shown;
  }
}
