package dev.trestle.host.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.host.compose.Position;
import dev.trestle.host.compose.ToldEdge;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RewiringTest {

  private static final List<String> HOSTS =
      List.of("postgres", "kafka", "kafka-2", "cart", "cart-api", "mailbox", "redis");

  /** Edges end in 1, direct ports are asked port plus 20000. */
  private final Rewiring rewiring =
      new Rewiring(
          HOSTS, (host, port, http) -> Rewiring.Place.local(http ? 30_001 : 20_000 + port));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://cart:8080 | http://127.0.0.1:30001",
        "http://cart:8080/carts?x=cart:8080 | http://127.0.0.1:30001/carts?x=127.0.0.1:28080",
        "HTTP://cart:8080 | HTTP://127.0.0.1:30001",
        "http://cart | http://127.0.0.1:30001",
        "http://cart/ | http://127.0.0.1:30001/",
        "http://me:secret@cart:8080/x | http://me:secret@127.0.0.1:30001/x",
        "https://cart:8443 | https://127.0.0.1:28443",
        "jdbc:postgresql://postgres:5432/inventory | jdbc:postgresql://127.0.0.1:25432/inventory",
        "jdbc:postgresql://postgres/inventory | jdbc:postgresql://127.0.0.1:20000/inventory",
        "postgres://postgres:1234@postgres:5432/shop |"
            + " postgres://postgres:1234@127.0.0.1:25432/shop",
        "kafka:9092,kafka-2:9093 | 127.0.0.1:29092,127.0.0.1:29093",
        "PLAINTEXT://kafka:9092 | PLAINTEXT://127.0.0.1:29092",
        "redis://redis/0 | redis://127.0.0.1:20000/0",
        "--peer=cart:8080 | --peer=127.0.0.1:28080",
      })
  void a_name_with_a_port_or_a_scheme_is_a_place(String written, String rewired) {
    assertThat(rewiring.text(written)).isEqualTo(rewired);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cart",
        "the cart is full",
        "my-cart:8080",
        "cart.example.com:8080",
        "http://cart.example.com:8080",
        "http://shop.cart:8080",
        "http://carts:8080",
        "cart:latest",
        "postgres:123456",
        "postgres:1234@db.example.com:5432",
        "cart_1:8080",
      })
  void anything_else_stays_as_it_is(String written) {
    assertThat(rewiring.text(written)).isEqualTo(written);
  }

  @Test
  void a_told_edge_sets_the_variables_that_it_names() {
    ToldEdge http = new ToldEdge("cart", 8080, true, "CART_NODE", "CART_NODE_PORT", at());
    ToldEdge port = new ToldEdge("redis", 6379, false, null, "CACHE", at());
    ToldEdge elsewhere = new ToldEdge("ledger", 80, true, "LEDGER", "LEDGER_PORT", at());
    Rewiring told =
        new Rewiring(
            HOSTS,
            (host, asked, plain) -> Rewiring.Place.local(plain ? 30_001 : 20_000 + asked),
            List.of(http, port, elsewhere));

    assertThat(
            told.variables(
                Map.of(
                    "CART_NODE", "cart", "CART_NODE_PORT", "8080", "CACHE", "6379", "LEDGER", "l")))
        .isEqualTo(
            Map.of(
                "CART_NODE",
                "127.0.0.1",
                "CART_NODE_PORT",
                "30001",
                "CACHE",
                "26379",
                "LEDGER",
                "l"));
  }

  @Test
  void a_told_edge_leads_where_its_variables_say_when_that_is_right() {
    ToldEdge edge = new ToldEdge("cart", 8080, true, "CART_NODE", "CART_NODE_PORT", at());
    Rewiring peers = new Rewiring(HOSTS, (host, port, http) -> null, List.of(edge));

    assertThat(peers.variables(Map.of("CART_NODE", "cart", "CART_NODE_PORT", "8080")))
        .isEqualTo(Map.of("CART_NODE", "cart", "CART_NODE_PORT", "8080"));
  }

  private static Position at() {
    return new Position(Path.of("compose.yaml"), 1);
  }

  @Test
  void host_and_port_in_two_variables_go_together() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("SMTP_HOST", "mailbox");
    variables.put("SMTP_PORT", "1025");
    variables.put("PGHOST", "postgres");
    variables.put("PGPORT", "5432");

    assertThat(rewiring.variables(variables))
        .isEqualTo(
            Map.of(
                "SMTP_HOST", "127.0.0.1",
                "SMTP_PORT", "21025",
                "PGHOST", "127.0.0.1",
                "PGPORT", "25432"));
  }

  @Test
  void a_host_without_a_port_gets_one() {
    assertThat(rewiring.variables(Map.of("REDIS_HOST", "redis")))
        .isEqualTo(Map.of("REDIS_HOST", "127.0.0.1", "REDIS_PORT", "20000"));
  }

  @Test
  void a_name_in_another_variable_stays() {
    assertThat(rewiring.variables(Map.of("OWNER", "cart", "PORT", "8080")))
        .isEqualTo(Map.of("OWNER", "cart", "PORT", "8080"));
  }

  @Test
  void without_services_nothing_is_rewired() {
    Rewiring none = new Rewiring(List.of(), (host, port, http) -> Rewiring.Place.local(1));

    assertThat(none.text("http://cart:8080")).isEqualTo("http://cart:8080");
  }
}
