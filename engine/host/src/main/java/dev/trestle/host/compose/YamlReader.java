package dev.trestle.host.compose;

import java.util.Iterator;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/** Turns the text of a file into nodes: YAML 1.2, no objects, bounded in depth and in aliases. */
final class YamlReader {
  private static final int MAX_DEPTH = 100;
  private static final int MAX_ALIASES = 10_000;

  private YamlReader() {}

  static Node.Mapping read(String text, Source source) {
    try {
      refuseDepth(text, source);
      Iterator<org.snakeyaml.engine.v2.nodes.Node> documents =
          new Compose(settings()).composeAllFromString(text).iterator();
      return single(documents, source);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      throw syntax(source.at(line), String.valueOf(e.getProblem()));
    } catch (YamlEngineException e) {
      throw syntax(source.at(1), String.valueOf(e.getMessage()));
    }
  }

  private static Node.Mapping single(
      Iterator<org.snakeyaml.engine.v2.nodes.Node> documents, Source source) {
    if (!documents.hasNext()) {
      throw notCompose(source.at(1), "It is empty.");
    }
    Node root = new NodeBuilder(source).build(documents.next());
    if (documents.hasNext()) {
      int line = documents.next().getStartMark().map(Mark::getLine).orElse(0) + 1;
      throw notCompose(source.at(line), "A second YAML document starts here.");
    }
    if (root instanceof Node.Mapping mapping) {
      return mapping;
    }
    throw notCompose(root.origin(), "The file holds " + root.kind() + ".");
  }

  /** The composer calls itself for each level, so that a hostile file could exhaust the stack. */
  private static void refuseDepth(String text, Source source) {
    int depth = 0;
    for (Event event : new Parse(settings()).parseString(text)) {
      if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
        int line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
        throw syntax(source.at(line), "more than " + MAX_DEPTH + " levels of nesting");
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
  }

  private static LoadSettings settings() {
    // Not the core schema: it applies merge keys itself, and thereby hides duplicate keys.
    return LoadSettings.builder()
        .setSchema(new JsonSchema())
        .setMaxAliasesForCollections(MAX_ALIASES)
        .setAllowNonScalarKeys(true)
        .build();
  }

  private static ComposeException syntax(Origin origin, String problem) {
    return Problem.at(
        origin.position(),
        "",
        "it is not valid YAML",
        "The parser says: " + problem.replaceFirst("\\.$", "") + ".",
        "Correct the syntax there, or in the lines just before.");
  }

  private static ComposeException notCompose(Origin origin, String evidence) {
    return Problem.at(
        origin.position(),
        "",
        "it must be one YAML mapping with the key 'services'",
        evidence,
        "Describe the services under 'services:'.");
  }
}
