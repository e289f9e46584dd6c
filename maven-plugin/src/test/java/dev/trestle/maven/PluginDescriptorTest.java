package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads the descriptor that the build generated, which is what Maven and people see. */
class PluginDescriptorTest {

  /** Properties that Maven's users know from elsewhere. */
  private static final Set<String> STANDARD =
      Set.of("skipTests", "skipITs", "maven.test.skip", "maven.test.failure.ignore");

  /** A map has no form as one property. */
  private static final Set<String> WITHOUT_PROPERTY = Set.of("variables");

  @Test
  void the_goals_are_those_of_the_documentation() throws Exception {
    assertThat(goals())
        .extracting(goal -> text(goal, "goal"))
        .containsExactlyInAnyOrder(
            "run", "report", "help", "start", "stop", "status", "logs", "clean", "parity",
            "mutate");
  }

  @Test
  void goals_are_bound_around_the_integration_test() throws Exception {
    Map<String, String> phases = new HashMap<>();
    for (Element goal : goals()) {
      phases.put(text(goal, "goal"), text(goal, "phase"));
    }

    assertThat(phases)
        .containsEntry("start", "pre-integration-test")
        .containsEntry("run", "integration-test")
        .containsEntry("stop", "post-integration-test")
        .containsEntry("parity", "verify")
        .containsEntry("status", "");
  }

  @Test
  void no_goal_has_maven_resolve_what_the_plugin_keeps_resolved() throws Exception {
    assertThat(goals())
        .allSatisfy(goal -> assertThat(text(goal, "requiresDependencyResolution")).isEmpty());
  }

  @Test
  void every_parameter_is_documented_and_named_as_its_property() throws Exception {
    int seen = 0;
    for (Element goal : goals()) {
      if (text(goal, "goal").equals("help")) {
        continue;
      }
      Map<String, String> properties = properties(goal);
      for (Element parameter : children(goal, "parameter")) {
        if (text(parameter, "editable").equals("false")) {
          continue;
        }
        seen++;
        String name = text(parameter, "name");
        assertThat(text(parameter, "description")).as(name).contains("Example:");
        assertThat(text(parameter, "since")).as(name).isNotEmpty();
        String property = properties.getOrDefault(name, "");
        assertThat(
                property.equals("${trestle." + name + "}")
                    || property.equals("${trestle." + text(goal, "goal") + "." + name + "}")
                    || STANDARD.contains(property.replaceAll("[${}]", ""))
                    || WITHOUT_PROPERTY.contains(name))
            .as(name + " has the property " + property)
            .isTrue();
      }
    }
    assertThat(seen).isGreaterThan(15);
  }

  private static Map<String, String> properties(Element goal) {
    Map<String, String> properties = new HashMap<>();
    for (Element configuration : children(goal, "configuration")) {
      NodeList values = configuration.getChildNodes();
      for (int i = 0; i < values.getLength(); i++) {
        if (values.item(i) instanceof Element value) {
          properties.put(value.getTagName(), value.getTextContent());
        }
      }
    }
    return properties;
  }

  private static List<Element> goals() throws Exception {
    try (InputStream in =
        PluginDescriptorTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
      Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
      return children(document.getDocumentElement(), "mojo");
    }
  }

  private static List<Element> children(Element parent, String tag) {
    NodeList nodes = parent.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static String text(Element parent, String tag) {
    NodeList nodes = parent.getElementsByTagName(tag);
    return nodes.getLength() == 0 ? "" : nodes.item(0).getTextContent().strip();
  }
}
