package dev.trestle.maven;

import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.ReportRequest;
import java.io.File;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes the HTML report again from the Allure result files of earlier runs.
 *
 * @since 0.1.0
 */
@Mojo(name = "report", threadSafe = true)
public final class ReportMojo extends TrestleMojo {

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

  @Override
  void perform() throws MojoExecutionException, MojoFailureException {
    if (!allureResults.isDirectory()) {
      throw new MojoFailureException(
          "There are no results to make a report of.\n"
              + "The folder '"
              + allureResults
              + "' does not exist.\n"
              + "It is the parameter trestle.allureResults.\n"
              + "Run mvn integration-test first, or name the folder with the results.");
    }
    new OutputPaths(trestleFolder()).requireReport(report.toPath());
    try (HostConnection host = connect()) {
      host.control()
          .report(
              new ReportRequest(
                  Protocol.VERSION,
                  project.getName(),
                  allureResults.getAbsolutePath(),
                  report.getAbsolutePath()));
    }
    getLog().info("Report: " + report);
  }
}
