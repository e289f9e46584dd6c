package dev.trestle.host.mutate;

import dev.trestle.host.environment.Environment;
import dev.trestle.host.environment.FileStamps;
import dev.trestle.protocol.RunRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a recording was made of, and how that has changed. */
final class Origin {

  private static final String FEATURE = ".feature";

  private Origin() {}

  /** A text for each part, which is another one when the part changes. */
  static Map<String, String> of(RunRequest request, Environment environment) {
    Map<String, String> origin = new LinkedHashMap<>();
    origin.put("the features", FileStamps.hash(features(request)));
    origin.put(
        "the selection", FileStamps.hash(request.features() + request.tags() + request.names()));
    origin.put("the test classes", FileStamps.ofClassPath(request.runner().classPath()));
    environment.origins().forEach((service, text) -> origin.put("service " + service, text));
    return origin;
  }

  /** The parts that differ, those that are gone among them. */
  static List<String> changes(Map<String, String> before, Map<String, String> now) {
    TreeSet<String> parts = new TreeSet<>(before.keySet());
    parts.addAll(now.keySet());
    return parts.stream().filter(part -> !Objects.equals(before.get(part), now.get(part))).toList();
  }

  /** The text of all features and phrases in the folders that are named, and of the files. */
  private static String features(RunRequest request) {
    List<String> texts = new ArrayList<>();
    for (String feature : request.features()) {
      Path named = Path.of(request.directory()).resolve(feature.replaceFirst("(:\\d+)+$", ""));
      Path folder = Files.isDirectory(named) ? named : named.getParent();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(FEATURE)).sorted().toList()) {
          texts.add(file + "\n" + Files.readString(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("The features in '" + folder + "' cannot be read.", e);
      }
    }
    return String.join("\n", texts);
  }
}
