package dev.trestle.host.contract;

import dev.trestle.contract.AsyncApi;
import dev.trestle.contract.Fit;
import dev.trestle.contract.Problem;
import dev.trestle.host.contract.Checked.Extent;
import dev.trestle.host.topic.TopicMessage;
import dev.trestle.protocol.Protocol;
import java.util.ArrayList;
import java.util.List;

/** Checks messages by the AsyncAPI document of who publishes them. */
final class MessageChecks {

  private final MessageContract contract;
  private final AsyncApi api;

  MessageChecks(MessageContract contract, AsyncApi api) {
    this.contract = contract;
    this.api = api;
  }

  /** Who publishes. */
  String provider() {
    return contract.provider();
  }

  /** Whether the document describes a topic. */
  boolean covers(String topic) {
    return api.channel(topic).isPresent();
  }

  /** What a test sends may be wrong on purpose. */
  Checked of(TopicMessage message) {
    AsyncApi.Channel channel = api.channel(message.topic()).orElseThrow();
    if (message.headers().containsKey(Protocol.TEST_MESSAGE)) {
      return Checked.nothing();
    }
    Fit fit = api.check(channel, message.headers(), message.payload());
    List<Violation> violations = new ArrayList<>();
    for (Problem problem : fit.problems()) {
      violations.add(
          new Violation(
              contract.consumer(),
              contract.provider(),
              "publish " + channel.address(),
              "message",
              0,
              problem,
              api.file()));
    }
    return new Checked(fit.whole() ? Extent.WHOLE : Extent.PART, violations);
  }
}
