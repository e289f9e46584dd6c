package dev.trestle.maven;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/**
 * Keeps the results of several executions of one goal in one project apart: the first execution of
 * the POM, and the command line, write to the usual places, unless another one has done so in this
 * build; each other one below {@code target/trestle/executions/<id>}. Two that are configured to
 * write to one place are refused.
 */
final class ExecutionOutputs {

  private static final String WRITTEN = "dev.trestle.outputs";

  private final MavenProject project;
  private final MojoExecution execution;
  private final Path own;

  /**
   * The outputs of an execution.
   *
   * @param own {@code target/trestle}
   */
  ExecutionOutputs(MavenProject project, MojoExecution execution, Path own) {
    this.project = project;
    this.execution = execution;
    this.own = own;
  }

  /** The folder of what has no parameter: {@code target/trestle}, or the execution's own. */
  Path folder() {
    return isFirst() ? own : own.resolve("executions").resolve(fileName(id()));
  }

  /**
   * Where an output goes: where it is configured, or its place in the execution's own folder.
   *
   * @param configured the value of the parameter
   * @param usual its default value
   * @param name its name in the execution's own folder
   */
  Path place(Path configured, Path usual, String name) {
    boolean isDefault = configured.toAbsolutePath().equals(usual.toAbsolutePath());
    return isFirst() || !isDefault ? configured : folder().resolve(name);
  }

  /**
   * Remembers for the rest of the build what an execution writes.
   *
   * @throws MojoFailureException when another execution of this build has written there
   */
  void claim(List<Path> outputs) throws MojoFailureException {
    synchronized (project) {
      Map<String, String> owners = new LinkedHashMap<>(owners());
      for (Path output : outputs) {
        String other = owners.putIfAbsent(key(output), id());
        if (other != null && !other.equals(id())) {
          throw new MojoFailureException(
              ("The execution '" + id() + "' would overwrite the results of '" + other + "'.\n")
                  + ("Both write to '" + key(output) + "'.\n")
                  + "They are executions of trestle-maven-plugin in this POM.\n"
                  + "Configure trestle.allureResults, trestle.report and trestle.junit for each"
                  + " execution, or for none.");
        }
      }
      project.setContextValue(WRITTEN, owners);
    }
  }

  /** Whether another execution of this build has written to one of these places. */
  boolean isOfAnother(List<Path> outputs) {
    Map<String, String> owners = owners();
    return outputs.stream()
        .map(output -> owners.getOrDefault(key(output), id()))
        .anyMatch(owner -> !owner.equals(id()));
  }

  @SuppressWarnings("unchecked") // Only this class sets it.
  private Map<String, String> owners() {
    Object written = project.getContextValue(WRITTEN);
    return written == null ? Map.of() : (Map<String, String>) written;
  }

  private static String key(Path output) {
    return output.toAbsolutePath().normalize().toString();
  }

  private boolean isFirst() {
    String owner = owners().get(key(own));
    return owner == null ? isFirstOfPom() : owner.equals(id());
  }

  private boolean isFirstOfPom() {
    Plugin plugin = execution.getPlugin();
    Plugin configured = plugin == null ? null : project.getPlugin(plugin.getKey());
    List<PluginExecution> executions = configured == null ? List.of() : configured.getExecutions();
    return executions.stream()
        .filter(each -> each.getGoals().contains(execution.getGoal()))
        .filter(each -> !"none".equals(each.getPhase()))
        .findFirst()
        .map(first -> first.getId().equals(id()) || isOfCommandLine(executions))
        .orElse(true);
  }

  private boolean isOfCommandLine(List<PluginExecution> executions) {
    return executions.stream().noneMatch(each -> each.getId().equals(id()));
  }

  private String id() {
    return execution.getExecutionId();
  }

  /** An id may hold what a file's name may not. */
  private static String fileName(String id) {
    return id.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.+", "_");
  }
}
