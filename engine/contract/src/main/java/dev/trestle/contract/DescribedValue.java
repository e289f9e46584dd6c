package dev.trestle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A value, walked with what a document says of each of its objects. Everything that applies to an
 * object counts together: what it refers to, all of {@code allOf}, the fitting ones of {@code
 * oneOf} and {@code anyOf}. An object whose schema says {@code additionalProperties}, or describes
 * no field at all, may have any field. Fields are told by their JSON pointers.
 */
final class DescribedValue {

  private final Document document;
  private final Schemas schemas;
  private final Direction direction;
  private final JsonNode whole;
  private final Place wholeSchema;
  private final Map<String, Described> objects = new HashMap<>();
  private final List<Problem> undocumented = new ArrayList<>();

  DescribedValue(
      JsonNode value, Place schema, Document document, Schemas schemas, Direction direction) {
    this.document = document;
    this.schemas = schemas;
    this.direction = direction;
    this.whole = value;
    this.wholeSchema = schema;
    visit(value, List.of(schema), "");
  }

  /** The fields that no schema describes, in their order. */
  List<Problem> undocumented() {
    return List.copyOf(undocumented);
  }

  /** Whether a value may be null by a word of OpenAPI 3.0, also beside alternatives. */
  boolean isNullable(String pointer) {
    return says(pointer, "nullable");
  }

  /** Whether a field is one for the other direction only. */
  boolean isOtherWay(String pointer) {
    String keyword =
        switch (direction) {
          case REQUEST -> "readOnly";
          case RESPONSE -> "writeOnly";
          case MESSAGE -> "";
        };
    return says(pointer, keyword);
  }

  private boolean says(String pointer, String keyword) {
    return places(pointer).stream().anyMatch(place -> document.resolve(place).is(keyword));
  }

  /** The schemas of a value. */
  private List<Place> places(String pointer) {
    if (pointer.isEmpty()) {
      return List.of(wholeSchema);
    }
    String owner = pointer.substring(0, pointer.lastIndexOf('/'));
    String last = Pointers.last(pointer);
    Described described = objects.get(owner);
    if (described == null) {
      return List.of();
    }
    return whole.at(owner).isArray()
        ? described.item(Integer.parseInt(last))
        : described.member(last);
  }

  private void visit(JsonNode value, List<Place> places, String pointer) {
    if (!value.isContainerNode()) {
      return;
    }
    Described described = new Described(document, schemas, direction, value);
    places.forEach(described::add);
    objects.put(pointer, described);
    if (value.isObject()) {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        member(member, described, pointer);
      }
    } else {
      for (int i = 0; i < value.size(); i++) {
        visit(value.get(i), described.item(i), pointer + "/" + i);
      }
    }
  }

  private void member(Map.Entry<String, JsonNode> member, Described described, String pointer) {
    String inside = Pointers.append(pointer, member.getKey());
    List<Place> places = described.member(member.getKey());
    if (!places.isEmpty()) {
      visit(member.getValue(), places, inside);
    } else if (described.isClosed(member.getKey())) {
      undocumented.add(
          new Problem(
              inside,
              "undocumented field",
              "no such field",
              Values.typed(member.getValue()),
              described.where()));
    }
  }
}
