package dev.trestle.steps.core.phrase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The phrasebooks or the glue of a run cannot be used; the message names all problems. */
public final class PhrasebookException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PhrasebookException(List<Problem> problems) {
    this("The phrasebooks have", problems);
  }

  /** With the subject and verb of a sentence for several problems. */
  PhrasebookException(String subject, List<Problem> problems) {
    super(message(subject, problems));
  }

  /** Finds it in what Cucumber threw, which holds it once for each attempt to load the glue. */
  public static Optional<PhrasebookException> in(Throwable thrown) {
    if (thrown instanceof PhrasebookException found) {
      return Optional.of(found);
    }
    Stream<Throwable> inner =
        Stream.concat(Stream.ofNullable(thrown.getCause()), Stream.of(thrown.getSuppressed()));
    return inner.flatMap(next -> in(next).stream()).findFirst();
  }

  private static String message(String subject, List<Problem> problems) {
    if (problems.size() == 1) {
      return problems.get(0).text();
    }
    List<Problem> sorted = new ArrayList<>(problems);
    sorted.sort(
        Comparator.comparing((Problem problem) -> problem.place().file())
            .thenComparing(problem -> problem.place().line()));
    StringBuilder message = new StringBuilder();
    message.append(subject).append(' ').append(sorted.size()).append(" problems.");
    for (int number = 1; number <= sorted.size(); number++) {
      message.append("\n\n").append(number).append(") ").append(sorted.get(number - 1).text());
    }
    return message.toString();
  }
}
