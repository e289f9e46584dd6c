package dev.trestle.benchmarks.suite;

import java.nio.file.Path;
import java.util.List;

/**
 * What can start Cornershop.
 *
 * @param title its name in the results
 * @param folder where its commands run
 * @param start the command that returns when all services are healthy
 * @param stop the command that takes everything down
 * @param run the command that runs one scenario in what is up, none when it cannot
 */
record EnvironmentTool(
    String title, Path folder, List<String> start, List<String> stop, List<String> run) {

  /** Its name as that of a file. */
  String log(String what) {
    return "environment-" + title.replaceAll("[^A-Za-z]+", "-") + "-" + what;
  }
}
