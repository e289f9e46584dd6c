package dev.trestle.maven;

import java.io.File;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/** What all goals share. */
abstract class TrestleMojo extends AbstractMojo {

  @Inject ClassPaths classPaths;
  @Inject ToolchainManager toolchains;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  MavenSession session;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
  PluginDescriptor plugin;

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
   * The folder of Allure's result files, where any Allure tool finds them.
   *
   * <p>Example: {@code <allureResults>${project.build.directory}/allure</allureResults>}
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "trestle.allureResults",
      defaultValue = "${project.build.directory}/allure-results")
  File allureResults;

  /**
   * The HTML report, one self-contained file.
   *
   * <p>Example: {@code <report>${project.build.directory}/site/flows.html</report>}
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "trestle.report",
      defaultValue = "${project.build.directory}/trestle/report/index.html")
  File report;

  final HostConnection connect() throws MojoExecutionException {
    return HostConnection.start(
        java(), classPaths.host(session, plugin.getVersion()), trestleFolder());
  }

  final Path trestleFolder() {
    return Path.of(project.getBuild().getDirectory(), "trestle");
  }

  final String java() {
    Toolchain toolchain = toolchains.getToolchainFromBuildContext("jdk", session);
    String tool = toolchain == null ? null : toolchain.findTool("java");
    return tool != null ? tool : Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
