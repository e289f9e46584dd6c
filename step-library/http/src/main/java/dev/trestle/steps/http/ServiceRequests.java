package dev.trestle.steps.http;

import dev.trestle.steps.core.exchange.Target;
import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/**
 * REST-assured for a project's own step classes: requests of the running scenario, with its trace
 * id and credentials, recorded like those of the library's steps.
 *
 * <p>For example {@code ServiceRequests.to("cart").body(json).post("/carts")}; later steps of the
 * library, such as {@code Then the response status is 201}, look at its response.
 */
public final class ServiceRequests {

  private ServiceRequests() {}

  /**
   * A request to a service of the environment or to a loopback URL, ready to be completed and sent.
   *
   * @throws dev.trestle.steps.core.StepFailure when there is no such service
   */
  public static RequestSpecification to(String service) {
    HttpSession session = HttpSession.current();
    Target target = session.target(service);
    Map<String, String> headers = session.nextHeaders(target);
    return RestAssured.given(
        new RequestSpecBuilder()
            .setBaseUri(target.address())
            .addHeaders(headers)
            .addFilter(new RecordingFilter(session, target))
            .build());
  }
}
