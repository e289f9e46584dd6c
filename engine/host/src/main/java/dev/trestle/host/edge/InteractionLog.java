package dev.trestle.host.edge;

import dev.trestle.protocol.Interaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The interactions of the latest scenarios; the oldest scenario's go when there is no room. Safe
 * for use by many threads.
 */
final class InteractionLog {

  private static final Comparator<Interaction> OLDEST_FIRST =
      Comparator.comparing(Interaction::startedAt);

  private final long maxCharacters;
  private final Map<String, List<Interaction>> byTrace = new LinkedHashMap<>();
  private long characters;

  InteractionLog(long maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  synchronized void add(String traceId, Interaction interaction) {
    byTrace.computeIfAbsent(traceId, id -> new ArrayList<>()).add(interaction);
    characters += size(interaction);
    Iterator<List<Interaction>> oldest = byTrace.values().iterator();
    while (characters > maxCharacters && byTrace.size() > 1) {
      oldest.next().forEach(gone -> characters -= size(gone));
      oldest.remove();
    }
  }

  synchronized void replace(String traceId, Interaction begun, Interaction ended) {
    List<Interaction> known = byTrace.get(traceId);
    // The scenario's may have gone to make room.
    if (known != null && known.removeIf(interaction -> interaction == begun)) {
      characters -= size(begun);
      add(traceId, ended);
    }
  }

  synchronized List<Interaction> of(String traceId) {
    return byTrace.getOrDefault(traceId, List.of()).stream().sorted(OLDEST_FIRST).toList();
  }

  private static long size(Interaction interaction) {
    return 1_000L
        + interaction.path().length()
        + interaction.requestBody().length()
        + interaction.responseBody().length();
  }
}
