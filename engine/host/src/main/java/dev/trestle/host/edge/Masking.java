package dev.trestle.host.edge;

import dev.trestle.protocol.Interaction;
import dev.trestle.protocol.Secrets;
import java.util.Map;
import java.util.TreeMap;

/** Masks an interaction before it leaves the host. */
public final class Masking {

  private Masking() {}

  public static Interaction mask(Interaction interaction) {
    return new Interaction(
        interaction.consumer(),
        interaction.provider(),
        interaction.method(),
        Secrets.mask(interaction.path()),
        masked(interaction.requestHeaders()),
        Secrets.mask(interaction.requestBody()),
        interaction.requestBytes(),
        interaction.status(),
        masked(interaction.responseHeaders()),
        Secrets.mask(interaction.responseBody()),
        interaction.responseBytes(),
        interaction.startedAt(),
        interaction.millis(),
        interaction.fault());
  }

  /** The path of a request with its query. */
  static String path(Head request) {
    return Secrets.mask(request.path());
  }

  private static Map<String, String> masked(Map<String, String> headers) {
    Map<String, String> masked = new TreeMap<>();
    headers.forEach((name, value) -> masked.put(name, Secrets.mask(name, value)));
    return masked;
  }
}
