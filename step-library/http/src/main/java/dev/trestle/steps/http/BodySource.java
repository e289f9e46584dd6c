package dev.trestle.steps.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.trestle.protocol.Json;
import dev.trestle.steps.core.ProjectFile;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Differing;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.exchange.Body;
import dev.trestle.steps.core.json.JsonDocument;
import dev.trestle.steps.core.json.NotJson;
import dev.trestle.steps.core.json.WrittenValue;
import java.net.URLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a request's body from what a step gives: fields, a form, or a file. */
final class BodySource {

  static final String JSON = "application/json";

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "json", JSON,
          "xml", "application/xml",
          "csv", "text/csv; charset=utf-8",
          "txt", "text/plain; charset=utf-8");

  private final ScenarioScope scope;

  BodySource(ScenarioScope scope) {
    this.scope = scope;
  }

  /** A JSON object; numbers, true, false, null, lists and objects stay JSON unless quoted. */
  Body fields(List<Pair> table) {
    return new Body(object(table).getBytes(StandardCharsets.UTF_8), JSON);
  }

  /** The same as text. */
  String object(List<Pair> table) {
    Set<String> names = new HashSet<>();
    for (Pair field : table) {
      if (!names.add(field.name())) {
        throw StepFailure.of("The step's table has the field '" + field.name() + "' twice.")
            .evidence("A JSON object that has a member twice means something else to each reader.")
            .fix("Remove one of the rows. To send such JSON on purpose, use 'with body:'.");
      }
    }
    return table.stream()
        .map(field -> Json.write(field.name()) + ":" + WrittenValue.json(field.value(), scope))
        .collect(Collectors.joining(",", "{", "}"));
  }

  /**
   * JSON as it is written, with names resolved.
   *
   * @throws StepFailure when it is not JSON
   */
  Body json(String text) {
    String resolved = scope.resolve(text);
    try {
      JsonDocument.parse(resolved);
    } catch (JsonProcessingException e) {
      throw StepFailure.of("The step's text is not JSON: " + NotJson.reason(e) + ".")
          .evidence(Differing.shown(resolved))
          .look("Look at " + scope.where() + ".")
          .fix("Correct the JSON. To send broken JSON on purpose, use 'with body:'.")
          .causedBy(e);
    }
    return new Body(resolved.getBytes(StandardCharsets.UTF_8), JSON);
  }

  /** A text as it is written, with names resolved, and sent as this media type. */
  Body written(String text, String mediaType) {
    return new Body(scope.resolve(text).getBytes(StandardCharsets.UTF_8), mediaType);
  }

  /** A GraphQL document and its variables, https://graphql.org/learn/serving-over-http. */
  Body graphQl(String document, String variables) {
    String query = Json.write(scope.resolve(document));
    String body = "{\"query\":" + query + ",\"variables\":" + variables + "}";
    return new Body(body.getBytes(StandardCharsets.UTF_8), JSON);
  }

  /** A form, {@code application/x-www-form-urlencoded}. */
  Body form(List<Pair> table) {
    String form =
        table.stream()
            .map(field -> encode(field.name()) + "=" + encode(scope.resolve(field.value())))
            .collect(Collectors.joining("&"));
    return new Body(form.getBytes(StandardCharsets.US_ASCII), "application/x-www-form-urlencoded");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A file of the project, as the media type that its name stands for. */
  Body file(String written) {
    ProjectFile file = ProjectFile.of(written, scope);
    return new Body(file.bytes(), mediaType(file.path()));
  }

  /** A file of the project, as a media type. */
  Body file(String written, String mediaType) {
    return new Body(ProjectFile.of(written, scope).bytes(), mediaType);
  }

  private static String mediaType(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    String known = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    String guessed = known == null ? URLConnection.guessContentTypeFromName(name) : known;
    return guessed == null ? "application/octet-stream" : guessed;
  }
}
