package dev.trestle.host.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.Json;
import io.qameta.allure.ReportGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllureReportTest {

  private static final Pattern FETCHED =
      Pattern.compile("(?i)<(script|link|img|iframe)[^>]*\\b(src|href)=\"?(https?:)?//");

  @TempDir Path folder;

  private Path results;
  private Path html;

  @BeforeEach
  void result() throws IOException {
    results = Files.createDirectories(folder.resolve("results"));
    html = folder.resolve("report/index.html");
    Files.writeString(results.resolve("a-attachment.txt"), "the exchange");
    Files.writeString(
        results.resolve("a-result.json"),
        """
        {"uuid":"a","historyId":"h","name":"A paid order <b>ships</b>","fullName":"x","status":"passed",
         "stage":"finished","start":1,"stop":2,
         "attachments":[{"name":"exchange","source":"a-attachment.txt","type":"text/plain"}],
         "labels":[{"name":"epic","value":"Orders"},{"name":"feature","value":"Checkout"}]}
        """);
  }

  private void result(String file, String fields) throws IOException {
    Files.writeString(results.resolve(file), "{\"uuid\":\"" + file + "\"," + fields + "}");
  }

  private PageFiles write() throws IOException {
    AllureReport.write("Cornershop", results, html);
    return PageFiles.of(html);
  }

  private Stream<String> beside() throws IOException {
    try (Stream<Path> files = Files.list(html.getParent())) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }

  @Test
  void the_report_is_one_file_and_leaves_nothing_beside_it() throws IOException {
    write();

    assertThat(beside()).containsExactly("index.html");
  }

  @Test
  void the_report_asks_the_network_for_nothing() throws IOException {
    write();

    String page = Files.readString(html);
    // Booleans, since a failure would print megabytes.
    assertThat(page.contains("googletagmanager")).as("has an analytics script").isFalse();
    assertThat(FETCHED.matcher(page).find()).as("has something to fetch").isFalse();
    assertThat(page.contains("<title>Cornershop</title>")).as("has its title").isTrue();
  }

  @Test
  void scenarios_are_there_by_epic_and_feature_with_their_attachments() throws IOException {
    PageFiles page = write();

    assertThat(page.file("data/behaviors.json")).contains("Orders").contains("Checkout");
    assertThat(page.scenario("A paid order <b>ships</b>").get("testStage").toString())
        .contains("name=exchange");
    assertThat(page.all().values()).contains("the exchange");
    assertThat(Files.readString(html).contains("<b>ships</b>")).as("has markup of data").isFalse();
  }

  @Test
  void every_tab_and_widget_has_its_data() throws IOException {
    PageFiles page = write();

    assertThat(page.all().keySet())
        .contains("data/suites.json", "data/suites.csv", "data/behaviors.json")
        .contains("data/behaviors.csv", "data/categories.json", "data/timeline.json")
        .contains("widgets/summary.json", "widgets/suites.json", "widgets/behaviors.json")
        .contains("widgets/environment.json", "widgets/executors.json", "widgets/launch.json")
        .contains("widgets/categories.json", "widgets/history-trend.json")
        .contains("widgets/status-chart.json", "widgets/severity.json", "widgets/duration.json");
  }

  @Test
  void a_report_of_nothing_is_a_report() throws IOException {
    AllureReport.write("Nothing", folder.resolve("none"), html);

    assertThat(html).exists();
  }

  @Test
  void results_that_were_added_ahead_give_the_same_report() throws IOException {
    result("b-result.json", "\"name\":\"B\",\"status\":\"failed\",\"start\":3,\"stop\":4");
    PageFiles whole = write();

    try (AllureReport report = AllureReport.begin("Cornershop", results, html)) {
      assertThat(report.add("b-result.json")).isTrue();
      assertThat(report.add("never-result.json")).isFalse();
      report.finish();
    }

    assertThat(PageFiles.of(html).scenario("B")).isEqualTo(whole.scenario("B"));
    assertThat(PageFiles.of(html).all().keySet()).isEqualTo(whole.all().keySet());
  }

  @Test
  void a_report_that_is_given_up_leaves_the_former_one() throws IOException {
    write();
    String former = Files.readString(html);

    try (AllureReport report = AllureReport.begin("Cornershop", results, html)) {
      report.add("a-result.json");
    }

    assertThat(Files.readString(html).equals(former)).as("is the former").isTrue();
    assertThat(beside()).containsExactly("index.html");
  }

  @Test
  void a_result_that_cannot_be_read_is_left_out() throws IOException {
    Files.writeString(results.resolve("cut-result.json"), "{\"uuid\":\"cut\",\"name\":\"Cu");

    assertThat(write().file("widgets/summary.json")).contains("\"total\":1");
  }

  @Test
  void an_attachment_outside_the_folder_of_results_stays_there() throws IOException {
    Files.writeString(folder.resolve("secret.txt"), "a secret");
    result(
        "b-result.json",
        "\"name\":\"B\",\"attachments\":[{\"name\":\"s\",\"source\":\"../secret.txt\"}]");

    assertThat(write().all().values()).doesNotContain("a secret");
  }

  @Test
  void an_earlier_attempt_is_a_retry_of_the_later_one() throws IOException {
    result("1-result.json", "\"historyId\":\"r\",\"name\":\"R\",\"status\":\"failed\",\"start\":5");
    result(
        "2-result.json", "\"historyId\":\"r\",\"name\":\"R2\",\"status\":\"passed\",\"start\":6");

    PageFiles page = write();

    assertThat(page.scenario("R")).containsEntry("hidden", true);
    assertThat(page.scenario("R2").get("retriesCount").toString()).isEqualTo("1");
    assertThat(page.file("widgets/summary.json")).contains("\"total\":2");
    assertThat(page.file("data/behaviors.json")).doesNotContain("\"R\"");
  }

  @Test
  void a_description_in_markdown_is_shown_as_html() throws IOException {
    result("b-result.json", "\"name\":\"B\",\"description\":\"An *order*\"");

    assertThat(write().scenario("B").get("descriptionHtml").toString()).contains("<em>order</em>");
  }

  @Test
  void thousands_of_results_are_found_in_blocks_by_their_ids() throws IOException {
    for (int i = 0; i < 1_100; i++) {
      result(i + "-result.json", "\"name\":\"S" + i + "\",\"status\":\"passed\"");
    }

    PageFiles page = write();

    assertThat(page.scenario("S77")).containsEntry("status", "passed");
    String id = page.scenario("S77").get("uid").toString().substring(0, 2);
    assertThat(Files.readString(html).contains("d('results" + id + "',")).isTrue();
  }

  @Test
  void interactions_have_a_tab_with_the_way_to_each_scenario() throws IOException {
    SampleShop.write(results);

    PageFiles page = write();

    Map<String, Object> data = PageFiles.object(page.file("data/interactions.json"));
    assertThat(PageFiles.object(Json.write(data.get("interactions"))))
        .containsOnlyKeys("edges", "lost", "services", "scenarios", "coverage", "contracts");
    Object uid = page.scenario(SampleShop.SCENARIO).get("uid");
    assertThat(data.get("links")).asString().contains("src/test/features/pay.feature:3=" + uid);
    assertThat(Files.readString(html).contains("addTab('interactions'")).isTrue();
    assertThat(Files.readString(html).contains(SampleShop.HOSTILE)).isFalse();
  }

  @Test
  void without_interactions_there_is_no_tab() throws IOException {
    PageFiles page = write();

    assertThat(page.all()).doesNotContainKey("data/interactions.json");
    assertThat(Files.readString(html).contains("addTab('interactions'")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"edges\":[", "nothing"})
  void interactions_that_cannot_be_read_are_left_out(String broken) throws IOException {
    Files.writeString(results.resolve(InteractionsFile.NAME), broken);

    assertThat(write().all()).doesNotContainKey("data/interactions.json");
  }

  @Test
  void the_icon_font_is_there_once() throws IOException {
    write();

    String page = Files.readString(html);
    assertThat(page.contains("url(data:font/woff2;")).isTrue();
    assertThat(page.contains("font/ttf") || page.contains("ms-fontobject")).isFalse();
  }

  @Test
  void allures_own_page_is_still_built_the_way_ours_is() throws IOException {
    try (InputStream in = ReportGenerator.class.getResourceAsStream("/tpl/index.html.ftl")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .contains("<div id=\"alert\">", "<div id=\"content\">", "<div id=\"popup\">")
          .contains("window.reportDataReady = false", "window.reportData[name] = value");
    }
    assertThat(Assets.script("/app.js").contains("!1!==window.reportDataReady")).isTrue();
    assertThat(Assets.script("/app.js").contains("window.reportData[t]?e(window.reportData[t])"))
        .as("waits for data that are promised")
        .isTrue();
  }
}
