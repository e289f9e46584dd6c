package dev.trestle.cornershop.kit;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads what a request carries. */
public final class Requests {
  private static final String CALLER = "caller";

  private Requests() {}

  /** The request's JSON body; what does not fit is a 400 that names the field. */
  public static <T> T body(Context context, Class<T> type) {
    String contentType = Objects.requireNonNullElse(context.contentType(), "");
    if (!contentType.split(";", 2)[0].trim().equalsIgnoreCase("application/json")) {
      throw new Problem(
          415,
          "unsupported-media-type",
          "Unsupported media type",
          "send the body as 'application/json', not '" + contentType + "'");
    }
    try {
      T body = Json.strict().readValue(context.bodyAsBytes(), type);
      if (body == null) {
        throw Problem.badRequest("", "the body is null");
      }
      return body;
    } catch (UnrecognizedPropertyException e) {
      throw Problem.badRequest(pointer(e), "is not a known field");
    } catch (JsonMappingException e) {
      throw Problem.badRequest(pointer(e), whatIsWrong(e));
    } catch (JsonParseException e) {
      throw Problem.badRequest("", malformed(e));
    } catch (IOException e) {
      throw Problem.badRequest("", "the body cannot be read");
    }
  }

  /** Who sent the request. */
  public static Caller caller(Context context) {
    return Objects.requireNonNull(context.<Caller>attribute(CALLER), "the route is open to anyone");
  }

  /** A query parameter; a missing one is a 400. */
  public static String query(Context context, String name) {
    String value = context.queryParam(name);
    if (value == null || value.isBlank()) {
      throw Problem.badRequest("", "query parameter '" + name + "' is missing");
    }
    return value;
  }

  static void caller(Context context, Caller caller) {
    context.attribute(CALLER, caller);
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            reference ->
                reference.getFieldName() == null
                    ? Integer.toString(reference.getIndex())
                    : reference.getFieldName().replace("~", "~0").replace("/", "~1"))
        .map(segment -> "/" + segment)
        .collect(Collectors.joining());
  }

  private static String whatIsWrong(JsonMappingException e) {
    return e.getCause() instanceof JsonParseException parse
        ? malformed(parse)
        : "has the wrong type or form: "
            + e.getOriginalMessage().replaceAll("\\(.*", "").replaceAll("`[^`]*\\.", "`").trim();
  }

  private static String malformed(JsonProcessingException e) {
    return "the body is not JSON, line "
        + e.getLocation().getLineNr()
        + " column "
        + e.getLocation().getColumnNr();
  }
}
