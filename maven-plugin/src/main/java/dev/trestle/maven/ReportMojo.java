package dev.trestle.maven;

import dev.trestle.protocol.HostException;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.ReportRequest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Makes the HTML report again from the Allure result files of earlier runs.
 *
 * @since 0.1.0
 */
@Mojo(name = "report", threadSafe = true)
public final class ReportMojo extends TrestleMojo {

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Trestle is skipped.");
      return;
    }
    if (!allureResults.isDirectory()) {
      throw new MojoFailureException(
          "There are no results to make a report of.\n"
              + "The folder '"
              + allureResults
              + "' does not exist.\n"
              + "It is the parameter trestle.allureResults.\n"
              + "Run mvn integration-test first, or name the folder with the results.");
    }
    try (HostConnection host = connect()) {
      host.client()
          .report(
              new ReportRequest(
                  Protocol.VERSION,
                  project.getName(),
                  allureResults.getAbsolutePath(),
                  report.getAbsolutePath()));
    } catch (HostException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
    getLog().info("Report: " + report);
  }
}
