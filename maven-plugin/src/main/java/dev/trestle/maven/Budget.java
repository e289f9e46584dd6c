package dev.trestle.maven;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoFailureException;

/** A time that somebody wrote, such as {@code 10 min}. */
final class Budget {

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})\\s*(s|m|min|h)");

  private static final Map<String, Long> SECONDS =
      Map.of("s", 1L, "m", 60L, "min", 60L, "h", 3600L);

  private Budget() {}

  /**
   * Reads it.
   *
   * @param written such as {@code 90 s}, {@code 10 min} or {@code 2h}
   * @param parameter the parameter that it is of, for the message
   */
  static Duration of(String written, String parameter) throws MojoFailureException {
    Matcher form = FORM.matcher(written.strip());
    if (!form.matches()) {
      throw new MojoFailureException(
          "The time '"
              + written
              + "' cannot be read.\nA time is a whole number with s, min or h.\n"
              + ("It is the parameter " + parameter + ".\n")
              + ("Write it as -D" + parameter + "=90s, 10min or 2h."));
    }
    return Duration.ofSeconds(Long.parseLong(form.group(1)) * SECONDS.get(form.group(2)));
  }
}
