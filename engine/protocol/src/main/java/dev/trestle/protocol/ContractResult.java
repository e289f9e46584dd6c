package dev.trestle.protocol;

import java.util.List;

/**
 * How what passed the edges in a run fits the documents that describe it.
 *
 * @param mode {@code fail}, {@code warn} or {@code off}
 * @param checked how many interactions and messages were checked as a whole
 * @param unchecked how many could not be, or only in part
 * @param findings what does not fit, equal ones as one, a bounded number
 * @param omitted how many more there are
 */
public record ContractResult(
    String mode, int checked, int unchecked, List<Finding> findings, int omitted) {

  /** What a mode is called in which a finding fails the build. */
  public static final String FAIL = "fail";

  /** Nothing was checked. */
  public static final ContractResult NONE = new ContractResult("off", 0, 0, List.of(), 0);

  /** Keeps an unmodifiable copy. */
  public ContractResult {
    findings = List.copyOf(findings);
  }

  /** Whether it fails the build. */
  public boolean isRed() {
    return mode.equals(FAIL) && !findings.isEmpty();
  }

  /** How many findings there are. */
  public int total() {
    return findings.size() + omitted;
  }

  /**
   * Something that is not as its document says.
   *
   * @param consumer who called, or whom the message is for; empty when that is not known
   * @param provider whose document it is
   * @param operation method and path template, or {@code publish} and the topic
   * @param part {@code request}, {@code response} or {@code message}; {@code document} when the
   *     document cannot be used
   * @param status the response's status, 0 for none
   * @param pointer the place in the body, a JSON pointer; {@code query/limit}, {@code path/id} or
   *     {@code header/ETag} for what is outside of it; empty for the whole
   * @param problem what is wrong, such as {@code wrong type}
   * @param expected what the document says
   * @param actual what there was the first time, with secrets masked, shortened
   * @param document the document's file and the place in it
   * @param count how often
   * @param scenarios whose interactions they were, by name
   */
  public record Finding(
      String consumer,
      String provider,
      String operation,
      String part,
      int status,
      String pointer,
      String problem,
      String expected,
      String actual,
      String document,
      int count,
      List<String> scenarios) {

    /** Keeps an unmodifiable copy. */
    public Finding {
      scenarios = List.copyOf(scenarios);
    }

    /** It in some lines: where, what, and by which document. */
    public String told() {
      return where() + "\n" + (pointer.isEmpty() ? "" : pointer + ": ") + what() + "\n" + document;
    }

    private String where() {
      if (part.equals("message")) {
        String receiver = consumer.isEmpty() ? "" : " for " + consumer;
        return provider + ", " + operation + ", message" + receiver;
      }
      String between = consumer.isEmpty() ? provider : consumer + " -> " + provider;
      String which = status == 0 ? part : part + " " + status;
      return operation.isEmpty() ? between : between + ", " + operation + ", " + which;
    }

    private String what() {
      return problem + "; the document says " + expected + ", there is " + actual;
    }
  }
}
