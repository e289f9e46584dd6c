package dev.trestle.steps.core.phrase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Finds phrasebooks below a package, in folders and jars of the class path. */
record ClassPathPhrasebooks(ClassLoader classLoader) {

  private static final String SUFFIX = ".phrases.feature";

  /** Texts by resource name, of all phrasebooks in the packages of a glue path and below. */
  SortedMap<String, String> below(URI gluePath) {
    SortedMap<String, String> found = new TreeMap<>();
    if (!"classpath".equals(gluePath.getScheme())) {
      return found;
    }
    String folder = gluePath.getSchemeSpecificPart().replaceAll("^/+|/+$", "");
    try {
      for (URL url : Collections.list(classLoader.getResources(folder))) {
        if ("jar".equals(url.getProtocol())) {
          readJar(url, folder, found);
        } else if ("file".equals(url.getProtocol())) {
          readFolder(Path.of(url.toURI()), folder, found);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not look for phrasebooks in " + gluePath, e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }

  /** The phrasebooks in a folder and below, in the order of their paths. */
  static List<Path> inFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(ClassPathPhrasebooks::isPhrasebook).sorted().toList();
    }
  }

  private static boolean isPhrasebook(Path path) {
    return path.toString().endsWith(SUFFIX) && Files.isRegularFile(path);
  }

  private static void readFolder(Path root, String folder, SortedMap<String, String> found)
      throws IOException {
    if (!Files.isDirectory(root)) {
      return;
    }
    for (Path file : inFolder(root)) {
      String name = root.relativize(file).toString().replace('\\', '/');
      found.putIfAbsent(folder.isEmpty() ? name : folder + "/" + name, Files.readString(file));
    }
  }

  private static void readJar(URL url, String folder, SortedMap<String, String> found)
      throws IOException {
    JarURLConnection connection = (JarURLConnection) url.openConnection();
    // A cached jar would stay open, and locked on Windows, for as long as the process lives.
    connection.setUseCaches(false);
    try (var jar = connection.getJarFile()) {
      List<String> names =
          jar.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.startsWith(folder + "/") && name.endsWith(SUFFIX))
              .toList();
      for (String name : names) {
        try (var content = jar.getInputStream(jar.getEntry(name))) {
          found.putIfAbsent(name, new String(content.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
  }
}
