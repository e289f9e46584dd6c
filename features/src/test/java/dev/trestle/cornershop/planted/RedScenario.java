package dev.trestle.cornershop.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A scenario that failed.
 *
 * @param name its feature and its own name
 * @param message what the failure says
 */
record RedScenario(String name, String message) {

  /** The red scenarios in the JUnit XML of a run. */
  static List<RedScenario> in(Path junit) throws IOException {
    NodeList failures = read(junit.resolve("TEST-trestle.xml")).getElementsByTagName("failure");
    return IntStream.range(0, failures.getLength())
        .mapToObj(i -> of((Element) failures.item(i)))
        .toList();
  }

  private static RedScenario of(Element failure) {
    Element scenario = (Element) failure.getParentNode();
    return new RedScenario(
        scenario.getAttribute("classname") + ": " + scenario.getAttribute("name"),
        failure.getAttribute("message") + "\n" + failure.getTextContent());
  }

  private static Element read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException("The run has left no " + file + "; its log is beside it.");
    }
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(file.toFile())
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file + " is no JUnit XML", e);
    }
  }
}
