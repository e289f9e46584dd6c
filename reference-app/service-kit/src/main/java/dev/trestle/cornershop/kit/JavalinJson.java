package dev.trestle.cornershop.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.json.JsonMapper;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;

/** Lets Javalin write the shop's JSON. */
final class JavalinJson implements JsonMapper {
  @Override
  public String toJsonString(Object value, Type type) {
    return Json.write(value);
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // Javalin's interface has it so.
  public <T> T fromJsonString(String json, Type type) {
    try {
      return Json.strict().readValue(json, Json.strict().constructType(type));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
