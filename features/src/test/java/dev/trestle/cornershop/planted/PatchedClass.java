package dev.trestle.cornershop.planted;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.PatchFailedException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A class of a service, compiled from its changed source, to stand before the service's jar. */
final class PatchedClass {

  private static final Path ROOT = Path.of("..");
  private static final String SOURCES = "/src/main/java/";

  private final Path patch;
  private final Path results;

  private PatchedClass(Path patch, Path results) {
    this.patch = patch;
    this.results = results;
  }

  /** Compiles what a bug's patch changes; does nothing for a bug without one. */
  static void of(PlantedBug bug) throws IOException {
    Path patch = bug.folder().resolve("change.patch");
    if (Files.exists(patch)) {
      new PatchedClass(patch, bug.results()).compile();
    }
  }

  private void compile() throws IOException {
    List<String> diff = Files.readAllLines(patch);
    String changed = changedFile(diff);
    Path source = results.resolve("source").resolve(changed.split(SOURCES, 2)[1]);
    Files.createDirectories(source.getParent());
    Files.write(source, patched(Files.readAllLines(ROOT.resolve(changed)), diff));
    compile(source, ROOT.resolve(changed.split(SOURCES, 2)[0]).resolve("target"));
  }

  private String changedFile(List<String> diff) {
    return diff.stream()
        .filter(line -> line.startsWith("+++ b/"))
        .map(line -> line.substring("+++ b/".length()).strip())
        .filter(file -> file.contains(SOURCES))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    patch + " names no Java source. Make it with git diff."));
  }

  private List<String> patched(List<String> source, List<String> diff) {
    try {
      return DiffUtils.patch(source, UnifiedDiffUtils.parseUnifiedDiff(diff));
    } catch (PatchFailedException e) {
      throw new IllegalStateException(
          patch + " no longer fits: " + e.getMessage() + "\nMake the change anew with git diff.",
          e);
    }
  }

  private void compile(Path source, Path target) throws IOException {
    Path classes = Files.createDirectories(results.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "--release", "17", "-d", classes.toString(), "-cp", ServiceJars.classPath(target));
      if (!compiler
          .getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
          .call()) {
        throw new IllegalStateException(
            patch + " gives a class that cannot be compiled:\n" + messages);
      }
    }
  }
}
