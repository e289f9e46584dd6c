package dev.trestle.steps.core.phrase;

import dev.trestle.steps.core.StepArtifact;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Finds the phrasebooks of a run: of the step artifacts, of the glue paths, and of folders. */
public final class Phrasebooks {

  /**
   * The system property with files and folders that hold the project's phrasebooks, separated as in
   * a class path; the runner sets it before Cucumber starts.
   */
  public static final String FOLDERS = "trestle.phrasebooks";

  private final ClassLoader classLoader;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, PhrasebookSource> sources = new LinkedHashMap<>();

  Phrasebooks(ClassLoader classLoader) {
    this.classLoader = classLoader;
  }

  /** All phrasebooks, each once: the library's first. */
  List<PhrasebookSource> find(List<URI> gluePaths) {
    ServiceLoader.load(StepArtifact.class, classLoader).forEach(this::ofArtifact);
    ClassPathPhrasebooks classPath = new ClassPathPhrasebooks(classLoader);
    for (URI gluePath : gluePaths) {
      classPath.below(gluePath).forEach((name, text) -> add(name, Origin.PROJECT, text));
    }
    for (String folder : System.getProperty(FOLDERS, "").split(File.pathSeparator, -1)) {
      if (!folder.isBlank()) {
        ofFolder(Path.of(folder.strip()));
      }
    }
    return List.copyOf(sources.values());
  }

  /** What could not be read. */
  List<Problem> problems() {
    return problems;
  }

  private void ofArtifact(StepArtifact artifact) {
    Origin origin = new Origin(true, artifact.name());
    for (String name : artifact.phrasebooks()) {
      try (InputStream content = classLoader.getResourceAsStream(name)) {
        if (content == null) {
          problems.add(
              new Problem(
                  "The phrasebook '" + name + "' is not on the class path.",
                  "The step artifact '" + artifact.name() + "' names it.",
                  new Place(name, 0),
                  "Add the file to the artifact, or take it out of "
                      + artifact.getClass().getName()
                      + ".phrasebooks()."));
          continue;
        }
        add(name, origin, new String(content.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        unreadable(name, e);
      }
    }
  }

  private void ofFolder(Path folder) {
    if (!Files.exists(folder)) {
      problems.add(
          new Problem(
              "The folder or file '" + folder + "' with phrasebooks does not exist.",
              "It is named by the system property " + FOLDERS + ".",
              new Place(folder.toString(), 0),
              "Create it, or take it out of the configuration."));
      return;
    }
    try {
      List<Path> files =
          Files.isDirectory(folder) ? ClassPathPhrasebooks.inFolder(folder) : List.of(folder);
      for (Path file : files) {
        add(readable(file), Origin.PROJECT, Files.readString(file));
      }
    } catch (IOException e) {
      unreadable(folder.toString(), e);
    }
  }

  private static String readable(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path there = file.toAbsolutePath().normalize();
    return (there.startsWith(here) ? here.relativize(there) : there).toString().replace('\\', '/');
  }

  private void add(String file, Origin origin, String text) {
    sources.putIfAbsent(file, new PhrasebookSource(file, origin, text));
  }

  private void unreadable(String file, IOException e) {
    problems.add(
        new Problem(
            "The phrasebook '" + file + "' could not be read.",
            String.valueOf(e.getMessage()),
            new Place(file, 0),
            "Make it readable UTF-8 text."));
  }
}
