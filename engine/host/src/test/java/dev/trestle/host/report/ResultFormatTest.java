package dev.trestle.host.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trestle.protocol.Json;
import io.qameta.allure.ConfigurationBuilder;
import io.qameta.allure.DefaultResultsVisitor;
import io.qameta.allure.allure2.Allure2Plugin;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.entity.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares our reader of result files with Allure's own. */
class ResultFormatTest {

  private static final ObjectMapper JSON =
      new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  /** Differ by intention: ids are made of file names, and some fields come of all results. */
  private static final List<String> OTHERWISE =
      List.of("uid", "source", "extra", "retriesCount", "retriesStatusChange", "newPassed");

  @TempDir Path folder;

  @Test
  void a_result_is_read_as_allure_reads_it() throws IOException {
    Files.writeString(folder.resolve("1-attachment.json"), "{\"id\": 7}");
    Files.writeString(folder.resolve("2-attachment"), "no extension");
    Files.writeString(
        folder.resolve("r-result.json"),
        """
        {"uuid":"r","historyId":"h","testCaseId":"c","fullName":"f:3","name":"Rich","status":"FAILED",
         "statusDetails":{"known":false,"muted":false,"flaky":true,"message":"m","trace":"t\\n\\tat x"},
         "stage":"finished","descriptionHtml":"<p>d</p>","start":10,"stop":25,"unknown":{"a":[1,{"b":2}]},
         "labels":[{"name":"epic","value":"E"},{"name":"tag","value":"x"}],
         "links":[{"name":"SHOP-1","type":"issue","url":"http://i/SHOP-1"}],
         "parameters":[{"name":"b","value":"2"},{"name":"a","value":"1"},{"name":"a","value":"1"},
           {"name":"s","value":"9","mode":"masked"},{"name":"h","value":"9","mode":"hidden"}],
         "attachments":[{"name":"json","source":"1-attachment.json","type":"application/json"}],
         "steps":[
           {"name":"Given x","status":"passed","stage":"finished","start":11,"stop":12,
            "parameters":[{"name":"p","value":"v"}],
            "attachments":[{"name":"raw","source":"2-attachment","type":"text/plain"},
              {"name":"gone","source":"3-attachment.txt","type":"text/plain"}],
            "steps":[{"name":"inner","status":"broken","statusDetails":{"message":"m"}}]},
           {"name":"Then y","status":"odd"}]}
        """);
    Files.writeString(
        folder.resolve("c-container.json"),
        """
        {"uuid":"c","name":"hooks","children":["r","other"],
         "befores":[{"name":"second","status":"passed","start":8,"stop":9,
            "attachments":[{"name":"json","source":"1-attachment.json","type":"application/json"}]},
           {"name":"first","status":"passed","start":5,"stop":6}],
         "afters":[{"name":"end","status":"failed","statusDetails":{"message":"m","trace":"t"},
            "start":26,"stop":27,"steps":[{"name":"s","status":"failed"}]}]}
        """);

    Path html = folder.resolve("report/index.html");
    AllureReport.write("Rich", folder, html);

    JsonNode ours = JSON.readTree(Json.write(PageFiles.of(html).scenario("Rich")));
    assertThat(comparable(ours).toPrettyString())
        .isEqualTo(comparable(JSON.valueToTree(allures())).toPrettyString());
  }

  private TestResult allures() {
    Configuration allure = ConfigurationBuilder.empty().build();
    DefaultResultsVisitor visitor = new DefaultResultsVisitor(allure);
    new Allure2Plugin().readResults(allure, visitor, folder);
    return visitor.getLaunchResults().getAllResults().iterator().next();
  }

  private static JsonNode comparable(JsonNode node) throws IOException {
    if (node instanceof ObjectNode object) {
      object.remove(OTHERWISE);
      for (JsonNode child : object) {
        comparable(child);
      }
    } else {
      for (JsonNode child : node) {
        comparable(child);
      }
    }
    ObjectMapper sorted = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    return sorted.readTree(sorted.writeValueAsString(sorted.treeToValue(node, Object.class)));
  }
}
