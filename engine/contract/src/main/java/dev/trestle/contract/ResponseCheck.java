package dev.trestle.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks a response by its operation: status, headers and body. */
final class ResponseCheck {

  private final OpenApi api;
  private final Operation operation;
  private final BodyCheck bodies;

  ResponseCheck(OpenApi api, Operation operation, BodyCheck bodies) {
    this.api = api;
    this.operation = operation;
    this.bodies = bodies;
  }

  Fit check(int status, HttpMessage response) {
    return check(status, response, operation.method().equals("HEAD"));
  }

  Fit checkHead(int status, HttpMessage response) {
    return check(status, response, true);
  }

  private Fit check(int status, HttpMessage response, boolean head) {
    Optional<Place> described = api.response(operation, status);
    if (described.isEmpty()) {
      Place responses = operation.place().at("responses");
      return Fit.of(
          new Problem(
              "",
              "undocumented status",
              String.join(" or ", responses.members().keySet()),
              String.valueOf(status),
              responses.pointer()));
    }
    Fit headers = Fit.whole(headers(described.get(), response));
    return head || status == 204 || status == 304
        ? headers
        : headers.and(body(described.get(), response));
  }

  private List<Problem> headers(Place described, HttpMessage response) {
    List<Problem> problems = new ArrayList<>();
    described
        .at("headers")
        .members()
        .forEach(
            (name, place) -> {
              if (name.equalsIgnoreCase("Content-Type")) {
                return; // The specification: such a definition shall be ignored.
              }
              Place header = api.resolve(place);
              String value = response.header(name);
              if (!value.isEmpty()) {
                new ParameterValues(bodies.values())
                    .check("header/" + name, List.of(value), header, problems);
              } else if (header.is("required")) {
                problems.add(
                    new Problem(
                        "header/" + name,
                        "missing header",
                        "a value",
                        "nothing",
                        header.pointer()));
              }
            });
    return problems;
  }

  private Fit body(Place described, HttpMessage response) {
    Place content = described.at("content");
    boolean empty = response.length() == 0;
    if (content.node().isEmpty()) {
      return response.length() <= 0
          ? new Fit(List.of(), empty)
          : Fit.of(
              new Problem(
                  "",
                  "undocumented body",
                  "no body",
                  response.length() + " bytes",
                  described.pointer()));
    }
    boolean json = content.members().keySet().stream().anyMatch(MediaTypes::isJson);
    if (empty && !json) {
      return Fit.whole(List.of()); // an empty text is one
    }
    return empty
        ? Fit.of(new Problem("", "missing body", "a body", "nothing", content.pointer()))
        : bodies.check(content, response);
  }
}
