package dev.trestle.steps.http;

import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Pair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the next request carries besides its path and its body, and how it is sent. */
final class NextRequest {

  private static final int MOST_AT_ONCE = 500;

  private final List<Pair> headers = new ArrayList<>();
  private final List<Pair> query = new ArrayList<>();
  private final List<Pair> path = new ArrayList<>();
  private final List<Pair> cookies = new ArrayList<>();
  private String graphQlVariables = "{}";
  private Duration bound = Client.PATIENCE;
  private int times = 1;

  List<Pair> headers() {
    return headers;
  }

  List<Pair> query() {
    return query;
  }

  List<Pair> path() {
    return path;
  }

  List<Pair> cookies() {
    return cookies;
  }

  /** The variables of a GraphQL document as JSON. */
  String graphQlVariables() {
    return graphQlVariables;
  }

  void graphQlVariables(String json) {
    graphQlVariables = json;
  }

  /** How long it may take. */
  Duration bound() {
    return bound;
  }

  void bound(Duration longest) {
    bound = longest;
  }

  /** How many times it is sent at once. */
  int times() {
    return times;
  }

  void times(int count) {
    if (count < 1 || count > MOST_AT_ONCE) {
      throw StepFailure.of("A request cannot be sent " + count + " times at once.")
          .evidence("From 1 to " + MOST_AT_ONCE + " are possible; each takes a thread.")
          .fix("Correct the number in the step.");
    }
    times = count;
  }

  /** The path with its parameters, such as {@code {id}}, replaced. */
  String fill(String written) {
    String filled = written;
    for (Pair parameter : path) {
      String place = "{" + parameter.name() + "}";
      if (!filled.contains(place)) {
        throw StepFailure.of("The path '" + written + "' has no parameter '" + place + "'.")
            .evidence("A step before gives it the value '" + parameter.value() + "'.")
            .fix("Write " + place + " into the path, or correct the parameter's name.");
      }
      filled = filled.replace(place, Urls.component(parameter.value()));
    }
    return filled;
  }
}
