package dev.trestle.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks a request by its operation: parameters and body. */
final class RequestCheck {

  /** Described elsewhere in a document, and never as parameters. */
  private static final Set<String> NO_PARAMETERS =
      Set.of("accept", "content-type", "authorization");

  private final OpenApi api;
  private final Operation operation;
  private final BodyCheck bodies;

  RequestCheck(OpenApi api, Operation operation, BodyCheck bodies) {
    this.api = api;
    this.operation = operation;
    this.bodies = bodies;
  }

  Fit check(String path, HttpMessage request) {
    int question = path.indexOf('?');
    Map<String, List<String>> query =
        FormFields.pairs(question < 0 ? "" : path.substring(question + 1));
    List<Problem> problems = new ArrayList<>();
    for (Place parameter : operation.parameters()) {
      parameter(parameter, values(parameter, path, query, request), problems);
    }
    undocumented(query, problems);
    return Fit.whole(problems).and(body(request));
  }

  private @Nullable List<String> values(
      Place parameter, String path, Map<String, List<String>> query, HttpMessage request) {
    String name = parameter.text("name");
    return switch (parameter.text("in")) {
      case "query" -> query.get(name);
      case "path" -> variable(name, path);
      case "header" -> header(name, request);
      default -> cookie(name, request.header("cookie"));
    };
  }

  private @Nullable List<String> variable(String name, String path) {
    int index = operation.variables().indexOf(name);
    Matcher matcher = operation.matcher().matcher(path.split("\\?", 2)[0]);
    return index < 0 || !matcher.matches()
        ? null
        : List.of(FormFields.decoded(matcher.group(index + 1).replace("+", "%2B")));
  }

  private static @Nullable List<String> header(String name, HttpMessage request) {
    String value = request.header(name);
    return value.isEmpty() ? null : List.of(value);
  }

  private static @Nullable List<String> cookie(String name, String header) {
    Matcher found =
        Pattern.compile("(?:^|;\\s*)" + Pattern.quote(name) + "=([^;]*)").matcher(header);
    return found.find() ? List.of(found.group(1)) : null;
  }

  private void parameter(Place parameter, @Nullable List<String> values, List<Problem> problems) {
    String in = parameter.text("in");
    String name = parameter.text("name");
    if (in.equals("header") && NO_PARAMETERS.contains(MediaTypes.plain(name))) {
      return;
    }
    if (values != null && in.equals("query") && isAllowedEmpty(parameter, values)) {
      return;
    }
    if (values != null) {
      new ParameterValues(bodies.values()).check(in + "/" + name, values, parameter, problems);
    } else if (parameter.is("required") && !isDeep(parameter) && !isExploded(parameter)) {
      problems.add(
          new Problem(
              in + "/" + name, "missing parameter", "a value", "nothing", parameter.pointer()));
    }
  }

  private static boolean isAllowedEmpty(Place parameter, List<String> values) {
    return parameter.is("allowEmptyValue") && values.stream().allMatch(String::isEmpty);
  }

  private void undocumented(Map<String, List<String>> query, List<Problem> problems) {
    query.forEach(
        (name, values) -> {
          if (operation.parameters().stream().noneMatch(parameter -> names(parameter, name))
              && !isKey(name)) {
            problems.add(
                new Problem(
                    "query/" + name,
                    "undocumented field",
                    "no such parameter",
                    String.join(",", values),
                    operation.place().at("parameters").pointer()));
          }
        });
  }

  private boolean names(Place parameter, String name) {
    String known = parameter.text("name");
    return parameter.text("in").equals("query")
        && (known.equals(name)
            || (isDeep(parameter) && name.startsWith(known + "["))
            || isExploded(parameter));
  }

  private static boolean isDeep(Place parameter) {
    return parameter.text("style").equals("deepObject");
  }

  /** The members of such an object are parameters of their own. */
  private boolean isExploded(Place parameter) {
    return parameter.text("in").equals("query")
        && !isDeep(parameter)
        && bodies.values().types(parameter.at("schema")).containsKey("object");
  }

  /** Whether it is how a caller makes itself known. */
  private boolean isKey(String name) {
    return api.securitySchemes().stream()
        .anyMatch(scheme -> scheme.text("in").equals("query") && scheme.text("name").equals(name));
  }

  private Fit body(HttpMessage request) {
    Place described = api.requestBody(operation);
    if (request.length() == 0) {
      return described.is("required")
          ? Fit.of(new Problem("", "missing body", "a body", "nothing", described.pointer()))
          : Fit.whole(List.of());
    }
    if (!described.exists()) {
      return request.length() < 0
          ? new Fit(List.of(), false)
          : Fit.of(
              new Problem(
                  "",
                  "undocumented body",
                  "no body",
                  request.length() + " bytes",
                  operation.place().pointer()));
    }
    return bodies.check(described.at("content"), request);
  }
}
