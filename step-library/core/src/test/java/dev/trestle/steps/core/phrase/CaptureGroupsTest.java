package dev.trestle.steps.core.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureGroupsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a(b)c|a(?:b)c",
        "(?:a)(?=b)(?<=c)(?<!d)|(?:a)(?=b)(?<=c)(?<!d)",
        "(?<name>a)|(?:a)",
        "\\((a)\\)|\\((?:a)\\)",
        "[(](a)|[(](?:a)",
        "\\Q(\\E(a)|\\Q(\\E(?:a)",
        "((a)b)|(?:(?:a)b)"
      })
  void capture_groups_become_plain(String regexp, String expected) {
    assertThat(CaptureGroups.without(regexp)).isEqualTo(expected);
  }
}
