package dev.trestle.host.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Makes conversations over HTTP/1.1, good and evil, from a seed. */
final class FuzzGenerator {

  private final Random random;
  private final FuzzMessages messages;
  private final FuzzConversation talk;

  private FuzzGenerator(long seed) {
    this.random = new Random(seed);
    this.messages = new FuzzMessages(random);
    this.talk = new FuzzConversation(random);
  }

  /** The conversation of a seed, always the same. */
  static FuzzConversation conversation(long seed) {
    FuzzGenerator generator = new FuzzGenerator(seed);
    generator.make();
    return generator.talk;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private void make() {
    if (chance(3)) {
      noHttp();
      return;
    }
    if (chance(10)) {
      talk.tell("slow reader").consumerReadsSlowly();
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      if (chance(25)) {
        pipeline();
      } else if (chance(15)) {
        early();
      } else {
        exchange();
      }
    }
    end();
  }

  /** Something else than HTTP, in which the provider may begin. */
  private void noHttp() {
    talk.tell("no HTTP");
    chatter(1 + random.nextInt(6));
    endInOrder();
  }

  private void chatter(int times) {
    for (int i = 0; i < times; i++) {
      if (chance(50)) {
        talk.consumerSays(messages.noise());
        talk.providerAwaits();
      } else {
        talk.providerSays(messages.noise());
        talk.consumerAwaits();
      }
    }
  }

  private void endInOrder() {
    talk.consumerAwaits();
    talk.providerAwaits();
    if (chance(50)) {
      talk.tell("consumer ends").consumerEnds();
    } else {
      talk.tell("provider ends").providerEnds();
    }
  }

  private void exchange() {
    FuzzMessages.Request request = messages.request(talk.isNew());
    talk.tell(request.story());
    if (request.expects() && chance(70)) {
      talk.consumerSays(request.head());
      talk.providerAwaits();
      talk.providerSays(text("HTTP/1.1 100 Continue\r\n\r\n"));
      talk.consumerAwaits();
      talk.consumerSays(request.body());
    } else {
      talk.consumerSays(request.all(), request.arrives());
    }
    talk.providerAwaits();
    answer(request.method());
    talk.consumerAwaits();
  }

  private void answer(String method) {
    while (chance(20)) {
      talk.tell("interim").providerSays(messages.interim());
    }
    FuzzMessages.Answer answer = messages.answer(method);
    talk.tell(answer.story()).providerSays(answer.all());
  }

  private void pipeline() {
    int count = 2 + random.nextInt(5);
    talk.tell("pipeline of " + count);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    FuzzMessages.Request[] requests = new FuzzMessages.Request[count];
    for (int i = 0; i < count; i++) {
      requests[i] = messages.plainRequest();
      all.writeBytes(requests[i].all());
    }
    talk.consumerSays(all.toByteArray());
    int left = all.size();
    for (FuzzMessages.Request request : requests) {
      left -= request.all().length;
      talk.providerAwaitsAllBut(left);
      answer(request.method());
    }
    talk.consumerAwaits();
  }

  /** The answer comes before the request is over. */
  private void early() {
    FuzzMessages.Request request = messages.upload();
    int part = random.nextInt(request.body().length);
    byte[] body = request.body();
    talk.tell("early answer").consumerSays(request.head());
    talk.consumerSays(Arrays.copyOf(body, part));
    talk.providerAwaits();
    answer(request.method());
    talk.consumerAwaits();
    talk.consumerSays(Arrays.copyOfRange(body, part, body.length));
    talk.providerAwaits();
  }

  private void end() {
    switch (random.nextInt(18)) {
      case 0 -> lastAnswerAfterConsumersEnd();
      case 1 -> endWithoutAnswer();
      case 2 -> brokenOffAnswer();
      case 3 -> brokenOffRequest();
      case 4 -> lingering();
      case 5 -> untilClose();
      case 6 -> upgrade();
      case 7 -> tunnel();
      case 8 -> cutByConsumer();
      case 9 -> cutByProvider();
      case 10 -> leave();
      case 11 -> endsInPipeline();
      case 12 -> closesInPipeline();
      case 13 -> refusedUpgrade();
      default -> endInOrder();
    }
  }

  private void lastAnswerAfterConsumersEnd() {
    FuzzMessages.Request request = messages.request(talk.isNew());
    talk.tell(request.story()).tell("consumer ends before the answer");
    talk.consumerSays(request.all(), request.arrives());
    talk.consumerEnds();
    talk.providerAwaits();
    answer(request.method());
    talk.providerEnds();
  }

  private void endWithoutAnswer() {
    FuzzMessages.Request request = messages.request(talk.isNew());
    talk.tell(request.story()).tell("provider ends without an answer");
    talk.consumerSays(request.all(), request.arrives());
    talk.providerAwaits();
    talk.providerEnds();
  }

  private void brokenOffAnswer() {
    FuzzMessages.Request request = messages.request(talk.isNew());
    byte[] all = messages.answer(request.method()).all();
    talk.tell(request.story()).tell("provider ends within the answer");
    talk.consumerSays(request.all(), request.arrives());
    talk.providerAwaits();
    talk.providerSays(Arrays.copyOf(all, random.nextInt(all.length)));
    talk.providerEnds();
  }

  private void brokenOffRequest() {
    FuzzMessages.Request request = messages.plainRequest();
    byte[] all = request.all();
    talk.tell("consumer ends within the request");
    talk.consumerSays(Arrays.copyOf(all, random.nextInt(all.length)));
    talk.consumerEnds();
    talk.providerAwaits();
    if (chance(50)) {
      talk.providerSays(text("HTTP/1.1 400 Bad Request\r\nContent-Length: 3\r\n\r\nbad"));
    }
    talk.providerEnds();
  }

  /** An answer before the request is over, after which the provider only reads, as nginx does. */
  private void lingering() {
    FuzzMessages.Request request = messages.upload();
    talk.tell("lingering close").consumerSays(request.head());
    talk.providerAwaits();
    talk.providerSays(
        text("HTTP/1.1 413 Too Large\r\nConnection: close\r\nContent-Length: 4\r\n\r\nmuch"));
    talk.providerEnds();
    if (chance(50)) {
      talk.consumerAwaits();
    }
    talk.consumerSays(request.body());
    talk.consumerAwaits();
    talk.consumerEnds();
  }

  private void untilClose() {
    FuzzMessages.Request request = messages.plainRequest();
    talk.tell("answer until the end").consumerSays(request.all());
    talk.providerAwaits();
    String version = chance(50) ? "HTTP/1.0" : "HTTP/1.1";
    talk.providerSays(text(version + " 200 OK\r\nA: b\r\n\r\n"));
    talk.providerSays(messages.noise());
    talk.providerEnds();
  }

  private void upgrade() {
    String ahead = chance(30) ? "ahead" : "";
    talk.tell("upgrade");
    talk.consumerSays(
        text(
            "GET /ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"
                + ahead));
    talk.providerAwaitsAllBut(ahead.length());
    talk.providerSays(text("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\nframe"));
    talk.consumerAwaits();
    chatter(random.nextInt(6));
    halfAndHalf();
  }

  private void tunnel() {
    talk.tell("tunnel").consumerSays(text("CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n"));
    talk.providerAwaits();
    talk.providerSays(text("HTTP/1.1 200 Connected\r\n\r\n"));
    talk.consumerAwaits();
    chatter(random.nextInt(6));
    halfAndHalf();
  }

  /** One direction ends, and the other goes on for a while. */
  private void halfAndHalf() {
    talk.consumerAwaits();
    talk.providerAwaits();
    if (chance(50)) {
      talk.consumerEnds();
      talk.providerSays(messages.noise());
      talk.providerEnds();
    } else {
      talk.providerEnds();
      talk.consumerSays(messages.noise());
      talk.consumerEnds();
    }
  }

  private void cutByConsumer() {
    FuzzMessages.Request request = messages.upload();
    talk.tell("consumer cuts");
    switch (random.nextInt(3)) {
      case 0 -> talk.consumerSays(request.head());
      case 1 -> talk.consumerSays(request.all());
      default -> talk.consumerAwaits();
    }
    talk.consumerCuts();
    talk.providerAwaits();
  }

  private void cutByProvider() {
    FuzzMessages.Request request = messages.plainRequest();
    byte[] answer = messages.answer(request.method()).all();
    talk.tell("provider cuts").consumerSays(request.all());
    talk.providerAwaits();
    if (chance(50)) {
      talk.providerSays(Arrays.copyOf(answer, random.nextInt(answer.length)));
    }
    talk.providerCuts();
  }

  private void leave() {
    FuzzMessages.Request request = messages.upload();
    talk.consumerSays(request.all());
    if (chance(50)) {
      talk.tell("consumer leaves").consumerLeaves();
      talk.providerAwaits();
      answer(request.method());
      talk.providerEnds();
    } else {
      talk.tell("provider leaves").providerLeaves();
    }
  }

  /** The provider ends after the first of several requests. */
  private void endsInPipeline() {
    FuzzMessages.Request first = messages.plainRequest();
    talk.tell("provider ends within a pipeline");
    talk.consumerSays(first.all());
    talk.providerAwaits();
    for (int i = random.nextInt(4); i > 0; i--) {
      talk.consumerSays(messages.plainRequest().all());
    }
    answer(first.method());
    talk.providerEnds();
    talk.consumerAwaits();
  }

  /** Several requests at once, of which the provider answers one and closes in good order. */
  private void closesInPipeline() {
    FuzzMessages.Request first = messages.plainRequest();
    talk.tell("close within a pipeline").consumerSays(first.all());
    talk.providerAwaits();
    talk.consumerSays(messages.plainRequest().all());
    talk.providerSays(text("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
    talk.providerEnds();
    talk.consumerAwaits();
  }

  /** An upgrade that the provider does not accept, after which both go on as before. */
  private void refusedUpgrade() {
    talk.tell("refused upgrade");
    talk.consumerSays(
        text("GET /ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"));
    talk.providerAwaits();
    answer("GET");
    talk.consumerAwaits();
    exchange();
    endInOrder();
  }

  private static byte[] text(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
