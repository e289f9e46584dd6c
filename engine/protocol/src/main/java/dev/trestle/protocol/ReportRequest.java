package dev.trestle.protocol;

/**
 * What the goal {@code report} asks the host: make the HTML report from result files.
 *
 * @param protocol the format's version, {@link Protocol#VERSION}
 * @param project the project's name as the report shows it
 * @param allureResults the folder of Allure's result files, absolute
 * @param report the HTML file to write, absolute
 */
public record ReportRequest(int protocol, String project, String allureResults, String report) {}
