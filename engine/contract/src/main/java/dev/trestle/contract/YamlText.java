package dev.trestle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML, with its anchors and merge keys, or JSON as JSON. */
final class YamlText {

  private static final int MOST_ALIASES = 5_000;
  private static final int MOST_CHARACTERS = 50_000_000;

  private YamlText() {}

  /** Words are what they are in YAML 1.2: a date and {@code no} are text. */
  private static final class PlainWords extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, Pattern.compile("true|false|True|False"), "tfTF");
      addImplicitResolver(Tag.INT, Pattern.compile("[-+]?(?:0|[1-9][0-9]*)"), "-+0123456789");
      addImplicitResolver(
          Tag.FLOAT, Pattern.compile("[-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?"), "-+0123456789.");
      addImplicitResolver(Tag.MERGE, Pattern.compile("<<"), "<");
      addImplicitResolver(Tag.NULL, Pattern.compile("~|null|Null|"), "~nN\0");
      addImplicitResolver(Tag.NULL, Pattern.compile(""), null);
    }
  }

  /** Decimals are exact and keep their zeros. */
  private static final class ExactNumbers extends SafeConstructor {
    ExactNumbers(LoaderOptions options) {
      super(options);
      yamlConstructors.put(
          Tag.FLOAT,
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              return new BigDecimal(((ScalarNode) node).getValue());
            }
          });
    }
  }

  /**
   * The document as JSON.
   *
   * @throws IOException saying what is wrong, with the line where that is known
   */
  static JsonNode read(String text) throws IOException {
    if (text.stripLeading().startsWith("{")) {
      return ExactJson.read(text);
    }
    try {
      return ExactJson.of(yaml().load(text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new IOException(e.getProblem() + " in line " + line, e);
    } catch (YAMLException | IllegalArgumentException | StackOverflowError e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(MOST_ALIASES);
    options.setCodePointLimit(MOST_CHARACTERS);
    DumperOptions unused = new DumperOptions();
    return new Yaml(
        new ExactNumbers(options), new Representer(unused), unused, options, new PlainWords());
  }
}
