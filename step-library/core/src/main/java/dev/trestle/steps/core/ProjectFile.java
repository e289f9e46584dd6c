package dev.trestle.steps.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the project that a step names.
 *
 * @param written the path as in the step
 * @param path the absolute path
 */
public record ProjectFile(String written, Path path) {

  /**
   * The file of a path in the project's folder.
   *
   * @throws StepFailure when there is no such file, or it is outside the project
   */
  public static ProjectFile of(String written, ScenarioScope scope) {
    Path file = path(scope, written);
    if (!Files.isRegularFile(file)) {
      throw StepFailure.of("There is no file '" + written + "'.")
          .evidence("Looked for " + file + ".")
          .fix("Correct the path in the step; it is relative to the project's folder.");
    }
    return new ProjectFile(written, file);
  }

  /**
   * A path in the project's folder, whether there is something or not; links are followed.
   *
   * @throws StepFailure when it leads out of the project
   */
  public static Path path(ScenarioScope scope, String written) {
    Path root = scope.directory();
    Path file = root.resolve(written).normalize();
    if (!file.startsWith(root) || !isInside(file, root)) {
      throw StepFailure.of("The file '" + written + "' is outside the project.")
          .evidence("The project's folder is " + root + ".")
          .fix("Keep files that features use in the project, such as src/test/resources.");
    }
    return file;
  }

  private static boolean isInside(Path file, Path root) {
    Path there = file;
    while (!Files.exists(there) && !there.equals(root) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      return there.toRealPath().startsWith(root.toRealPath());
    } catch (IOException e) {
      throw new ProjectFile(file.toString(), file).unreadable(e);
    }
  }

  /** Its content. */
  public byte[] bytes() {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Its content as text, in UTF-8. */
  public String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  private StepFailure unreadable(IOException cause) {
    return StepFailure.of("The file '" + written + "' cannot be read.")
        .evidence(cause.toString())
        .fix("Look at its permissions.")
        .causedBy(cause);
  }
}
