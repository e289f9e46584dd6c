package dev.trestle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An AsyncAPI document of version 2 or 3, https://www.asyncapi.com/docs/reference/specification.
 * Safe for use by many threads.
 */
public final class AsyncApi {

  private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*}");

  private final Document document;
  private final List<Channel> channels;
  private final MessageCheck messages;

  /**
   * A channel of the document.
   *
   * @param address the topic or queue, with variables in braces
   * @param messages what is sent there, one of these
   * @param matcher what the name of a topic must match
   */
  public record Channel(String address, List<Place> messages, Pattern matcher) {

    /** Whether a topic is one of it. */
    public boolean matches(String topic) {
      return matcher.matcher(topic).matches();
    }
  }

  private AsyncApi(Document document, boolean old) {
    this.document = document;
    this.channels = old ? channelsOf2() : channelsOf3();
    this.messages =
        new MessageCheck(
            document,
            new Schemas(document, Dialect.ASYNCAPI),
            document.root().path("defaultContentType").asText("application/json"));
  }

  /**
   * Reads a document.
   *
   * @throws DocumentException when it is none
   */
  public static AsyncApi read(Path file) {
    Document document = Document.read(file, "AsyncAPI");
    String version = document.root().path("asyncapi").asText("");
    if (!version.startsWith("2.") && !version.startsWith("3.")) {
      throw document.unreadable(
          "Its 'asyncapi' is '" + version + "'; versions 2 and 3 are understood.");
    }
    return new AsyncApi(document, version.startsWith("2."));
  }

  private List<Channel> channelsOf2() {
    List<Channel> found = new ArrayList<>();
    document
        .at("channels")
        .members()
        .forEach(
            (address, place) -> {
              Place channel = document.resolve(place);
              List<Place> sent = new ArrayList<>();
              for (String operation : List.of("publish", "subscribe")) {
                sent.addAll(choices(channel.at(operation).at("message")));
              }
              found.add(channel(topic(channel, address), sent));
            });
    return List.copyOf(found);
  }

  /** A message of version 2, or all of its {@code oneOf}. */
  private List<Place> choices(Place written) {
    Place message = document.resolve(written);
    Place choices = message.at("oneOf");
    List<Place> all = new ArrayList<>();
    for (int i = 0; i < choices.node().size(); i++) {
      all.add(document.resolve(choices.at(i)));
    }
    return choices.exists() || !message.exists() ? all : List.of(message);
  }

  private List<Channel> channelsOf3() {
    List<Channel> found = new ArrayList<>();
    Set<String> unsent = onlyHeard();
    document
        .at("channels")
        .members()
        .forEach(
            (name, place) -> {
              Place channel = document.resolve(place);
              if (unsent.contains(channel.pointer())) {
                return;
              }
              JsonNode address = channel.node().path("address");
              List<Place> sent =
                  channel.at("messages").members().values().stream()
                      .map(document::resolve)
                      .toList();
              found.add(
                  channel(topic(channel, address.isTextual() ? address.asText() : name), sent));
            });
    return List.copyOf(found);
  }

  /** The channels of version 3 that the application only receives from. */
  private Set<String> onlyHeard() {
    Set<String> sent = new HashSet<>();
    Set<String> heard = new HashSet<>();
    for (Place written : document.at("operations").members().values()) {
      Place operation = document.resolve(written);
      boolean sends = operation.text("action").equals("send");
      target(operation.at("channel")).ifPresent((sends ? sent : heard)::add);
      Place reply = document.resolve(operation.at("reply"));
      target(reply.at("channel")).ifPresent((sends ? heard : sent)::add);
    }
    heard.removeAll(sent);
    return heard;
  }

  private Optional<String> target(Place reference) {
    return document.find(reference.text("$ref")).map(document::resolve).map(Place::pointer);
  }

  /** The topic that the binding of a channel names, else its address. */
  private String topic(Place channel, String address) {
    String bound =
        document.resolve(document.resolve(channel.at("bindings")).at("kafka")).text("topic");
    return bound.isEmpty() ? address : bound;
  }

  private static Channel channel(String address, List<Place> messages) {
    StringBuilder regex = new StringBuilder();
    String[] literals = VARIABLE.split(address, -1);
    for (int i = 0; i < literals.length; i++) {
      regex.append(i == 0 ? "" : "[^/]+").append(Pattern.quote(literals[i]));
    }
    return new Channel(address, List.copyOf(messages), Pattern.compile(regex.toString()));
  }

  /** Where it was read. */
  public Path file() {
    return document.file();
  }

  /** The channel of a topic or queue; one without variables is meant before others. */
  public Optional<Channel> channel(String topic) {
    return channels.stream()
        .filter(channel -> channel.matches(topic))
        .min(
            Comparator.comparing(channel -> VARIABLE.matcher(channel.address()).results().count()));
  }

  /**
   * Checks a message.
   *
   * @param channel the channel that it was sent to
   * @param headers its headers
   * @param payload its payload as text; null when it is not known
   */
  public Fit check(Channel channel, Map<String, String> headers, @Nullable String payload) {
    return messages.check(channel.messages(), headers, payload);
  }
}
