package dev.trestle.host.edge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document in which single values can be changed while every other character stays as it is:
 * amounts keep their digits, numbers their size, fields their order and spaces.
 */
final class JsonText {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final String text;
  private final Value root;

  private JsonText(String text, Value root) {
    this.text = text;
    this.root = root;
  }

  /** Where a value is in the text, and what it holds. */
  private static final class Value {
    private final int start;
    private final boolean isArray;
    private final List<Member> members = new ArrayList<>();
    private int end;

    Value(int start, boolean isArray) {
      this.start = start;
      this.isArray = isArray;
    }
  }

  /**
   * A field of an object or an item of an array.
   *
   * @param name the field's name; the index of an item
   * @param start where the name begins, or the item
   * @param nameEnd where the name ends, -1 for an item
   */
  private record Member(String name, int start, int nameEnd, Value value) {}

  /** A member that a path leads to. */
  private record Place(Value parent, int index) {

    Member member() {
      return parent.members.get(index);
    }
  }

  private record Edit(int start, int end, String text) {}

  /**
   * Reads one document.
   *
   * @throws IOException when the text is not one JSON document
   */
  static JsonText parse(String text) throws IOException {
    try (JsonParser json = FACTORY.createParser(text)) {
      return new JsonText(text, new Reading(text, json).root());
    }
  }

  /** Follows the parser's tokens through the text, since it does not say where they end. */
  private static final class Reading {

    private final String text;
    private final JsonParser json;
    private final Value top = new Value(0, true);
    private final Deque<Value> open = new ArrayDeque<>(List.of(top));
    private int at;

    Reading(String text, JsonParser json) {
      this.text = text;
      this.json = json;
    }

    Value root() throws IOException {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (open.size() == 1 && !top.members.isEmpty()) {
          throw new IOException("it is more than one JSON document");
        }
        skipToToken();
        if (token.isStructEnd()) {
          open.pop().end = ++at;
        } else {
          member(token);
        }
      }
      if (top.members.isEmpty()) {
        throw new IOException("it is empty");
      }
      return top.members.get(0).value();
    }

    private void member(JsonToken token) throws IOException {
      Value parent = open.element();
      if (token != JsonToken.FIELD_NAME) {
        int start = at;
        parent.members.add(
            new Member(String.valueOf(parent.members.size()), start, -1, value(token)));
        return;
      }
      int start = at;
      String name = json.currentName();
      skipText();
      int nameEnd = at;
      JsonToken next = json.nextToken();
      skipToToken();
      parent.members.add(new Member(name, start, nameEnd, value(next)));
    }

    private Value value(JsonToken token) throws IOException {
      Value value = new Value(at, token == JsonToken.START_ARRAY);
      if (token.isStructStart()) {
        open.push(value);
        at++;
      } else if (token == JsonToken.VALUE_STRING) {
        json.finishToken(); // else what follows the quote is not read yet
        skipText();
        value.end = at;
      } else {
        at += json.getTextLength();
        value.end = at;
      }
      return value;
    }

    private void skipToToken() {
      while (" \t\r\n,:".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }

    private void skipText() {
      at++;
      while (text.charAt(at) != '"') {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      at++;
    }
  }

  /** Whether a path leads to anything. */
  boolean has(FieldPath path) {
    return !places(path).isEmpty();
  }

  /** The text of the first value that a path leads to, or null. */
  @Nullable String first(FieldPath path) {
    List<Place> places = places(path);
    return places.isEmpty() ? null : written(places.get(0));
  }

  /** The document without the members that a path leads to. */
  String without(FieldPath path) {
    List<Edit> edits = new ArrayList<>();
    List<Place> places = places(path);
    places.stream()
        .map(Place::parent)
        .distinct()
        .forEach(
            parent ->
                removals(
                    parent,
                    places.stream()
                        .filter(place -> place.parent() == parent)
                        .map(Place::index)
                        .sorted()
                        .toList(),
                    edits));
    return edited(edits);
  }

  /** Members that lie one beside the other go together, with the commas that they leave over. */
  private static void removals(Value parent, List<Integer> indexes, List<Edit> edits) {
    List<Member> members = parent.members;
    int i = 0;
    while (i < indexes.size()) {
      int first = indexes.get(i);
      int last = first;
      while (i + 1 < indexes.size() && indexes.get(i + 1) == last + 1) {
        last++;
        i++;
      }
      i++;
      boolean isLast = last == members.size() - 1;
      int from = members.get(first).start();
      int to = members.get(last).value().end;
      if (!isLast) {
        to = members.get(last + 1).start();
      } else if (first > 0) {
        from = members.get(first - 1).value().end;
      }
      edits.add(new Edit(from, to, ""));
    }
  }

  /** The document with other values at a path. */
  String with(FieldPath path, UnaryOperator<String> change) {
    return edited(
        places(path).stream()
            .map(
                place ->
                    new Edit(
                        place.member().value().start,
                        place.member().value().end,
                        change.apply(written(place))))
            .toList());
  }

  /** The document with a longer name for the fields that a path leads to; items have none. */
  String renamed(FieldPath path, String suffix) {
    return edited(
        places(path).stream()
            .map(Place::member)
            .filter(member -> member.nameEnd() >= 0)
            .map(member -> new Edit(member.nameEnd() - 1, member.nameEnd() - 1, suffix))
            .toList());
  }

  private String written(Place place) {
    Value value = place.member().value();
    return text.substring(value.start, value.end);
  }

  private String edited(List<Edit> edits) {
    StringBuilder other = new StringBuilder();
    int at = 0;
    for (Edit edit : edits.stream().sorted(Comparator.comparing(Edit::start)).toList()) {
      other.append(text, at, edit.start()).append(edit.text());
      at = edit.end();
    }
    return other.append(text, at, text.length()).toString();
  }

  private List<Place> places(FieldPath path) {
    List<Value> values = List.of(root);
    List<Place> places = List.of();
    for (String step : path.steps()) {
      places = values.stream().flatMap(value -> members(value, step).stream()).toList();
      values = places.stream().map(place -> place.member().value()).toList();
    }
    return places;
  }

  /** A field that is written twice counts twice, since readers differ in which one they take. */
  private static List<Place> members(Value value, String step) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < value.members.size(); i++) {
      boolean isEvery = value.isArray && step.equals("*");
      if (isEvery || value.members.get(i).name().equals(step)) {
        places.add(new Place(value, i));
      }
    }
    return places;
  }
}
