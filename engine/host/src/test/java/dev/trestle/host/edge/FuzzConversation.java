package dev.trestle.host.edge;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A generated conversation: what each side does, and what arrives when nothing is cut. Each side
 * waits for what the other has said up to then, never for half of a head and never for a request
 * before the answer to the one before, which an edge holds back.
 */
final class FuzzConversation {

  final List<FuzzStep> consumer = new ArrayList<>();
  final List<FuzzStep> provider = new ArrayList<>();
  final StringBuilder story = new StringBuilder();
  private final ByteArrayOutputStream fromConsumer = new ByteArrayOutputStream();
  private final ByteArrayOutputStream fromConsumerThroughEdge = new ByteArrayOutputStream();
  private final ByteArrayOutputStream fromProvider = new ByteArrayOutputStream();
  private final Random random;
  private boolean cut;
  private boolean left;

  FuzzConversation(Random random) {
    this.random = random;
  }

  /** Whether nothing was said, so that the edge still reads along. */
  boolean isNew() {
    return fromConsumer.size() == 0 && fromProvider.size() == 0;
  }

  /** Whether a side cuts it, so that the other may hear less than was said. */
  boolean isCut() {
    return cut;
  }

  /** Whether it is a matter of time whether the other side sees an end or a reset. */
  boolean isLeft() {
    return left;
  }

  byte[] toProvider(boolean throughEdge) {
    return (throughEdge ? fromConsumerThroughEdge : fromConsumer).toByteArray();
  }

  byte[] toConsumer() {
    return fromProvider.toByteArray();
  }

  FuzzConversation tell(String what) {
    story.append(what).append("; ");
    return this;
  }

  void consumerSays(byte[] bytes) {
    consumerSays(bytes, bytes);
  }

  void consumerSays(byte[] bytes, byte[] arrives) {
    consumer.add(send(bytes));
    fromConsumer.writeBytes(bytes);
    fromConsumerThroughEdge.writeBytes(arrives);
  }

  void providerSays(byte[] bytes) {
    provider.add(send(bytes));
    fromProvider.writeBytes(bytes);
  }

  private FuzzStep send(byte[] bytes) {
    int[] pieces = new int[1 + random.nextInt(4)];
    int most =
        switch (random.nextInt(4)) {
          case 0 -> 3;
          case 1 -> 200;
          default -> 1 << 20;
        };
    for (int i = 0; i < pieces.length; i++) {
      pieces[i] = 1 + random.nextInt(bytes.length > 20_000 ? Math.max(most, 2_000) : most);
    }
    return new FuzzStep.Send(bytes, pieces, random.nextInt(3) == 0);
  }

  void providerAwaits() {
    providerAwaitsAllBut(0);
  }

  void providerAwaitsAllBut(int last) {
    provider.add(
        new FuzzStep.Await(fromConsumer.size() - last, fromConsumerThroughEdge.size() - last));
  }

  void consumerAwaits() {
    consumer.add(new FuzzStep.Await(fromProvider.size(), fromProvider.size()));
  }

  void consumerEnds() {
    consumer.add(new FuzzStep.HalfClose());
  }

  void providerEnds() {
    provider.add(new FuzzStep.HalfClose());
  }

  void consumerLeaves() {
    cut = true;
    left = true;
    consumer.add(new FuzzStep.Leave());
  }

  void providerLeaves() {
    cut = true;
    left = true;
    provider.add(new FuzzStep.Leave());
  }

  void consumerReadsSlowly() {
    consumer.add(new FuzzStep.ReadSlowly());
  }

  void consumerCuts() {
    cut = true;
    consumer.add(new FuzzStep.Reset());
  }

  void providerCuts() {
    cut = true;
    provider.add(new FuzzStep.Reset());
  }
}
