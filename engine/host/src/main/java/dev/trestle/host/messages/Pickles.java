package dev.trestle.host.messages;

import com.fasterxml.jackson.core.JsonParser;
import dev.trestle.protocol.Secrets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts together what is said of scenarios in two places. A feature file's message is let go once
 * its scenarios were read and another file's comes, since one per file would be the whole suite.
 */
final class Pickles {

  private final Map<String, FeatureDocument> documents = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private String uri = "";
  private boolean read;

  /** A feature file's message begins a new one. */
  void document(JsonParser json) throws IOException {
    if (read) {
      documents.clear();
      texts.clear();
      read = false;
    }
    FeatureDocument[] document = {new FeatureDocument()};
    JsonWalk.object(
        json,
        field -> {
          switch (field) {
            case "uri" -> uri = JsonWalk.text(json);
            case "feature" -> document[0] = new FeatureReader(json).read();
            default -> {}
          }
        });
    documents.put(uri, document[0]);
  }

  /** A scenario's message. */
  void pickle(JsonParser json, MessageListener to) throws IOException {
    Fields fields = new Fields();
    JsonWalk.object(json, field -> fields.read(json, field));
    read = true;
    to.found(fields.id, fields.pickle(documents.getOrDefault(fields.uri, new FeatureDocument())));
  }

  private final class Fields {

    private final List<String> steps = new ArrayList<>();
    private final List<String> stepNodes = new ArrayList<>();
    private List<String> nodes = List.of();
    private String id = "";
    private String uri = "";
    private String name = "";

    void read(JsonParser json, String field) throws IOException {
      switch (field) {
        case "id" -> id = JsonWalk.text(json);
        case "uri" -> uri = shared(JsonWalk.text(json));
        case "name" -> name = shared(JsonWalk.text(json));
        case "astNodeIds" -> nodes = JsonWalk.texts(json);
        case "steps" -> JsonWalk.array(json, () -> step(json));
        default -> {}
      }
    }

    private void step(JsonParser json) throws IOException {
      String[] found = {"", ""};
      JsonWalk.object(
          json,
          field -> {
            switch (field) {
              case "text" -> found[0] = JsonWalk.text(json);
              case "astNodeIds" -> found[1] = JsonWalk.texts(json).stream().findFirst().orElse("");
              default -> {}
            }
          });
      steps.add(found[0]);
      stepNodes.add(found[1]);
    }

    Pickle pickle(FeatureDocument document) {
      FeatureDocument.Place place = document.place(nodes);
      String title = place.title().isEmpty() ? name : shared(place.title(name));
      for (int i = 0; i < steps.size(); i++) {
        steps.set(i, masked(document.keyword(stepNodes.get(i)) + steps.get(i)));
      }
      return new Pickle(
          uri, document.name(), place.rule(), name, place.line(), place.examples(), title, steps);
    }
  }

  private String masked(String step) {
    return texts.computeIfAbsent(step, Secrets::mask);
  }

  /** Scenarios of one file repeat each other's words. */
  private String shared(String text) {
    String known = texts.putIfAbsent(text, text);
    return known == null ? text : known;
  }
}
