package dev.trestle.maven;

import java.nio.file.Path;
import java.util.IdentityHashMap;
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
 * build; each other one below {@code target/trestle/executions/<id>}, also one of the same id. Two
 * that are configured to write to one place are refused.
 */
final class ExecutionOutputs {

  private static final String WRITTEN = "dev.trestle.outputs";
  private static final String EXECUTIONS = "dev.trestle.executions";

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
    return isFirst() ? own : own.resolve("executions").resolve(fileName(name()));
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
      String name = name();
      Map<String, String> owners = new LinkedHashMap<>(owners());
      for (Path output : outputs) {
        String other = owners.putIfAbsent(key(output), name);
        if (other != null && !other.equals(name)) {
          throw new MojoFailureException(
              ("The execution '" + name + "' would overwrite the results of '" + other + "'.\n")
                  + ("Both write to '" + key(output) + "'.\n")
                  + "They are executions of trestle-maven-plugin in this POM.\n"
                  + "Configure trestle.allureResults, trestle.report and trestle.junit for each"
                  + " execution, or for none.");
        }
      }
      project.setContextValue(WRITTEN, owners);
      Map<MojoExecution, String> names = new IdentityHashMap<>(names());
      names.put(execution, name);
      project.setContextValue(EXECUTIONS, names);
    }
  }

  /** Whether another execution of this build has written to one of these places. */
  boolean isOfAnother(List<Path> outputs) {
    Map<String, String> owners = owners();
    String name = name();
    return outputs.stream()
        .map(output -> owners.getOrDefault(key(output), name))
        .anyMatch(owner -> !owner.equals(name));
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
    return owner == null ? isFirstOfPom() : owner.equals(name());
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

  /** The id, with a number when an execution of the same id has written in this build. */
  private String name() {
    Map<MojoExecution, String> names = names();
    String known = names.get(execution);
    if (known != null) {
      return known;
    }
    long earlier =
        names.keySet().stream().filter(each -> each.getExecutionId().equals(id())).count();
    return earlier == 0 ? id() : id() + "-" + (earlier + 1);
  }

  @SuppressWarnings("unchecked") // Only this class sets it.
  private Map<MojoExecution, String> names() {
    Object names = project.getContextValue(EXECUTIONS);
    return names == null ? Map.of() : (Map<MojoExecution, String>) names;
  }

  /** An id may hold what a file's name may not. */
  private static String fileName(String id) {
    return id.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.+", "_");
  }
}
