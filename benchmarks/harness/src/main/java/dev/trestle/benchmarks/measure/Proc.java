package dev.trestle.benchmarks.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Linux's process file system. */
final class Proc {

  private static final Path ROOT = Path.of("/proc");
  private static final String PSS = "Pss:";

  private Proc() {}

  /** The ids of all processes. */
  static List<Long> pids() {
    List<Long> pids = new ArrayList<>();
    String[] names = ROOT.toFile().list();
    for (String name : names == null ? new String[0] : names) {
      if (Character.isDigit(name.charAt(0))) {
        pids.add(Long.parseLong(name));
      }
    }
    return pids;
  }

  /** A process's state; nothing once it is gone. */
  static Optional<ProcessStat> stat(long pid) {
    return read(pid, "stat").map(ProcessStat::parse);
  }

  /** A process's proportional set size in kB; 0 once it is gone. */
  static long pss(long pid) {
    return read(pid, "smaps_rollup")
        .flatMap(text -> text.lines().filter(line -> line.startsWith(PSS)).findFirst())
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .orElse(0L);
  }

  private static Optional<String> read(long pid, String file) {
    try {
      byte[] bytes = Files.readAllBytes(ROOT.resolve(String.valueOf(pid)).resolve(file));
      return bytes.length == 0
          ? Optional.empty()
          : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
