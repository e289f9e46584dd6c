package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.compose.ComposeService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One way from what runs to what should run. */
final class Update {

  private final ComposeProject project;
  private final AddressBook addresses;
  private final Plan plan;
  private final Map<String, Definition> definitions;
  private final Changes changes;

  /**
   * An update that is still to be carried out.
   *
   * @param project what should run
   * @param addresses where it will listen
   * @param plan makes its parts
   * @param before what runs
   */
  Update(ComposeProject project, AddressBook addresses, Plan plan, Running before) {
    this.project = project;
    this.addresses = addresses;
    this.plan = plan;
    this.definitions = plan.make();
    this.changes = new Comparison(before, project, definitions).changes();
  }

  Changes changes() {
    return changes;
  }

  /** What still runs when the services to replace are gone. */
  Running withoutReplaced(Running before) {
    Map<String, Part> parts = new LinkedHashMap<>(before.parts());
    parts.keySet().removeAll(changes.replaced().keySet());
    Map<String, Definition> kept = new HashMap<>(before.definitions());
    kept.keySet().retainAll(parts.keySet());
    return running(parts, kept);
  }

  /** Stops the services to replace. */
  void stopReplaced(List<Part> started, DeathWatch deaths) {
    List<Part> old =
        started.stream()
            .filter(part -> changes.replaced().containsKey(part.service().name()))
            .toList();
    old.forEach(deaths::expect);
    Shutdown.stopInOrder(old);
    started.removeAll(old);
  }

  /** Starts the replacements; when one fails, none of them stays. */
  Running startReplaced(
      Running kept, List<Part> started, EnvironmentListener listener, DeathWatch deaths)
      throws StartFailure, InterruptedException {
    List<Part> fresh = new ArrayList<>();
    try {
      for (ComposeService service : project.services().values()) {
        if (changes.replaced().containsKey(service.name())) {
          fresh.add(plan.part(service));
        }
      }
      started.addAll(fresh);
      new Startup(fresh, listener, deaths).run();
    } catch (StartFailure | InterruptedException | RuntimeException e) {
      fresh.forEach(deaths::expect);
      Shutdown.stopInOrder(fresh);
      started.removeAll(fresh);
      throw e;
    }
    Map<String, Part> all = new HashMap<>(kept.parts());
    fresh.forEach(part -> all.put(part.service().name(), part));
    Map<String, Part> ordered = new LinkedHashMap<>();
    for (String name : project.services().keySet()) {
      Optional.ofNullable(all.get(name)).ifPresent(part -> ordered.put(name, part));
    }
    return running(ordered, definitions);
  }

  private Running running(Map<String, Part> parts, Map<String, Definition> of) {
    return new Running(
        addresses, parts, of, new Describing(addresses, plan.runtime()).describe(parts.values()));
  }
}
