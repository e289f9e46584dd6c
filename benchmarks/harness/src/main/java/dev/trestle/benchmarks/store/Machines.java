package dev.trestle.benchmarks.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Finds out about this machine. */
public final class Machines {

  private Machines() {}

  /** This machine. */
  public static Machine here() throws IOException {
    return new Machine(
        first("/proc/cpuinfo", "model name"),
        Runtime.getRuntime().availableProcessors(),
        Long.parseLong(first("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1024,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        maven());
  }

  private static String first(String file, String key) throws IOException {
    Pattern line = Pattern.compile(Pattern.quote(key) + "\\s*:\\s*(.*)");
    List<String> lines = Files.readAllLines(Path.of(file));
    return lines.stream()
        .map(line::matcher)
        .filter(matcher -> matcher.matches())
        .map(matcher -> matcher.group(1))
        .findFirst()
        .orElse("0");
  }

  private static String maven() throws IOException {
    String version = output(Path.of("."), "mvn", "-B", "-v");
    return version.lines().findFirst().orElse("unknown").replaceAll("\\e\\[[0-9;]*m", "");
  }

  /**
   * The revision of the Git repository around this folder, with a mark when anything outside of the
   * folder has changes; "unknown" without Git.
   */
  public static String revision(Path folder) {
    try {
      String revision = output(folder, "git", "rev-parse", "--short", "HEAD").strip();
      String changes =
          output(folder, "git", "status", "--porcelain", "-uno", "--", ":/", ":(exclude).");
      return (revision.isEmpty() ? "unknown" : revision) + (changes.isBlank() ? "" : "+changes");
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static String output(Path folder, String... command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
