package dev.trestle.steps.core.allure;

import dev.trestle.steps.core.internal.HookNames;
import io.qameta.allure.AllureConstants;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.FixtureResult;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * Writes result files that are whole as soon as they are seen, since the host may read the folder
 * while the runner writes or dies: Allure's writer fills a folder beside, and each file is moved.
 * An attachment needs no such care, since nobody knows of it before its result is there.
 */
public final class ResultFiles implements AllureResultsWriter {

  private final Path folder;
  private final Path partial;
  private final FileSystemResultsWriter writer;

  /** Writes into a folder, which is made. */
  public ResultFiles(Path folder) {
    this.folder = folder;
    this.partial = folder.resolve(".partial");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw cannotWrite("", e);
    }
    this.writer = new FileSystemResultsWriter(partial);
  }

  @Override
  public void write(TestResult result) {
    ShownResult.clean(result);
    writer.write(result);
    publish(result.getUuid() + AllureConstants.TEST_RESULT_FILE_SUFFIX);
  }

  @Override
  public void write(TestResultContainer container) {
    boolean dull =
        Stream.concat(container.getBefores().stream(), container.getAfters().stream())
            .allMatch(ResultFiles::isDull);
    if (!dull) {
      ShownResult.clean(container);
      writer.write(container);
      publish(container.getUuid() + AllureConstants.TEST_RESULT_CONTAINER_FILE_SUFFIX);
    }
  }

  @Override
  public void write(String source, InputStream attachment) {
    try (InputStream content = attachment) {
      Files.write(folder.resolve(source), ShownResult.clean(content.readAllBytes()));
    } catch (IOException e) {
      throw cannotWrite(source, e);
    }
  }

  /** Removes the folder with partial files. */
  public void close() {
    try (Stream<Path> left = Files.exists(partial) ? Files.list(partial) : Stream.empty()) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
      Files.deleteIfExists(partial);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + partial + ".", e);
    }
  }

  /** Trestle's own hooks interest a reader only when they say something. */
  private static boolean isDull(FixtureResult fixture) {
    return (HookNames.BEGIN.equals(fixture.getName()) || HookNames.END.equals(fixture.getName()))
        && fixture.getStatus() == Status.PASSED
        && fixture.getAttachments().isEmpty()
        && fixture.getSteps().isEmpty();
  }

  private void publish(String file) {
    try {
      Files.move(partial.resolve(file), folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private UncheckedIOException cannotWrite(String file, IOException e) {
    return new UncheckedIOException(
        "Cannot write " + folder.resolve(file) + ": " + e.getMessage(), e);
  }
}
