package dev.trestle.maven;

import dev.trestle.protocol.HostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/** What all goals share. */
abstract class TrestleMojo extends AbstractMojo {

  /** How long a host that does not stay may be idle, were its build to hang. */
  private static final Duration LEASE = Duration.ofHours(1);

  @Inject ClassPaths classPaths;
  @Inject ToolchainManager toolchains;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  MavenSession session;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
  PluginDescriptor plugin;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  MojoExecution execution;

  /**
   * Skips Trestle altogether.
   *
   * <p>Example: {@code -Dtrestle.skip}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.skip", defaultValue = "false")
  boolean skip;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    Switches.check(execution, session);
    if (isSkipped()) {
      getLog().info("Trestle is skipped.");
      return;
    }
    try {
      perform();
    } catch (HostException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  /** Does what the goal is for. */
  abstract void perform() throws MojoExecutionException, MojoFailureException;

  boolean isSkipped() {
    return skip;
  }

  /** The host that stays, if one is up that this plugin can use, else one of this build's own. */
  final HostConnection connect() throws MojoExecutionException {
    FileList engine = engine();
    Optional<LiveHost> live = LiveHost.find(trestleFolder());
    if (live.isPresent()) {
      if (live.get().fits(engine.fingerprint()) && live.get().answers()) {
        return new AttachedHost(live.get().state());
      }
      getLog()
          .warn(
              "The environment that is up belongs to another version of the plugin, or does not"
                  + " answer; it is left alone. Run mvn trestle:start to replace it.");
    }
    return ownHost(engine);
  }

  /** A host of this build's own, whatever else is up. */
  final HostConnection ownHost() throws MojoExecutionException {
    return ownHost(engine());
  }

  private HostConnection ownHost(FileList engine) throws MojoExecutionException {
    return HostProcess.start(
        hostCommand(engine, false), trestleFolder(), LEASE, engine.fingerprint());
  }

  final FileList engine() throws MojoExecutionException {
    return classPaths.host(session, plugin.getVersion());
  }

  final HostCommand hostCommand(FileList engine, boolean stays) {
    return new HostCommand(java(), engine.paths(), trestleFolder(), stays);
  }

  final Path trestleFolder() {
    return Path.of(project.getBuild().getDirectory(), "trestle");
  }

  final boolean isTerminal() {
    return System.console() != null && session.getRequest().isInteractiveMode();
  }

  final String java() {
    Toolchain toolchain = toolchains.getToolchainFromBuildContext("jdk", session);
    String tool = toolchain == null ? null : toolchain.findTool("java");
    return tool != null ? tool : Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
