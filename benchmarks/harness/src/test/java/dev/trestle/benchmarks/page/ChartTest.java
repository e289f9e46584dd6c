package dev.trestle.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.benchmarks.store.Results;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartTest {

  @Test
  void a_bar_is_as_long_as_its_time() throws Exception {
    NodeList bars =
        svg(new Sample().with("floor", 1, 2).with("citrus", 1, 8).results())
            .getElementsByTagName("rect");

    double floor = width(bars, 1);
    double citrus = width(bars, 2);
    assertThat(citrus).isEqualTo(4 * floor);
  }

  @Test
  void a_chart_of_nothing_is_still_a_picture() throws Exception {
    assertThat(svg(Results.none()).getDocumentElement().getTagName()).isEqualTo("svg");
  }

  private static Document svg(Results results) throws Exception {
    String svg = new Chart(results, Sample.STACKS).svg();
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static double width(NodeList bars, int index) {
    return Double.parseDouble(((Element) bars.item(index)).getAttribute("width"));
  }
}
