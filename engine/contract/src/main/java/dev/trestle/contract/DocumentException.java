package dev.trestle.contract;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A document that cannot be used. */
public final class DocumentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final String what;
  private final String evidence;
  private final String fix;

  DocumentException(
      Path file, String what, String evidence, String fix, @Nullable Throwable cause) {
    super(what + "\n" + file + ": " + evidence + "\n" + fix, cause);
    this.file = file;
    this.what = what;
    this.evidence = evidence;
    this.fix = fix;
  }

  /** The document's file. */
  public Path file() {
    return file;
  }

  /** What is wrong, a sentence. */
  public String what() {
    return what;
  }

  /** What shows it. */
  public String evidence() {
    return evidence;
  }

  /** What to do. */
  public String fix() {
    return fix;
  }
}
