package dev.trestle.maven;

import dev.trestle.protocol.HostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

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

  /**
   * Names of secrets besides those that Trestle knows, whose values are masked in all that a run
   * leaves; one with a minus sign before it is a secret no more. A host that is up keeps those that
   * it was started with.
   *
   * <p>Example: {@code -Dtrestle.secrets=accountNumber,-session}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.secrets")
  List<String> secrets;

  @Override
  public final Log getLog() {
    return new ShownLog(super.getLog());
  }

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    boolean ended = false;
    try {
      Parameters.check(this, execution, session);
      String skippedBy = skippedBy();
      if (skippedBy == null) {
        new OutputPaths(trestleFolder()).requireOwnFolder();
        perform();
      } else {
        getLog().info("Trestle is skipped, because " + skippedBy + " is set.");
      }
      ended = true;
    } catch (HostException e) {
      throw new MojoExecutionException(shown(e), e);
    } catch (MojoFailureException e) {
      throw shown(e).equals(e.getMessage()) ? e : new MojoFailureException(shown(e), e);
    } finally {
      if (!ended) {
        failed();
      }
    }
  }

  /** Maven prints the message of what ends a build as it is. */
  private static String shown(Exception e) {
    return ShownLog.shown(String.valueOf(e.getMessage()));
  }

  /** Does what the goal is for. */
  abstract void perform() throws MojoExecutionException, MojoFailureException;

  /** Does what is still to do when the goal has failed. */
  void failed() {}

  /** The property that has this goal skipped, null when none does. */
  @Nullable String skippedBy() {
    return skip ? "trestle.skip" : null;
  }

  /** The host that stays, if one is up that this plugin can use, else one of this build's own. */
  final HostConnection connect() throws MojoExecutionException {
    FileList engine = engine();
    Optional<LiveHost> live = LiveHost.find(trestleFolder());
    if (live.isEmpty() && LiveHost.isUnreadable(trestleFolder())) {
      getLog()
          .warn(
              "The state file of an environment cannot be read, so this goal starts its own: "
                  + trestleFolder().resolve("host.json"));
    }
    if (live.isPresent()) {
      if (live.get().fits(engine.fingerprint()) && live.get().answers()) {
        return new AttachedHost(live.get().state());
      }
      getLog()
          .warn(
              "The environment that is up "
                  + (live.get().fits(engine.fingerprint())
                      ? "does not answer"
                      : "belongs to another version of the plugin")
                  + "; it is left alone, and this goal starts its own. Run mvn trestle:start to"
                  + " replace it.");
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
    return new HostCommand(java(), engine.paths(), trestleFolder(), stays, secretNames());
  }

  private String secretNames() {
    return String.join(",", Parameters.items(secrets));
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
