package dev.trestle.benchmarks.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes workloads. */
public final class Features {

  /** The shop's address as the features in the repository have it. */
  private static final String ADDRESS = "http://127.0.0.1:8080";

  private Features() {}

  /**
   * Writes the features of a run.
   *
   * @param feature the file with the one scenario
   * @param folder where the features go
   * @param shop the address that the shop has
   */
  public static void write(Path feature, Path folder, int scenarios, String shop)
      throws IOException {
    Files.createDirectories(folder);
    String text = Files.readString(feature).replace(ADDRESS, shop);
    for (Map.Entry<String, String> file : Workload.of(text).files(scenarios).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }
}
