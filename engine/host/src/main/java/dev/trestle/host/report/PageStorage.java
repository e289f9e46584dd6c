package dev.trestle.host.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.qameta.allure.Constants;
import io.qameta.allure.ReportStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts what Allure's plugins make into the page at once. */
final class PageStorage implements ReportStorage {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private final Page page;

  PageStorage(Page page) {
    this.page = page;
  }

  /** The JSON that Allure's application reads. */
  static byte[] json(Object data) throws IOException {
    return JSON.writeValueAsBytes(data);
  }

  @Override
  public void addDataJson(String name, Object data) {
    try {
      add(name, json(data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void addDataBinary(String name, byte[] data) {
    try {
      add(name, data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void addDataFile(String name, Path file) {
    try {
      add(name, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the next report would read of this one is of no use inside a page. */
  private void add(String name, byte[] data) throws IOException {
    if (!name.startsWith(Constants.HISTORY_DIR)) {
      page.add(name, new Block().add(name, data));
    }
  }
}
