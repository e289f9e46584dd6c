package dev.trestle.host.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.trestle.host.report.Chromium.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tab in a real browser. */
class InteractionsTabIT {

  @TempDir static Path folder;

  private static Chromium browser;
  private static Path html;

  @BeforeAll
  static void start() throws Exception {
    assumeThat(Chromium.program())
        .as("Chromium: install it, or name it in the variable CHROMIUM, to test the tab")
        .isPresent();
    Path results = Files.createDirectories(folder.resolve("results"));
    SampleShop.write(results);
    html = folder.resolve("index.html");
    AllureReport.write("Shop", results, html);
    browser = Chromium.start(Chromium.program().orElseThrow());
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  private static Tab open(int width, boolean dark) throws Exception {
    Tab tab = browser.open(html.toUri() + "#interactions", width, dark);
    tab.await("document.querySelector('.ix-drawing .ix-node')");
    return tab;
  }

  @ParameterizedTest
  @CsvSource({"1280, false", "1280, true", "390, false", "390, true"})
  void it_is_whole_readable_and_fits(int width, boolean dark) throws Exception {
    Tab tab = open(width, dark);

    assertThat(tab.eval("document.querySelectorAll('.ix-row').length"))
        .isEqualTo((long) SampleShop.EDGES);
    assertThat(tab.eval("document.querySelectorAll('.ix-graph .ix-edge').length"))
        .isEqualTo((long) SampleShop.EDGES);
    assertThat(tab.eval(OVERFLOW)).isEqualTo(List.of());
    assertThat(tab.eval(CONTRAST)).isEqualTo(List.of());
    assertThat(tab.complaints()).isEmpty();
    assertThat(tab.requests())
        .isNotEmpty()
        .allMatch(url -> url.startsWith("file:") || url.startsWith("data:"));
  }

  @Test
  void dark_and_light_are_told_from_the_reader() throws Exception {
    String ground = "getComputedStyle(document.querySelector('.ix')).backgroundColor";

    assertThat(open(1280, true).eval(ground)).isNotEqualTo(open(1280, false).eval(ground));
  }

  @Test
  void what_something_is_called_is_never_markup() throws Exception {
    Tab tab = open(1280, false);
    tab.eval("document.querySelectorAll('.ix-cell button').forEach((b) => b.click())");

    assertThat(tab.eval("String(window.hacked)")).isEqualTo("undefined");
    assertThat(tab.eval("document.querySelectorAll('.ix script, .ix img, .ix b > *').length"))
        .isEqualTo(0L);
    assertThat(tab.eval("document.querySelector('.ix').textContent").toString())
        .contains(SampleShop.HOSTILE);
  }

  @Test
  void the_graph_is_walked_by_arrow_keys_and_a_cell_opens_its_scenarios() throws Exception {
    Tab tab = open(1280, false);
    tab.eval("document.querySelector('.ix-drawing [tabindex=\"0\"]').focus()");
    String first = tab.eval("document.activeElement.getAttribute('aria-label')").toString();
    tab.press("ArrowRight");
    assertThat(tab.eval("document.activeElement.getAttribute('aria-label')")).isNotEqualTo(first);

    tab.eval("document.querySelector('.ix-edge[data-edge=\"0\"]').focus()");
    tab.press("Enter");
    assertThat(tab.eval("document.querySelector('.ix-row_selected').dataset.edge")).isEqualTo("0");

    tab.eval("document.querySelector('.ix-cell_filled button').focus()");
    tab.press("Enter");
    assertThat(tab.eval("document.querySelector('.ix-panel').textContent").toString())
        .contains(SampleShop.SCENARIO);
    tab.press("Escape");
    assertThat(tab.eval("document.querySelectorAll('.ix-panel').length")).isEqualTo(0L);
    assertThat(tab.eval("document.activeElement.textContent")).isEqualTo("2");
  }

  @Test
  void a_scenario_leads_to_its_result() throws Exception {
    Tab tab = open(1280, false);
    tab.eval("document.querySelector('.ix-cell_filled button').click()");
    tab.eval(
        "[...document.querySelectorAll('.ix-scenarios a')].find((a) => a.textContent === '"
            + SampleShop.SCENARIO
            + "').click()");

    tab.await("document.querySelector('.test-result__name')");
    assertThat(tab.eval("document.querySelector('.test-result__name').textContent").toString())
        .contains(SampleShop.SCENARIO);
    assertThat(tab.complaints()).isEmpty();
  }

  @Test
  void an_empty_cell_says_which_step_fills_it() throws Exception {
    Tab tab = open(390, false);
    tab.eval("document.querySelector('.ix-cell_empty[data-outcome=slow] button').click()");

    assertThat(tab.eval("document.querySelector('.ix-code').textContent"))
        .isEqualTo("Given \"pricing\" takes 200 ms to answer \"cart\"");
  }

  @Test
  void findings_and_operations_that_nobody_called_are_there() throws Exception {
    Tab tab = open(1280, false);

    assertThat(tab.eval("document.querySelector('.ix-findings').textContent").toString())
        .contains("cart dropped the trace of 3 calls", "GET /products")
        .contains("POST /quotes", "/total", "wrong type", "pricing.yaml");
    assertThat(tab.eval("document.querySelector('.ix-never').textContent").toString())
        .contains("DELETE /quotes/{id}", "never called");
  }

  /** Elements that are wider than their page, or stick out of it. */
  private static final String OVERFLOW =
      """
      (() => {
        const page = document.querySelector('.app__content');
        return [document.documentElement, page, document.querySelector('.ix')]
          .filter((e) => e.scrollWidth > e.clientWidth)
          .map((e) => e.className + ' ' + e.scrollWidth + ' > ' + e.clientWidth);
      })()""";

  /** Texts whose contrast to what is behind them is less than WCAG's 4.5. */
  private static final String CONTRAST =
      """
      (() => {
        const part = (v) => (v /= 255, v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        const rgb = (color) => (color.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
        const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
        const clear = (color) => color === 'none' || rgb(color)[3] === 0;
        const behind = (e) => {
          if (e.namespaceURI.endsWith('svg') && e.parentNode.querySelector('rect')) {
            return getComputedStyle(e.parentNode.querySelector('rect')).fill;
          }
          for (; e; e = e.parentElement) {
            const color = getComputedStyle(e).backgroundColor;
            if (!clear(color)) {
              return color;
            }
          }
          return 'rgb(255, 255, 255)';
        };
        return [...document.querySelectorAll('.ix *')]
          .filter((e) => e.tagName !== 'title' && e.getClientRects().length
            && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
          .map((e) => {
            const style = getComputedStyle(e);
            const color = e.namespaceURI.endsWith('svg') ? style.fill : style.color;
            const [a, b] = [light(rgb(color)), light(rgb(behind(e)))];
            const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            return [ratio, e.className.baseVal || e.className, e.textContent.slice(0, 30)];
          })
          .filter(([ratio]) => ratio < 4.5).map(String);
      })()""";
}
