package dev.trestle.host.messages;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Walks through JSON without building it; what nobody reads is skipped. */
public final class JsonWalk {

  private JsonWalk() {}

  /** Reads the value of a field. */
  @FunctionalInterface
  public interface Field {

    /** Reads the value at which the parser stands, or leaves it. */
    void read(String name) throws IOException;
  }

  /** Reads an element of an array. */
  @FunctionalInterface
  public interface Element {

    /** Reads the value at which the parser stands, or leaves it. */
    void read() throws IOException;
  }

  /** Reads the object at which the parser stands; anything else than an object has no fields. */
  public static void object(JsonParser json, Field field) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      field.read(name);
      json.skipChildren();
    }
  }

  /** Reads the array at which the parser stands; anything else than an array has no elements. */
  public static void array(JsonParser json, Element element) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      element.read();
      json.skipChildren();
    }
  }

  /** The text at which the parser stands, empty for none. */
  public static String text(JsonParser json) throws IOException {
    return json.getValueAsString("");
  }

  /** The texts of the array at which the parser stands. */
  public static List<String> texts(JsonParser json) throws IOException {
    List<String> texts = new ArrayList<>();
    array(json, () -> texts.add(text(json)));
    return texts;
  }
}
