package dev.trestle.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HeapInfoTest {

  @Test
  void both_generations_of_the_serial_collector_count() {
    String text =
        """
        4711:
         def new generation   total 14784K, used 1024K [0x0000000680000000, 0x0000000681000000)
          eden space 13184K,   8% used [0x0000000680000000, 0x0000000680100000)
         tenured generation   total 32768K, used 3072K [0x0000000780000000, 0x0000000782000000)
           the space 32768K,   9% used [0x0000000780000000, 0x0000000780300000)
         Metaspace       used 21302K, committed 21760K, reserved 1114112K
        """;

    assertThat(HeapInfo.used(text)).isEqualTo(4);
  }

  @Test
  void the_heap_of_the_usual_collector_counts() {
    assertThat(HeapInfo.used(" garbage-first heap   total 65536K, used 2048K [0x1, 0x2)"))
        .isEqualTo(2);
  }

  @Test
  void a_text_without_a_heap_is_an_error() {
    assertThatThrownBy(() -> HeapInfo.used("no such process"))
        .hasMessageContaining("no such process");
  }
}
