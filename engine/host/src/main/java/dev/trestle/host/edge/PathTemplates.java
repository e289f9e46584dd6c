package dev.trestle.host.edge;

import dev.trestle.host.contract.GuessedPath;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The templates of paths, such as {@code /carts/{id}}: those of a provider's OpenAPI document, else
 * with {@code *} for what looks like an id or is a scenario's own name.
 */
public final class PathTemplates {

  private final Map<String, List<Operation>> byProvider = new HashMap<>();

  /** One operation of a document. */
  private record Operation(String method, String template, Pattern path) {

    boolean fits(String asked, String requested) {
      return method.equals(asked) && path.matcher(requested).matches();
    }

    /** One with fewer parameters is meant before others. */
    long parameters() {
      return template.chars().filter(c -> c == '{').count();
    }
  }

  /** None are known. */
  public PathTemplates() {}

  /**
   * Sets those of a provider.
   *
   * @param provider the service
   * @param operations methods with templates, such as {@code GET /carts/{id}}
   */
  public void put(String provider, List<String> operations) {
    byProvider.put(
        provider,
        operations.stream()
            .map(PathTemplates::operation)
            .sorted(Comparator.comparing(Operation::parameters))
            .toList());
  }

  private static Operation operation(String written) {
    int space = written.indexOf(' ');
    String template = written.substring(space + 1);
    String path = ("\\Q" + template + "\\E").replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q");
    return new Operation(written.substring(0, space), template, Pattern.compile(path));
  }

  /**
   * The template that a path fits.
   *
   * @param provider the service that is called
   * @param method the method
   * @param path the path without its query
   * @param traceId the trace id of the scenario whose names may be in the path, empty for none
   */
  public String of(String provider, String method, String path, String traceId) {
    return byProvider.getOrDefault(provider, List.of()).stream()
        .filter(operation -> operation.fits(method, path))
        .map(Operation::template)
        .findFirst()
        .orElseGet(() -> GuessedPath.of(path, traceId));
  }
}
