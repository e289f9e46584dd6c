package dev.trestle.steps.core.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.trestle.steps.core.compare.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a text is not JSON that can be checked, in plain words. */
public final class NotJson extends JsonProcessingException {

  private static final long serialVersionUID = 1L;

  private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'");
  private static final Pattern ADVICE =
      Pattern.compile(
          "\\s*(?:\\(for .*? token\\)|: enable ['`].*?['`] to allow|,? not allowed as per .*)");

  private NotJson(String reason) {
    super(reason);
  }

  /** Why the text is not JSON, and where, without a parser's advice to programmers. */
  public static String reason(JsonProcessingException e) {
    String original = String.valueOf(e.getOriginalMessage());
    Matcher twice = TWICE.matcher(original);
    JsonLocation location = e.getLocation();
    String where =
        location == null
            ? ""
            : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    if (twice.lookingAt()) {
      return "the member '" + twice.group(1) + "' is there twice in one object" + where;
    }
    if (original.startsWith("No content")) {
      return "it is empty";
    }
    if (original.startsWith("Trailing token")) {
      return "something follows where it ends" + where;
    }
    return ADVICE.matcher(original).replaceAll("") + where;
  }

  static void requireBounded(@Nullable Object json) throws NotJson {
    if (json instanceof Map<?, ?> map) {
      for (Object value : map.values()) {
        requireBounded(value);
      }
    } else if (json instanceof List<?> list) {
      for (Object item : list) {
        requireBounded(item);
      }
    } else if (json instanceof BigDecimal number && !Decimals.isBounded(number)) {
      throw new NotJson(
          "the number "
              + number
              + " has an exponent beyond "
              + Decimals.LARGEST_EXPONENT
              + ", which no step calculates with");
    }
  }
}
