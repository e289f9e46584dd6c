package dev.trestle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A YAML or JSON file and the references within it. */
final class Document {

  private static final int MOST_REFERENCES = 50;

  private final Path file;
  private final String kind;
  private final JsonNode root;

  private Document(Path file, String kind, JsonNode root) {
    this.file = file;
    this.kind = kind;
    this.root = root;
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @param kind what it is in messages, such as {@code OpenAPI}
   */
  static Document read(Path file, String kind) {
    try {
      return new Document(file, kind, YamlText.read(Files.readString(file)));
    } catch (NoSuchFileException e) {
      throw unreadable(file, kind, "there is no such file.", e);
    } catch (CharacterCodingException e) {
      throw unreadable(file, kind, "it is not text in UTF-8; save it in that encoding.", e);
    } catch (IOException e) {
      throw unreadable(file, kind, String.valueOf(e.getMessage()), e);
    }
  }

  Path file() {
    return file;
  }

  JsonNode root() {
    return root;
  }

  Place at(String member) {
    return new Place(root, "").at(member);
  }

  /** It is not what it should be. */
  DocumentException unreadable(String why) {
    return unreadable(file, kind, why, null);
  }

  private static DocumentException unreadable(
      Path file, String kind, String why, @Nullable Exception cause) {
    String key = kind.replace(" ", "").toLowerCase(Locale.ROOT);
    return new DocumentException(
        file,
        "The " + kind + " document cannot be read.",
        why,
        "Correct the file, or x-trestle." + key + " of the service in the Compose file.",
        cause);
  }

  /** What is there or, through references within the document, referred to. */
  Place resolve(Place place) {
    Place found = place;
    for (int i = 0; i < MOST_REFERENCES && found.node().path("$ref").isTextual(); i++) {
      found = target(found.text("$ref"));
    }
    return found;
  }

  /** What a reference within the document leads to, if it leads anywhere. */
  Optional<Place> find(String reference) {
    if (!reference.startsWith("#/")) {
      return Optional.empty();
    }
    String pointer = FormFields.decoded(reference.substring(1).replace("+", "%2B"));
    JsonNode found = root.at(pointer);
    return found.isMissingNode() ? Optional.empty() : Optional.of(new Place(found, pointer));
  }

  private Place target(String reference) {
    Optional<Place> found = find(reference);
    if (found.isEmpty()) {
      throw new DocumentException(
          file,
          "The " + kind + " document refers to '" + reference + "' in vain.",
          "References are followed within the document only.",
          "Correct the reference, or bundle the document into one file.",
          null);
    }
    return found.get();
  }
}
