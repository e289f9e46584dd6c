package dev.trestle.cornershop.kit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer that is not a success, as an RFC 9457 problem document. */
public class Problem extends RuntimeException {
  /** The media type of a problem document. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPE_PREFIX = "urn:cornershop:problem:";
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;
  private final String title;
  private final String detail;
  private final transient Map<String, Object> members;

  /** A problem of the shop's own type {@code urn:cornershop:problem:<slug>}. */
  public Problem(int status, String slug, String title, String detail) {
    this(status, TYPE_PREFIX + slug, title, detail, Map.of());
  }

  Problem(int status, String type, String title, String detail, Map<String, Object> members) {
    super(title + ": " + detail);
    this.status = status;
    this.type = type;
    this.title = title;
    this.detail = detail;
    this.members = Map.copyOf(members);
  }

  /** The same problem with one more extension member. */
  public Problem with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Problem(status, type, title, detail, more);
  }

  /** 400: the request's fields are wrong; each error names one by its JSON pointer. */
  public static Problem badRequest(List<FieldError> errors) {
    String detail =
        String.join("; ", errors.stream().map(e -> e.pointer() + " " + e.detail()).toList());
    return new Problem(400, "bad-request", "The request is not valid", detail)
        .with("errors", List.copyOf(errors));
  }

  /** 400: one field is wrong; the pointer is empty for the document as a whole. */
  public static Problem badRequest(String pointer, String detail) {
    return badRequest(List.of(new FieldError(pointer, detail)));
  }

  /** 401: the caller's token was not accepted. */
  public static Problem unauthorized(String title, String detail) {
    return new Problem(401, "unauthorized", title, detail);
  }

  /** 403: the caller is known and may not do this. */
  public static Problem forbidden(String detail) {
    return new Problem(403, "forbidden", "Not allowed", detail);
  }

  /** 404: there is no such thing. */
  public static Problem notFound(String detail) {
    return new Problem(404, "not-found", "Not found", detail);
  }

  /** 409: the state of the thing does not permit it. */
  public static Problem conflict(String slug, String title, String detail) {
    return new Problem(409, slug, title, detail);
  }

  /** 422: the request is well formed and makes no sense to the shop. */
  public static Problem unprocessable(String slug, String title, String detail) {
    return new Problem(422, slug, title, detail);
  }

  /** The HTTP status. */
  public final int status() {
    return status;
  }

  /** The last part of the type, for example {@code not-found}. */
  public final String slug() {
    return type.startsWith(TYPE_PREFIX) ? type.substring(TYPE_PREFIX.length()) : type;
  }

  /** What a person may read about this occurrence. */
  public final String detail() {
    return detail;
  }

  /** The extension members. */
  public final Map<String, Object> members() {
    return members;
  }

  /** The document's members in their usual order. */
  public final Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", type);
    document.put("title", title);
    document.put("status", status);
    document.put("detail", detail);
    document.putAll(members);
    return document;
  }

  /** One wrong field, named by its JSON pointer. */
  public record FieldError(String pointer, String detail) {}
}
