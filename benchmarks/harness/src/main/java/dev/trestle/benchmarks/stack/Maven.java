package dev.trestle.benchmarks.stack;

import java.util.ArrayList;
import java.util.List;

/**
 * How Maven is called.
 *
 * @param repository the local repository, empty for Maven's own default
 */
public record Maven(String repository) {

  /** A build without network and colours, as it is timed. */
  public List<String> timed(String goal, List<String> arguments) {
    return command(List.of("-o", "-B", "-ntp"), goal, arguments);
  }

  /** A build that may download, which is not timed. */
  public List<String> untimed(String goal, List<String> arguments) {
    return command(List.of("-B", "-ntp"), goal, arguments);
  }

  private List<String> command(List<String> flags, String goal, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add("mvn");
    command.addAll(flags);
    if (!repository.isEmpty()) {
      command.add("-Dmaven.repo.local=" + repository);
    }
    command.add(goal);
    command.addAll(arguments);
    return command;
  }
}
