package dev.trestle.maven;

import dev.trestle.protocol.EarlierResults;
import dev.trestle.protocol.RunRequest.Output;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to write results where they would destroy what is not Trestle's: a run deletes earlier
 * results and replaces the report, wherever the parameters say that these are.
 */
final class OutputPaths {

  /** What a folder holds that results may be deleted from; the second is of earlier versions. */
  private static final List<String> MARKS = List.of(".trestle", EarlierResults.INTERACTIONS);

  private static final String REPORT_MARK = "<meta name=\"generator\" content=\"Trestle\">";
  private static final int HEAD_BYTES = 4096;

  private final Path own;

  /**
   * The outputs of a project.
   *
   * @param own {@code target/trestle}, in which everything is Trestle's
   */
  OutputPaths(Path own) {
    this.own = own.toAbsolutePath().normalize();
  }

  /** Refuses a project whose own folder cannot be written. */
  void requireOwnFolder() throws MojoFailureException {
    String problem = problemOfFolder(own);
    if (problem != null) {
      throw new MojoFailureException(
          ("The folder '" + own + "' cannot be used.\n" + problem + "\n")
              + "It is in the project's build folder, and holds logs, results and the report.\n"
              + "Make it a folder that can be written, or delete it.");
    }
  }

  /**
   * Takes the folder of Allure's results, which is emptied of results by each run.
   *
   * @throws MojoFailureException when it has results that are not Trestle's, or cannot be written
   */
  void claimResults(Path folder) throws MojoFailureException {
    String problem = problemOfFolder(folder);
    try {
      if (problem == null && !isOwn(folder)) {
        String foreign = foreignResult(folder);
        if (foreign != null) {
          problem = "The folder holds results that Trestle did not write, such as " + foreign + ".";
        } else {
          mark(folder);
        }
      }
    } catch (IOException e) {
      problem = e.toString();
    }
    refuse(
        problem,
        folder,
        "trestle.allureResults",
        "Name a folder without such results, or one of an earlier run; or delete this one.");
  }

  private static void mark(Path folder) throws IOException {
    Path mark = Files.createDirectories(folder).resolve(MARKS.get(0));
    if (!Files.exists(mark)) {
      Files.writeString(mark, "Results in this folder are deleted by the next run of Trestle.\n");
    }
  }

  /**
   * Looks at the file of the report, which each run replaces.
   *
   * @throws MojoFailureException when it is a device, a pipe, a folder or another program's file,
   *     or cannot be written
   */
  void requireReport(Path file) throws MojoFailureException {
    refuse(
        problemOfReport(file),
        file,
        "trestle.report",
        "Name a file that does not exist, or an earlier report.");
  }

  private @Nullable String problemOfReport(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null || Files.isDirectory(file)) {
      return "It is a folder.";
    }
    String problem = problemOfFolder(parent);
    if (problem != null || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return problem;
    }
    if (!Files.isRegularFile(file)) {
      return "It is not a regular file.";
    }
    return isOwn(file) || isReport(file) ? null : "It is a file that Trestle did not write.";
  }

  /**
   * Looks at the folder of JUnit XML, in which each run replaces one file.
   *
   * @throws MojoFailureException when it is not a folder or cannot be written, or when that file is
   *     not a regular one
   */
  void requireJunit(Path folder) throws MojoFailureException {
    refuse(problemOfJunit(folder), folder, "trestle.junit", "Name a folder, which need not exist.");
  }

  private static @Nullable String problemOfJunit(Path folder) {
    Path file = folder.resolve(EarlierResults.JUNIT);
    if (problemOfFolder(folder) == null
        && Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(file)) {
      return "Its " + EarlierResults.JUNIT + " is not a regular file.";
    }
    return problemOfFolder(folder);
  }

  private interface Deletion {
    void run() throws IOException;
  }

  /**
   * Deletes what an earlier run left where a run would have written that is refused now, so that
   * nothing old passes for new. What is not Trestle's stays.
   *
   * @return what stays, a sentence each
   */
  List<String> withdraw(Output output) {
    Path results = Path.of(output.allureResults());
    Path junit = Path.of(output.junit());
    List<String> left = new ArrayList<>();
    if (!output.report().isEmpty()) {
      Path report = Path.of(output.report());
      String problem = Files.exists(report) ? problemOfReport(report) : null;
      withdraw(report, problem, () -> EarlierResults.deleteReport(output), left);
    }
    withdraw(results, problemOfResults(results), () -> EarlierResults.deleteResults(output), left);
    Path xml = junit.resolve(EarlierResults.JUNIT);
    String problem = Files.exists(xml) ? problemOfJunit(junit) : null;
    withdraw(xml, problem, () -> EarlierResults.deleteJunit(output), left);
    withdraw(Path.of(output.metrics()), null, () -> EarlierResults.deleteMetrics(output), left);
    return left;
  }

  private @Nullable String problemOfResults(Path folder) {
    try {
      String foreign = isOwn(folder) ? null : foreignResult(folder);
      return foreign == null ? null : "It holds " + foreign + ", which Trestle did not write.";
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static void withdraw(
      Path path, @Nullable String problem, Deletion deletion, List<String> left) {
    String why = problem;
    if (why == null) {
      try {
        deletion.run();
      } catch (IOException e) {
        why = "It cannot be deleted: " + e + ".";
      }
    }
    if (why != null) {
      left.add("'" + path + "' stays and is not of this build, which was refused. " + why);
    }
  }

  private static void refuse(@Nullable String problem, Path path, String parameter, String todo)
      throws MojoFailureException {
    if (problem != null) {
      throw new MojoFailureException(
          ("Nothing is written to '" + path + "'.\n" + problem + "\n")
              + ("It is named by the parameter " + parameter + ".\n")
              + todo);
    }
  }

  /** What keeps a folder from being written, whether it exists or not. */
  private static @Nullable String problemOfFolder(Path folder) {
    Path existing = folder.toAbsolutePath().normalize();
    while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
      Path parent = existing.getParent();
      if (parent == null) {
        return "No part of the path exists.";
      }
      existing = parent;
    }
    if (!Files.isDirectory(existing)) {
      return "'" + existing + "' is not a folder.";
    }
    return Files.isWritable(existing) ? null : "'" + existing + "' cannot be written.";
  }

  private boolean isOwn(Path path) {
    return path.toAbsolutePath().normalize().startsWith(own);
  }

  /** A file that a run would delete, and that is not of an earlier one; null when none is. */
  private static @Nullable String foreignResult(Path folder) throws IOException {
    if (!Files.isDirectory(folder) || isMarked(folder)) {
      return null;
    }
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, EarlierResults.ALLURE_FILES)) {
      Iterator<Path> found = files.iterator();
      return found.hasNext() ? String.valueOf(found.next().getFileName()) : null;
    }
  }

  private static boolean isMarked(Path folder) {
    return MARKS.stream().map(folder::resolve).anyMatch(Files::isRegularFile);
  }

  private static boolean isReport(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
      return head.isEmpty() || head.contains(REPORT_MARK);
    } catch (IOException e) {
      return false;
    }
  }
}
