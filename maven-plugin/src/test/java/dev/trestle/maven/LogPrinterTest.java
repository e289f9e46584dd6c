package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogPrinterTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private String printed(boolean coloured) {
    LogPrinter printer =
        new LogPrinter(new PrintStream(out, true, StandardCharsets.UTF_8), coloured);
    printer.align(List.of("cart", "pricing"));
    printer.print("cart", "up");
    printer.print("pricing", "password=hunter2");
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void each_line_has_its_service_and_no_secret() {
    assertThat(printed(false).lines()).containsExactly("cart    | up", "pricing | password=*****");
  }

  @Test
  void on_a_terminal_each_service_has_a_colour() {
    assertThat(printed(true).lines())
        .containsExactly("\033[36mcart    | \033[0mup", "\033[33mpricing | \033[0mpassword=*****");
  }
}
