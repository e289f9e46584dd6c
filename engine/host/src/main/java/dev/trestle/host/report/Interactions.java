package dev.trestle.host.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.qameta.allure.Aggregator2;
import io.qameta.allure.Reader;
import io.qameta.allure.ReportStorage;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.core.ResultsVisitor;
import io.qameta.allure.entity.TestResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The data of the tab about edges: what a run left among the results, and where in the report each
 * of its scenarios is. A report of results without it has no such tab.
 */
final class Interactions implements Reader, Aggregator2 {

  private static final JsonFactory JSON = new JsonFactory();
  private static final List<String> SCRIPTS =
      List.of("dom.js", "layout.js", "graph.js", "matrix.js", "lists.js", "tab.js");

  /** Whether there is something to show in a tab. */
  static boolean areIn(Map<String, Object> extras) {
    return extras.containsKey(InteractionsFile.NAME);
  }

  /** The tab's scripts, in their order. */
  static List<String> scripts() throws IOException {
    List<String> scripts = new ArrayList<>();
    for (String script : SCRIPTS) {
      scripts.add(Assets.own("interactions/" + script));
    }
    return scripts;
  }

  /** The tab's style sheet. */
  static String styles() throws IOException {
    return Assets.own("interactions/tab.css");
  }

  @Override
  public void readResults(Configuration configuration, ResultsVisitor visitor, Path directory) {
    Path file = directory.resolve(InteractionsFile.NAME);
    if (!Files.exists(file)) {
      return;
    }
    try {
      byte[] json = Files.readAllBytes(file);
      check(json);
      visitor.visitExtra(InteractionsFile.NAME, json);
    } catch (IOException e) {
      visitor.error("The tab 'Interactions' is left out of the report, since " + file, e);
    }
  }

  /** It goes into the page as it is; half of it would be a tab that shows nothing. */
  private static void check(byte[] json) throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() == null) {
        throw new IOException("it is empty.");
      }
      parser.skipChildren();
    } catch (JacksonException e) {
      throw new IOException("it is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  @Override
  public void aggregate(
      Configuration configuration, List<LaunchResults> launches, ReportStorage storage) {
    Optional<byte[]> found =
        launches.stream()
            .flatMap(launch -> launch.<byte[]>getExtra(InteractionsFile.NAME).stream())
            .findFirst();
    if (found.isPresent()) {
      storage.addDataBinary("data/interactions.json", data(found.get(), links(launches)));
    }
  }

  private static byte[] data(byte[] interactions, Map<String, String> links) {
    ByteArrayOutputStream data = new ByteArrayOutputStream(interactions.length + 64);
    try {
      data.write("{\"interactions\":".getBytes(StandardCharsets.UTF_8));
      data.write(interactions);
      data.write(",\"links\":".getBytes(StandardCharsets.UTF_8));
      data.write(PageStorage.json(links));
      data.write('}');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return data.toByteArray();
  }

  /** The ids of results by where their scenarios are written. */
  private static Map<String, String> links(List<LaunchResults> launches) {
    Map<String, String> links = new TreeMap<>();
    for (LaunchResults launch : launches) {
      for (TestResult result : launch.getResults()) {
        if (result.getFullName() != null) {
          links.put(result.getFullName(), result.getUid());
        }
      }
    }
    return links;
  }
}
