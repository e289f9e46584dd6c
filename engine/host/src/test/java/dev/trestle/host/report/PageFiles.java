package dev.trestle.host.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/** The data in a page, read as its script reads them. */
final class PageFiles {

  private static final Pattern BLOCK =
      Pattern.compile("<script>d\\('([A-Za-z0-9/.-]+)','([A-Za-z0-9+/=]+)'\\)</script>");

  private final Map<String, String> files = new TreeMap<>();

  private PageFiles() {}

  static PageFiles of(Path html) throws IOException {
    PageFiles page = new PageFiles();
    Matcher blocks = BLOCK.matcher(Files.readString(html));
    while (blocks.find()) {
      page.open(blocks.group(1), Base64.getDecoder().decode(blocks.group(2)));
    }
    return page;
  }

  private void open(String key, byte[] compressed) throws IOException {
    byte[] block = new InflaterInputStream(new ByteArrayInputStream(compressed)).readAllBytes();
    int at = 0;
    while (block[at] != '\n') {
      at++;
    }
    List<?> header = (List<?>) Json.parse(new String(block, 0, at, StandardCharsets.UTF_8));
    at++;
    for (Object file : header) {
      String name = (String) ((List<?>) file).get(0);
      int length = ((Number) ((List<?>) file).get(1)).intValue();
      String text = new String(block, at, length, StandardCharsets.UTF_8);
      assertThat(files.put(name.equals("steps") ? key + "/steps" : name, text)).isNull();
      at += length;
    }
  }

  Map<String, String> all() {
    return files;
  }

  String file(String name) {
    assertThat(files).containsKey(name);
    return files.get(name);
  }

  /** A scenario's result with its steps, by its name. */
  Map<String, Object> scenario(String name) {
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (file.getKey().startsWith("data/test-cases/")) {
        Map<String, Object> result = object(file.getValue());
        if (name.equals(result.get("name"))) {
          result.putAll(object(files.getOrDefault(result.get("uid") + "/steps", "{}")));
          return result;
        }
      }
    }
    throw new UncheckedIOException(new IOException("There is no scenario '" + name + "'."));
  }

  @SuppressWarnings("unchecked") // A JSON object is a map by its fields' names.
  static Map<String, Object> object(String json) {
    return new TreeMap<>((Map<String, Object>) Json.parse(json));
  }
}
