package dev.trestle.host.edge;

import dev.trestle.protocol.Interaction;
import dev.trestle.protocol.Secrets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Masks an interaction before it leaves the host. */
final class Masking {

  private static final Pattern SECRET_HEADER =
      Pattern.compile(".*(authorization|cookie|token|secret|password|api-?key).*");

  private Masking() {}

  static Interaction mask(Interaction interaction) {
    Map<String, String> headers = new TreeMap<>();
    interaction.requestHeaders().forEach((name, value) -> headers.put(name, mask(name, value)));
    return new Interaction(
        interaction.consumer(),
        interaction.provider(),
        interaction.method(),
        Secrets.mask(interaction.path()),
        headers,
        Secrets.mask(interaction.requestBody()),
        interaction.status(),
        Secrets.mask(interaction.responseBody()),
        interaction.startedAt(),
        interaction.millis());
  }

  private static String mask(String name, String value) {
    return SECRET_HEADER.matcher(name).matches() ? Secrets.MASK : Secrets.mask(value);
  }
}
