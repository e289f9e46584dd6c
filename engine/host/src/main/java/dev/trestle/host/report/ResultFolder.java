package dev.trestle.host.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.qameta.allure.entity.StageResult;
import io.qameta.allure.entity.TestResult;
import java.io.IOException;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads Allure's result files into a page: steps and evidence of each scenario at once, so that
 * only its result stays in memory. Ids are made of file names, so that links to a scenario are the
 * same in every report of the same folder.
 */
final class ResultFolder {

  private static final Logger LOG = System.getLogger(ResultFolder.class.getName());

  private final Path folder;
  private final Page page;
  private final JsonFactory json = new JsonFactory();
  private final Map<String, String> shared = new HashMap<>();
  private final Map<String, Entry> entries = new HashMap<>();

  ResultFolder(Path folder, Page page) {
    this.folder = folder;
    this.page = page;
  }

  /**
   * A result and its identity in its run, by which fixtures name it.
   *
   * @param uuid the identity in the run
   * @param result the result without its steps
   */
  private record Entry(String uuid, TestResult result) {}

  /** Reads a result file unless it was read before; one that is not there is passed over. */
  boolean read(String file) throws IOException {
    if (entries.containsKey(file)) {
      return true;
    }
    Path path = folder.resolve(file);
    if (!Files.exists(path)) {
      return false;
    }
    String uid = uid(file);
    EvidenceFiles evidence = new EvidenceFiles(folder, uid);
    ResultNode node = node(path, evidence);
    if (node != null) {
      StageResult stage = node.testStage();
      if (stage != null) {
        evidence.block().add("steps", PageStorage.json(Map.of("testStage", stage)));
      }
      write(uid, evidence.block());
      entries.put(file, new Entry(node.uuid(), node.result(uid)));
    }
    return true;
  }

  /** Reads everything that was not read before, fixtures too. */
  List<TestResult> readAll() throws IOException {
    for (String file : files("*-result.json")) {
      read(file);
    }
    Fixtures fixtures = new Fixtures();
    for (String file : files("*-container.json")) {
      fixtures(file, fixtures);
    }
    List<TestResult> results = new ArrayList<>();
    for (Entry entry : entries.values()) {
      fixtures.addTo(entry.uuid(), entry.result());
      results.add(entry.result());
    }
    results.sort(TestResult.comparingByTimeAsc().thenComparing(TestResult::getUid));
    return results;
  }

  private void fixtures(String file, Fixtures fixtures) throws IOException {
    String uid = uid(file);
    EvidenceFiles evidence = new EvidenceFiles(folder, uid);
    try (JsonParser parser = json.createParser(Files.readAllBytes(folder.resolve(file)))) {
      parser.nextToken();
      fixtures.read(parser, () -> ResultNode.read(parser, evidence, shared).fixture());
    } catch (JacksonException e) {
      unreadable(file, e);
    }
    write(uid, evidence.block());
  }

  private @Nullable ResultNode node(Path path, ResultNode.Evidence evidence) throws IOException {
    try (JsonParser parser = json.createParser(Files.readAllBytes(path))) {
      parser.nextToken();
      return ResultNode.read(parser, evidence, shared);
    } catch (JacksonException e) {
      unreadable(path.getFileName().toString(), e);
      return null;
    }
  }

  private void write(String uid, Block block) throws IOException {
    if (!block.isEmpty()) {
      page.add(uid, block);
    }
  }

  private List<String> files(String glob) throws IOException {
    List<String> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
      found.forEach(file -> files.add(file.getFileName().toString()));
    }
    files.sort(null);
    return files;
  }

  private static void unreadable(String file, Exception e) {
    LOG.log(Logger.Level.WARNING, "The result '" + file + "' is left out of the report: " + e);
  }

  private static String uid(String file) {
    String hash = UUID.nameUUIDFromBytes(file.getBytes(StandardCharsets.UTF_8)).toString();
    return hash.replace("-", "").substring(0, 16);
  }
}
