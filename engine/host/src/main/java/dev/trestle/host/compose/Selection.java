package dev.trestle.host.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Selects the services of the active profiles and what they need; refuses gaps and cycles. */
final class Selection {
  private record Candidate(Set<String> profiles, Map<String, Dependency> dependencies) {}

  private final Set<String> active;
  private final Map<String, Candidate> candidates = new LinkedHashMap<>();
  private final Set<String> selected = new LinkedHashSet<>();

  Selection(Set<String> active) {
    this.active = active;
  }

  void add(String name, Set<String> profiles, Map<String, Dependency> dependencies) {
    candidates.put(name, new Candidate(profiles, dependencies));
  }

  /** The names of the selected services. */
  Set<String> selected() {
    candidates.forEach(
        (name, candidate) -> {
          if (isActive(candidate.profiles())) {
            select(name, candidate);
          }
        });
    Set<String> done = new LinkedHashSet<>();
    selected.forEach(name -> refuseCycle(name, new ArrayList<>(), done));
    return selected;
  }

  /** The dependencies of a service, without optional ones on services that are not selected. */
  Map<String, Dependency> dependencies(String name) {
    Map<String, Dependency> kept = new LinkedHashMap<>(candidate(name).dependencies());
    kept.keySet().retainAll(selected);
    return kept;
  }

  private boolean isActive(Set<String> profiles) {
    return profiles.isEmpty()
        || active.contains("*")
        || profiles.stream().anyMatch(active::contains);
  }

  private void select(String name, Candidate candidate) {
    if (!selected.add(name)) {
      return;
    }
    candidate
        .dependencies()
        .forEach(
            (target, dependency) -> {
              Candidate needed = candidates.get(target);
              if (needed == null && dependency.required()) {
                throw missing(name, target, dependency);
              }
              if (needed != null && dependency.required()) {
                select(target, needed);
              }
            });
  }

  private ComposeException missing(String name, String target, Dependency dependency) {
    return Problem.at(
        dependency.position(),
        dependency.key(),
        "service '" + name + "' depends on '" + target + "', which is not defined",
        Suggestion.among("Defined services", target, candidates.keySet()),
        "Correct the name, or add the service.");
  }

  private void refuseCycle(String name, List<String> path, Set<String> done) {
    if (done.contains(name)) {
      return;
    }
    path.add(name);
    dependencies(name)
        .forEach(
            (target, dependency) -> {
              if (path.contains(target)) {
                throw cycle(path, name, target, dependency);
              }
              refuseCycle(target, path, done);
            });
    path.remove(path.size() - 1);
    done.add(name);
  }

  private static ComposeException cycle(
      List<String> path, String name, String target, Dependency dependency) {
    List<String> cycle = new ArrayList<>(path.subList(path.indexOf(target), path.size()));
    cycle.add(target);
    return Problem.at(
        dependency.position(),
        dependency.key(),
        "services depend on each other in a cycle",
        "Cycle: " + String.join(" -> ", cycle),
        "Remove one of these dependencies.");
  }

  private Candidate candidate(String name) {
    return Objects.requireNonNull(candidates.get(name), name);
  }
}
