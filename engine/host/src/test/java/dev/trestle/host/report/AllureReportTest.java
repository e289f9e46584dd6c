package dev.trestle.host.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureReportTest {

  private static final Pattern FETCHED =
      Pattern.compile("(?i)<(script|link|img|iframe)[^>]*\\b(src|href)=\"?(https?:)?//");

  @TempDir Path folder;

  private String write() throws IOException {
    Path results = Files.createDirectories(folder.resolve("results"));
    Files.writeString(results.resolve("a-attachment.txt"), "the exchange");
    Files.writeString(
        results.resolve("a-result.json"),
        """
        {"uuid":"a","historyId":"h","name":"A paid order <b>ships</b>","fullName":"x","status":"passed",
         "stage":"finished","start":1,"stop":2,
         "attachments":[{"name":"exchange","source":"a-attachment.txt","type":"text/plain"}],
         "labels":[{"name":"epic","value":"Orders"},{"name":"feature","value":"Checkout"}]}
        """);
    Path html = folder.resolve("report/index.html");
    AllureReport.write("Cornershop", results, html);
    return Files.readString(html);
  }

  @Test
  void the_report_is_one_file_and_leaves_nothing_beside_it() throws IOException {
    write();

    try (Stream<Path> files = Files.list(folder.resolve("report"))) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("index.html");
    }
  }

  @Test
  void the_report_asks_the_network_for_nothing() throws IOException {
    String html = write();

    // Booleans, since a failure would print megabytes.
    assertThat(html.contains("googletagmanager")).as("has an analytics script").isFalse();
    assertThat(FETCHED.matcher(html).find()).as("has something to fetch").isFalse();
    assertThat(html.contains("<title>Cornershop</title>")).as("has its title").isTrue();
  }

  @Test
  void scenarios_are_there_by_epic_and_feature_with_their_attachments() throws IOException {
    String html = write();

    assertThat(data(html, "data/behaviors.json")).contains("Orders").contains("Checkout");
    assertThat(html)
        .contains(
            Base64.getEncoder().encodeToString("the exchange".getBytes(StandardCharsets.UTF_8)));
    assertThat(html).doesNotContain("A paid order <b>ships</b>");
  }

  private static String data(String html, String name) {
    Matcher matcher = Pattern.compile("d\\('" + name + "','([^']+)'\\)").matcher(html);
    assertThat(matcher.find()).as(name).isTrue();
    return new String(Base64.getDecoder().decode(matcher.group(1)), StandardCharsets.UTF_8);
  }

  @Test
  void a_report_of_nothing_is_a_report() throws IOException {
    Path html = folder.resolve("empty/index.html");

    AllureReport.write("Nothing", folder.resolve("none"), html);

    assertThat(html).exists();
  }
}
