package dev.trestle.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Class paths that were resolved before, each in a file. One holds as long as what was asked for is
 * the same, every file that its resolution read is unchanged, and it is younger than a day: that is
 * when Maven, too, looks for new snapshots.
 */
final class ClassPathCache {

  private static final Duration AGE = Duration.ofDays(1);
  private static final String FORMAT = "trestle class path 2";

  private final Path folder;

  /**
   * A cache.
   *
   * @param folder where its files are
   */
  ClassPathCache(Path folder) {
    this.folder = folder;
  }

  /**
   * A class path that holds.
   *
   * @param name the name of its file
   * @param question all that the answer depends on besides files, on one line
   */
  Optional<FileList> get(String name, String question) {
    try {
      Path file = folder.resolve(name);
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(file);
      if (lines.size() < 4 || !lines.get(0).equals(FORMAT) || !lines.get(1).equals(question)) {
        return Optional.empty();
      }
      Instant made = Instant.ofEpochMilli(Long.parseLong(lines.get(2)));
      int entries = Integer.parseInt(lines.get(3));
      FileList read = new FileList(lines.subList(4, lines.size()));
      boolean holds = isRecent(made) && read.isUnchanged();
      return holds ? Optional.of(new FileList(read.lines().subList(0, entries))) : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // whatever is wrong with the file, it is made anew
    }
  }

  /** Keeps a class path; the files are looked at now. */
  FileList put(String name, String question, ResolvedClassPath resolved) {
    FileList entries = FileList.of(resolved.entries());
    FileList read =
        FileList.of(
            resolved.read().stream().filter(file -> !resolved.entries().contains(file)).toList());
    StringBuilder text = new StringBuilder();
    text.append(FORMAT).append('\n').append(question).append('\n');
    text.append(Instant.now().toEpochMilli()).append('\n');
    text.append(entries.lines().size()).append('\n');
    entries.lines().forEach(line -> text.append(line).append('\n'));
    read.lines().forEach(line -> text.append(line).append('\n'));
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      // Resolved anew next time.
    }
    return entries;
  }

  private static boolean isRecent(Instant made) {
    Duration age = Duration.between(made, Instant.now());
    return !age.isNegative() && age.compareTo(AGE) < 0;
  }
}
