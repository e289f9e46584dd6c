package dev.trestle.host.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where fields are in a document: {@code $.total}, {@code $.lines[0].net}, {@code $[*].id}.
 *
 * @param steps names of fields, indexes of items, or {@code *} for every item
 */
record FieldPath(List<String> steps) {

  private static final Pattern STEP = Pattern.compile("\\.([^.\\[\\]]+)|\\[([0-9]+|\\*)]");
  private static final Pattern WHOLE =
      Pattern.compile("\\$?(?:(?:\\.[^.\\[\\]]+)|\\[(?:[0-9]+|\\*)])+");

  /** Whether a text is such a path. */
  static boolean isPath(String written) {
    return WHOLE.matcher(written).matches();
  }

  static FieldPath of(String written) {
    List<String> steps = new ArrayList<>();
    Matcher step = STEP.matcher(written);
    while (step.find()) {
      steps.add(step.group(1) == null ? step.group(2) : step.group(1));
    }
    return new FieldPath(steps);
  }

  /** A field of an object or an item of an array. */
  record Place(JsonNode parent, String name) {

    JsonNode value() {
      return parent.isArray() ? parent.get(Integer.parseInt(name)) : parent.get(name);
    }

    void remove() {
      if (parent instanceof ObjectNode object) {
        object.remove(name);
      } else if (parent instanceof ArrayNode array) {
        array.remove(Integer.parseInt(name));
      }
    }

    /** Gives a field another name; an item of an array has none. */
    void rename(String other) {
      if (parent instanceof ObjectNode object) {
        object.set(other, object.remove(name));
      }
    }

    void set(JsonNode value) {
      if (parent instanceof ObjectNode object) {
        object.set(name, value);
      } else if (parent instanceof ArrayNode array) {
        array.set(Integer.parseInt(name), value);
      }
    }
  }

  /** The places in a document, the last first, so that removing one moves none of the others. */
  List<Place> in(JsonNode document) {
    List<Place> places = new ArrayList<>();
    find(document, 0, places);
    Collections.reverse(places);
    return places;
  }

  private void find(JsonNode node, int step, List<Place> places) {
    if (step == steps.size()) {
      return;
    }
    for (String name : names(node, steps.get(step))) {
      if (step == steps.size() - 1) {
        places.add(new Place(node, name));
      } else {
        find(new Place(node, name).value(), step + 1, places);
      }
    }
  }

  private static List<String> names(JsonNode node, String step) {
    List<String> names = new ArrayList<>();
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        if (step.equals("*") || step.equals(String.valueOf(i))) {
          names.add(String.valueOf(i));
        }
      }
    } else if (node.has(step)) {
      names.add(step);
    }
    return names;
  }
}
