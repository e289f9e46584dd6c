package dev.trestle.host.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.trestle.protocol.Json;
import io.qameta.allure.entity.Attachment;
import io.qameta.allure.entity.StageResult;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes a report of one result for nobody, which loads the classes that reports need. */
final class Rehearsal {

  private static final Logger LOG = System.getLogger(Rehearsal.class.getName());
  private static final AtomicBoolean DONE = new AtomicBoolean();
  private static final String UID = "0123456789abcdef";

  private Rehearsal() {}

  /** Rehearses unless that was done. */
  static void once() {
    if (DONE.compareAndSet(false, true)) {
      try (Page page = new Page("Rehearsal", OutputStream.nullOutputStream())) {
        rehearse(page);
      } catch (IOException | RuntimeException e) {
        LOG.log(Logger.Level.WARNING, "The report could not be prepared.", e);
      }
    }
  }

  private static void rehearse(Page page) throws IOException {
    ResultNode node;
    try (JsonParser parser = new JsonFactory().createParser(result())) {
      parser.nextToken();
      node =
          ResultNode.read(
              parser,
              (name, source, type) -> new Attachment().setName(name).setType(type),
              ResultNode.sharing());
    }
    StageResult stage = node.testStage();
    if (stage != null) {
      page.add(UID, new Block().add("steps", PageStorage.json(Map.of("testStage", stage))));
    }
    new AllurePlugins("Rehearsal").write(List.of(node.result(UID)), Map.of(), page);
  }

  private static String result() {
    Map<String, String> attachment = Map.of("name", "a", "source", "a.txt", "type", "text/plain");
    Map<String, Object> step = Map.of("name", "a step", "status", "failed", "start", 1, "stop", 2);
    return Json.write(
        Map.of(
            "uuid",
            "rehearsal",
            "historyId",
            "rehearsal",
            "name",
            "a scenario",
            "status",
            "failed",
            "statusDetails",
            Map.of("message", "a message", "trace", "a trace"),
            "start",
            1,
            "stop",
            2,
            "labels",
            List.of(Map.of("name", "suite", "value", "a feature")),
            "steps",
            List.of(step),
            "attachments",
            List.of(attachment)));
  }
}
