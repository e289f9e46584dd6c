package dev.trestle.contract;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Checks a body by what a document says of its content. */
final class BodyCheck {

  private final ValueCheck values;

  BodyCheck(ValueCheck values) {
    this.values = values;
  }

  ValueCheck values() {
    return values;
  }

  /** A body that is there, by the {@code content} of a document. */
  Fit check(Place content, HttpMessage message) {
    if (message.length() < 0 && message.mediaType().isEmpty()) {
      return new Fit(List.of(), false);
    }
    Optional<Place> media = MediaTypes.find(content, message.mediaType());
    if (media.isEmpty()) {
      return Fit.of(
          new Problem(
              "header/Content-Type",
              "undocumented content type",
              String.join(" or ", content.members().keySet()),
              message.mediaType().isEmpty() ? "none" : message.mediaType(),
              content.pointer()));
    }
    Place schema = media.get().at("schema");
    boolean json = MediaTypes.isJson(message.mediaType());
    if (schema.exists() && MediaTypes.isUnread(message.mediaType())) {
      return new Fit(List.of(), false);
    }
    if (!schema.exists() || !(json || MediaTypes.isForm(message.mediaType()))) {
      return Fit.whole(List.of());
    }
    String body = message.body();
    if (body == null) {
      return new Fit(List.of(), false);
    }
    return json ? json(body, schema, values) : form(body, schema);
  }

  /** JSON as text, by its schema. */
  static Fit json(String body, Place schema, ValueCheck values) {
    JsonNode value;
    try {
      value = ExactJson.read(body);
    } catch (JsonProcessingException e) {
      return Fit.of(new Problem("", "malformed JSON", "JSON", where(e), schema.pointer()));
    }
    return value.isMissingNode()
        ? Fit.of(new Problem("", "malformed JSON", "JSON", "nothing but space", schema.pointer()))
        : Fit.whole(values.of(value, schema));
  }

  /** Not what stands there, in which no secret could be recognised. */
  private static String where(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return "no JSON from line " + at.getLineNr() + ", column " + at.getColumnNr() + " on";
  }

  private Fit form(String body, Place schema) {
    return Fit.whole(values.of(FormFields.read(body, schema, values), schema));
  }
}
