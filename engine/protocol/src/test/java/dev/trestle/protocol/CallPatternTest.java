package dev.trestle.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CallPatternTest {

  @ParameterizedTest
  @CsvSource({
    "GET /item?id=2,            GET,  /item?id=2,              true",
    "GET /item?id=2,            GET,  /item?a=1&id=2&b=3,      true",
    "GET /item?id=2&a=1,        GET,  /item?a=1&id=2,          true",
    "GET /item?id=2,            GET,  /item?id=3,              false",
    "GET /item?id=2,            GET,  /item,                   false",
    "GET /item?id=2,            GET,  /item?id=22,             false",
    "GET /item?id=2&id=3,       GET,  /item?id=3&id=2,         true",
    "GET /item?id=2&id=2,       GET,  /item?id=2,              false",
    "GET /item?id=*,            GET,  /item?id=7,              true",
    "GET /item?id=*,            GET,  /item?other=7,           false",
    "GET /item?id=*&id=2,       GET,  /item?id=2&id=9,         true",
    "GET /item?id=%2A,          GET,  /item?id=7,              false",
    "GET /item?id=%2A,          GET,  /item?id=*,              true",
    "GET /item?flag,            GET,  /item?flag,              true",
    "GET /item?flag,            GET,  /item?flag=,             true",
    "GET /item?name=a b,        GET,  /item?name=a+b,          true",
    "GET /item?name=a b,        GET,  /item?name=a%20b,        true",
    "GET /item?name=a%2Bb,      GET,  /item?name=a%2Bb,        true",
    "GET /item?name=ä,          GET,  /item?name=%C3%A4,       true",
    "GET /item?x=1%,            GET,  /item?x=1%,              true",
    "GET /item,                 GET,  /item?id=2,              true",
    "GET /item?,                GET,  /item?id=2,              true",
    "GET /item,                 POST, /item,                   false",
    "/item,                     POST, /item,                   true",
    "POST,                      POST, /any?x=1,                true",
    "GET /a.b,                  GET,  /axb,                    false",
    "GET /a/*/c,                GET,  /a/b/c?x=/,              true",
    "GET /a/*/c,                GET,  /a/b/b/c,                false",
    "GET /a/*,                  GET,  /a/b%2Fc,                true",
    "GET /a/ü b,                GET,  /a/%C3%BC%20b,           true",
    "GET /a/%C3%BC,             GET,  /a/%C3%BC,               true",
    "GET /a+b,                  GET,  /a+b,                    true",
    "GET /a/**,                 GET,  /a/b,                    true",
    "GET /a/**,                 GET,  /a/b/c,                  false",
    "GET /a/*****/c,            GET,  /a/b/c,                  true",
    "GET /a/*****/c,            GET,  /a/*****/c,              true",
    "GET /a?token=*****,        GET,  /a?token=x,              true",
    "GET /a/x*y*z,              GET,  /a/x1y2z,                true",
    "GET /a/x*y*z,              GET,  /a/xyz,                  false",
    "GET /a/x*y*z,              GET,  /a/xyyyzzz,              true",
    "GET /a/*b*b,               GET,  /a/abb,                  false",
    "GET /a/*,                  GET,  /a/,                     false",
    "GET /a/*,                  GET,  /a,                      false",
    "GET /*,                    GET,  /a%3Fb,                  true",
    "GET /a*?b,                 GET,  /ax?b,                   true",
  })
  void calls_fit_by_method_path_and_query(
      String written, String method, String target, boolean fits) {
    assertThat(CallPattern.of(written).fits(method, target)).isEqualTo(fits);
  }

  @Test
  void what_does_not_fit_is_named() {
    CallPattern calls = CallPattern.of("GET /item/*?id=2&page=*");

    assertThat(calls.misfit("POST", "/item/1")).isEqualTo("the method is not GET");
    assertThat(calls.misfit("GET", "/itme/1")).isEqualTo("the path is not /item/*");
    assertThat(calls.misfit("GET", "/item/1?id=3&page=1"))
        .isEqualTo("the query does not have id=2");
    assertThat(calls.misfit("GET", "/item/1?id=2")).isEqualTo("the query does not have page=*");
    assertThat(calls.misfit("GET", "/item/1?page=&id=2")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "item", "get /item", "GET item", "GET http://a/item", "/a#b"})
  void a_text_that_no_call_can_fit_is_refused(String written) {
    assertThatThrownBy(() -> CallPattern.of(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("neither a method and a path nor a path alone");
  }

  @Test
  void a_path_fits_as_the_regular_expression_of_its_pattern_does() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      CallPattern calls = CallPattern.of("/" + text(random, "ab*/"));
      String path = "/" + text(random, "ab/");

      assertThat(calls.fits("GET", path))
          .as("%s for %s", calls, path)
          .isEqualTo(path.matches(calls.pathExpression()));
    }
  }

  private static String text(Random random, String letters) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  @Test
  void a_long_path_that_nearly_fits_a_pattern_of_many_stars_takes_no_time() {
    CallPattern calls = CallPattern.of("GET /" + "*a".repeat(30) + "*b");
    String path = "/" + "a".repeat(1_000_000);

    assertThat(
            assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> calls.fits("GET", path) || calls.fits("GET", path + "%20")))
        .isFalse();
  }

  @Test
  void the_order_of_parameters_never_matters() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      List<String> given = new ArrayList<>();
      for (int p = 0; p < 1 + random.nextInt(5); p++) {
        given.add("p" + random.nextInt(3) + "=" + random.nextInt(3));
      }
      List<String> wanted = new ArrayList<>(given.subList(0, 1 + random.nextInt(given.size())));
      Collections.shuffle(wanted, random);
      Collections.shuffle(given, random);

      assertThat(
              CallPattern.of("/x?" + String.join("&", wanted))
                  .fits("GET", "/x?" + String.join("&", given)))
          .as("%s in %s", wanted, given)
          .isTrue();
    }
  }
}
