package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.compose.ComposeService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the services that must be replaced: those that changed, and those that depend on them. */
final class Comparison {

  private final Running before;
  private final ComposeProject now;
  private final Map<String, Definition> definitions;
  private final Map<String, String> replaced = new LinkedHashMap<>();

  /**
   * A comparison.
   *
   * @param before what runs
   * @param now what should run
   * @param definitions the definition of each service that should run
   */
  Comparison(Running before, ComposeProject now, Map<String, Definition> definitions) {
    this.before = before;
    this.now = now;
    this.definitions = definitions;
  }

  Changes changes() {
    definitions.forEach(
        (name, definition) ->
            reason(name, definition).ifPresent(reason -> replaced.put(name, reason)));
    boolean grown = true;
    while (grown) {
      grown = addDependents();
    }
    before.parts().keySet().stream()
        .filter(name -> !definitions.containsKey(name))
        .forEach(name -> replaced.put(name, "it is not in the Compose file any more"));
    List<String> kept =
        definitions.keySet().stream().filter(name -> !replaced.containsKey(name)).toList();
    return new Changes(replaced, kept);
  }

  private Optional<String> reason(String name, Definition definition) {
    Part part = before.parts().get(name);
    Definition old = before.definitions().get(name);
    if (part == null || old == null) {
      return Optional.of("it is not up");
    }
    if (part.process().filter(process -> !process.isAlive()).isPresent()) {
      return Optional.of("it has ended");
    }
    return old.change(definition).or(part::outdated);
  }

  private boolean addDependents() {
    boolean grown = false;
    for (ComposeService service : now.services().values()) {
      Optional<String> provider =
          service.dependsOn().keySet().stream().filter(replaced::containsKey).findFirst();
      if (provider.isPresent() && !replaced.containsKey(service.name())) {
        replaced.put(service.name(), "it depends on " + provider.get());
        grown = true;
      }
    }
    return grown;
  }
}
