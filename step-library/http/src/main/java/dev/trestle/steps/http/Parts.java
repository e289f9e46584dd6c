package dev.trestle.steps.http;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.exchange.Body;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.http.HttpEntity;
import org.apache.http.ParseException;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.mime.HttpMultipartMode;
import org.apache.http.entity.mime.MultipartEntityBuilder;
import org.jspecify.annotations.Nullable;

/** A body of parts, {@code multipart/form-data} of RFC 7578, from a step's table. */
final class Parts {

  private static final Set<String> COLUMNS = Set.of("name", "value", "file", "type");
  private static final String TEXT = "text/plain; charset=utf-8";

  private final ScenarioScope scope;
  private final BodySource bodies;

  Parts(ScenarioScope scope) {
    this.scope = scope;
    this.bodies = new BodySource(scope);
  }

  /** The body; each row has a name, and a value or a file. */
  Body of(List<Map<String, @Nullable String>> rows) {
    MultipartEntityBuilder parts =
        MultipartEntityBuilder.create()
            .setMode(HttpMultipartMode.RFC6532)
            .setCharset(StandardCharsets.UTF_8);
    rows.forEach(row -> add(row, parts));
    HttpEntity entity = parts.build();
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try {
      entity.writeTo(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Body(content.toByteArray(), entity.getContentType().getValue());
  }

  private void add(Map<String, @Nullable String> row, MultipartEntityBuilder parts) {
    String name = cell(row, "name");
    String file = cell(row, "file");
    String type = cell(row, "type");
    if (name.isEmpty() || !COLUMNS.containsAll(row.keySet())) {
      throw StepFailure.of("The step's table does not say what the parts are.")
          .evidence("A row is " + row + ".")
          .fix(
              "Begin it with '| name | value | file | type |', and name each part; a part has a"
                  + " value or a file, and a type only where it is not the usual.");
    }
    if (file.isEmpty()) {
      String text = cell(row, "value");
      parts.addTextBody(name, text, contentType(type.isEmpty() ? TEXT : type));
    } else {
      Body body = type.isEmpty() ? bodies.file(file) : bodies.file(file, type);
      String fileName = String.valueOf(Path.of(file).getFileName());
      parts.addBinaryBody(name, body.content(), contentType(body.mediaType()), fileName);
    }
  }

  private String cell(Map<String, @Nullable String> row, String column) {
    String written = row.get(column);
    return written == null ? "" : scope.resolve(written);
  }

  private static ContentType contentType(String written) {
    try {
      return ContentType.parse(written);
    } catch (ParseException | IllegalArgumentException e) {
      throw StepFailure.of("'" + written + "' is no media type.")
          .evidence(String.valueOf(e.getMessage()))
          .fix("Correct it in the step's table, such as image/png.")
          .causedBy(e);
    }
  }
}
