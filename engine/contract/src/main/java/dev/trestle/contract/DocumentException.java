package dev.trestle.contract;

import org.jspecify.annotations.Nullable;

/** A document that cannot be used. */
public final class DocumentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String what;
  private final String evidence;
  private final String fix;

  DocumentException(String what, String evidence, String fix, @Nullable Throwable cause) {
    super(what + "\n" + evidence + "\n" + fix, cause);
    this.what = what;
    this.evidence = evidence;
    this.fix = fix;
  }

  /** What is wrong, a sentence. */
  public String what() {
    return what;
  }

  /** What shows it, with the file where that is known. */
  public String evidence() {
    return evidence;
  }

  /** What to do. */
  public String fix() {
    return fix;
  }
}
