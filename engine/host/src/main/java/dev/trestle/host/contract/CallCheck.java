package dev.trestle.host.contract;

import dev.trestle.contract.Fit;
import dev.trestle.contract.OpenApi;
import dev.trestle.contract.Operation;
import dev.trestle.contract.Problem;
import dev.trestle.host.contract.Checked.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks a call by the provider's OpenAPI document. */
final class CallCheck {

  private final OpenApi api;
  private final Call call;
  private final List<Violation> violations = new ArrayList<>();
  private boolean whole;

  private CallCheck(OpenApi api, Call call) {
    this.api = api;
    this.call = call;
    this.whole = !call.isUpgrade();
  }

  static Checked of(OpenApi api, Call call) {
    if (call.fromTest() && call.status() == 0) {
      return call.isUpgrade() ? new Checked(Extent.PART, List.of()) : Checked.nothing();
    }
    return new CallCheck(api, call).check();
  }

  private Checked check() {
    Optional<Operation> operation = operation();
    if (operation.isEmpty() && isPreflight()) {
      return new Checked(Extent.WHOLE, violations);
    }
    if (operation.isPresent()) {
      check(operation.get());
    } else if (!isRefusedToTest()) {
      undocumented();
    }
    return new Checked(whole ? Extent.WHOLE : Extent.PART, violations);
  }

  /** What answers GET answers HEAD, RFC 9110 section 9.3.2. */
  private Optional<Operation> operation() {
    Optional<Operation> found = api.find(call.method(), call.pathAlone());
    return found.isEmpty() && call.method().equals("HEAD")
        ? api.find("GET", call.pathAlone())
        : found;
  }

  /** What a browser asks before a call to another origin is the server's business. */
  private boolean isPreflight() {
    return call.method().equals("OPTIONS")
        && call.request().headers().containsKey("access-control-request-method");
  }

  /** A test may ask for what there is not. */
  private boolean isRefusedToTest() {
    return call.fromTest() && (call.status() == 404 || call.status() == 405);
  }

  private void check(Operation operation) {
    if (!call.fromTest()) {
      add(
          "request",
          0,
          operation.signature(),
          api.checkRequest(operation, call.path(), call.request()));
    }
    if (call.status() > 0) {
      add(
          "response",
          call.status(),
          operation.signature(),
          call.method().equals("HEAD")
              ? api.checkHead(operation, call.status(), call.response())
              : api.checkResponse(operation, call.status(), call.response()));
    }
  }

  private void undocumented() {
    List<String> methods = api.methods(call.pathAlone());
    String path = GuessedPath.of(call.pathAlone(), call.traceId());
    Problem problem =
        methods.isEmpty()
            ? new Problem("", "undocumented path", "one of the document's paths", path, "/paths")
            : new Problem(
                "", "undocumented method", String.join(" or ", methods), call.method(), "/paths");
    add("request", 0, call.method() + " " + path, new Fit(List.of(problem), true));
  }

  private void add(String part, int status, String operation, Fit fit) {
    whole &= fit.whole();
    for (Problem problem : fit.problems()) {
      violations.add(
          new Violation(
              call.consumer(), call.provider(), operation, part, status, problem, api.file()));
    }
  }
}
