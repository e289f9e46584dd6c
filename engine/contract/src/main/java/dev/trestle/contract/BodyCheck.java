package dev.trestle.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;

/** Checks a body by what a document says of its content. */
final class BodyCheck {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final ValueCheck values;

  BodyCheck(ValueCheck values) {
    this.values = values;
  }

  ValueCheck values() {
    return values;
  }

  /** A body that is there, by the {@code content} of a document. */
  Fit check(Place content, HttpMessage message) {
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
    if (!schema.exists() || !(json || MediaTypes.isForm(message.mediaType()))) {
      return Fit.whole(List.of());
    }
    String body = message.body();
    if (body == null) {
      return new Fit(List.of(), false);
    }
    return json ? json(body, schema) : form(body, schema);
  }

  private Fit json(String body, Place schema) {
    JsonNode value;
    try {
      value = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return Fit.of(
          new Problem(
              "", "malformed JSON", "JSON", Values.shortened(body.strip()), schema.pointer()));
    }
    return Fit.whole(values.of(value, schema));
  }

  private Fit form(String body, Place schema) {
    return Fit.whole(values.of(FormFields.read(body, schema, values), schema));
  }
}
