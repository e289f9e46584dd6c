package dev.trestle.host.report;

import io.qameta.allure.entity.TestResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the scenarios' results, without their steps, some dozens to a block. */
final class TestCases {

  private static final int BLOCK = 64;
  private static final int LETTERS = 16;

  private TestCases() {}

  /** Adds all results to a page, which finds a block by the first letters of a result's id. */
  static void write(List<TestResult> results, Page page) throws IOException {
    int letters = results.size() <= BLOCK ? 0 : results.size() <= BLOCK * LETTERS ? 1 : 2;
    Map<String, Block> blocks = new TreeMap<>();
    for (TestResult result : results) {
      blocks
          .computeIfAbsent(result.getUid().substring(0, letters), key -> new Block())
          .add("data/test-cases/" + result.getSource(), PageStorage.json(result));
    }
    for (Map.Entry<String, Block> block : blocks.entrySet()) {
      page.add("results" + block.getKey(), block.getValue());
    }
  }
}
