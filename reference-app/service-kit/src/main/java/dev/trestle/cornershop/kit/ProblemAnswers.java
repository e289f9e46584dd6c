package dev.trestle.cornershop.kit;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns everything a route throws into a problem document. */
final class ProblemAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

  void register(RoutesConfig routes) {
    routes.exception(Problem.class, (problem, context) -> answer(context, problem));
    routes.exception(HttpResponseException.class, (e, context) -> answer(context, problem(e)));
    routes.exception(Exception.class, (e, context) -> answer(context, unexpected(e, context)));
  }

  private static void answer(Context context, Problem problem) {
    if (problem instanceof DependencyUnavailable unavailable) {
      LOG.warn("{}", unavailable.seen());
      context.header("Retry-After", "1");
    } else if (problem.status() == 401) {
      context.header("WWW-Authenticate", "Bearer");
    }
    context
        .status(problem.status())
        .result(Json.write(problem.document()))
        .contentType(Problem.MEDIA_TYPE);
  }

  private static Problem problem(HttpResponseException e) {
    String title = String.valueOf(e.getMessage());
    String slug = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return switch (e.getStatus()) {
      case 404 -> Problem.notFound("there is nothing at this address");
      case 405 -> new Problem(405, "method-not-allowed", "Method not allowed", title);
      case 413 -> new Problem(413, "too-large", "The body is too large", title);
      default -> new Problem(e.getStatus(), slug, title, "the request was not accepted");
    };
  }

  private static Problem unexpected(Exception e, Context context) {
    LOG.error("{} {} failed", context.method().name(), context.path(), e);
    return new Problem(
        500, "internal-error", "Something went wrong here", "the service's log has the details");
  }
}
