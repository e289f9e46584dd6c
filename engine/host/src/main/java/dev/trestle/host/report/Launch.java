package dev.trestle.host.report;

import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.entity.Attachment;
import io.qameta.allure.entity.TestResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The results of a report in their order. Allure's own kind has none, and hashes each result with
 * all that is in it whenever a plugin asks for the visible ones.
 */
final class Launch implements LaunchResults {

  private final Set<TestResult> all;
  private final Map<String, Object> extra;

  Launch(List<TestResult> results, Map<String, Object> extra) {
    this.all = new OrderedSet<>(results);
    this.extra = extra;
  }

  @Override
  public Set<TestResult> getAllResults() {
    return all;
  }

  @Override
  public Set<TestResult> getResults() {
    return new OrderedSet<>(all.stream().filter(result -> !result.isHidden()).toList());
  }

  @Override
  public Map<Path, Attachment> getAttachments() {
    return Map.of();
  }

  @Override
  @SuppressWarnings("unchecked") // Who asks for a name knows what is there, as in Allure's own.
  public <T> Optional<T> getExtra(String name) {
    return Optional.ofNullable((T) extra.get(name));
  }
}
