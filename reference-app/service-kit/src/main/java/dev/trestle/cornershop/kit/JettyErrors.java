package dev.trestle.cornershop.kit;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what Jetty refuses before any route sees it, such as a malformed URI, as a problem. */
final class JettyErrors extends ErrorHandler {
  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    Content.Sink.write(response, true, document(code), callback);
  }

  private static String document(int code) {
    String slug = code == 404 ? "not-found" : code < 500 ? "bad-request" : "internal-error";
    String detail = "the request was refused before it reached the service";
    return Json.write(new Problem(code, slug, "The request cannot be served", detail).document());
  }
}
