package dev.trestle.host.report;

import io.qameta.allure.core.ResultsVisitor;
import io.qameta.allure.entity.Attachment;
import io.qameta.allure.entity.TestResult;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Takes what Allure's readers find beside the results: history, categories, the build's name. */
final class LaunchExtras implements ResultsVisitor {

  private static final Logger LOG = System.getLogger(LaunchExtras.class.getName());

  private final Map<String, Object> found = new HashMap<>();

  /** What was found, by name. */
  Map<String, Object> found() {
    return found;
  }

  @Override
  public Attachment visitAttachmentFile(Path file) {
    throw new UnsupportedOperationException("Results are read by the host.");
  }

  @Override
  public void visitTestResult(TestResult result) {
    throw new UnsupportedOperationException("Results are read by the host.");
  }

  @Override
  public void visitExtra(String name, Object object) {
    found.put(name, object);
  }

  @Override
  public void error(String message, Exception e) {
    LOG.log(Logger.Level.WARNING, message, e);
  }

  @Override
  public void error(String message) {
    LOG.log(Logger.Level.WARNING, message);
  }
}
