package dev.trestle.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureResultsTest {

  @TempDir Path folder;

  @Test
  void copies_have_identities_and_attachments_of_their_own() throws IOException {
    Path from = Files.createDirectory(folder.resolve("from"));
    Path to = folder.resolve("to");
    Files.writeString(
        from.resolve("a-result.json"),
        """
        {"uuid":"a","historyId":"h","name":"Checkout","steps":[
          {"name":"send","attachments":[{"name":"exchange","source":"b-attachment.txt"}]}]}
        """);
    Files.writeString(from.resolve("c-container.json"), "{\"uuid\":\"c\",\"children\":[\"a\"]}");
    Files.writeString(from.resolve("b-attachment.txt"), "GET /");
    Files.writeString(from.resolve("categories.json"), "[]");

    AllureResults.multiply(from, to, 2);

    assertThat(to.resolve("2-a-result.json"))
        .hasContent(
            "{\"uuid\":\"2-a\",\"historyId\":\"2-h\",\"name\":\"2-Checkout\",\"steps\":[{\"name\":"
                + "\"send\",\"attachments\":[{\"name\":\"exchange\",\"source\":"
                + "\"2-b-attachment.txt\"}]}]}");
    assertThat(to.resolve("2-c-container.json"))
        .hasContent("{\"uuid\":\"2-c\",\"children\":[\"2-a\"]}");
    assertThat(to.resolve("1-b-attachment.txt")).exists();
    assertThat(to.resolve("2-b-attachment.txt")).exists();
    assertThat(to.resolve("categories.json")).exists();
  }
}
