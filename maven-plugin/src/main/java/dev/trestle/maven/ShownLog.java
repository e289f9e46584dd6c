package dev.trestle.maven;

import dev.trestle.protocol.VisibleText;
import org.apache.maven.plugin.logging.Log;

/**
 * Maven's log, through which nothing passes that a terminal would obey, and no line that fills it:
 * the report has the whole of a long value.
 */
final class ShownLog implements Log {

  /** Some ten lines of a terminal. */
  static final int LONGEST = 1_000;

  private final Log log;

  ShownLog(Log log) {
    this.log = log;
  }

  /** A message of several lines as a terminal may show it. */
  static String shown(CharSequence message) {
    StringBuilder shown = new StringBuilder();
    String separator = "";
    for (String line : message.toString().split("\n", -1)) {
      shown.append(separator).append(VisibleText.line(line, LONGEST));
      separator = "\n";
    }
    return shown.toString();
  }

  @Override
  public boolean isDebugEnabled() {
    return log.isDebugEnabled();
  }

  @Override
  public void debug(CharSequence content) {
    log.debug(shown(content));
  }

  @Override
  public void debug(CharSequence content, Throwable error) {
    log.debug(shown(content), error);
  }

  @Override
  public void debug(Throwable error) {
    log.debug(error);
  }

  @Override
  public boolean isInfoEnabled() {
    return log.isInfoEnabled();
  }

  @Override
  public void info(CharSequence content) {
    log.info(shown(content));
  }

  @Override
  public void info(CharSequence content, Throwable error) {
    log.info(shown(content), error);
  }

  @Override
  public void info(Throwable error) {
    log.info(error);
  }

  @Override
  public boolean isWarnEnabled() {
    return log.isWarnEnabled();
  }

  @Override
  public void warn(CharSequence content) {
    log.warn(shown(content));
  }

  @Override
  public void warn(CharSequence content, Throwable error) {
    log.warn(shown(content), error);
  }

  @Override
  public void warn(Throwable error) {
    log.warn(error);
  }

  @Override
  public boolean isErrorEnabled() {
    return log.isErrorEnabled();
  }

  @Override
  public void error(CharSequence content) {
    log.error(shown(content));
  }

  @Override
  public void error(CharSequence content, Throwable error) {
    log.error(shown(content), error);
  }

  @Override
  public void error(Throwable error) {
    log.error(error);
  }
}
