package dev.trestle.host.edge;

import dev.trestle.contract.HttpMessage;
import dev.trestle.host.contract.Call;
import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Interaction;
import dev.trestle.protocol.Protocol;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One request and its response while they pass, and afterwards. Safe for use by many threads. */
final class Exchange {

  /** What an exchange takes besides its texts, roughly and in bytes. */
  private static final int OVERHEAD = 1_000;

  private final Edge edge;
  private final Head request;
  private final String traceId;
  private final Instant startedAt = Instant.now();
  private final long begin = System.nanoTime();
  private final Capture requestBody = new Capture();
  private final Capture responseBody = new Capture();
  private @Nullable Head response;
  private String fault = "";
  private String whyUnchanged = "";
  private Fault.@Nullable Effect effect;
  private String scenario;
  private boolean requestWhole;
  private boolean responseWhole;
  private boolean madeHere;
  private boolean unchanged;
  private boolean gaveUp;
  private long end;

  Exchange(Edge edge, Head request) {
    this.edge = edge;
    this.request = request;
    this.traceId = Traceparent.scenario(request.fields().get(Protocol.TRACEPARENT));
    this.scenario = traceId;
  }

  Edge edge() {
    return edge;
  }

  Head request() {
    return request;
  }

  /** The scenario's trace id that the request carries, empty when it has none. */
  String traceId() {
    return traceId;
  }

  /** The trace id of the scenario that it is counted for, empty when that is not known. */
  synchronized String scenario() {
    return scenario;
  }

  /** It can only be that scenario's. */
  synchronized void belongsTo(String only) {
    scenario = only;
  }

  /** A fault will do something to it. */
  synchronized void isChangedBy(Fault.Effect by) {
    effect = by;
    fault = Told.of(by);
  }

  /** What happened, once it is over. */
  synchronized Outcome outcome() {
    Head answer = response;
    return Outcome.of(unchanged ? null : effect, gaveUp, answer == null ? 0 : answer.status());
  }

  /** Whether it had begun by a point of {@link System#nanoTime}. */
  boolean hadBegunBy(long nanos) {
    return begin - nanos <= 0;
  }

  /** Bytes of the request's body pass. */
  synchronized void requested(byte[] bytes, int offset, int length) {
    requestBody.add(bytes, offset, length);
  }

  /** The response's head passes. */
  synchronized void answered(Head head) {
    response = head;
  }

  /** Whether the response has begun. */
  synchronized boolean isAnswered() {
    return response != null;
  }

  /** Bytes of the response's body pass. */
  synchronized void answered(byte[] bytes, int offset, int length) {
    responseBody.add(bytes, offset, length);
  }

  /** All of the request has come. */
  synchronized void requestIsWhole() {
    requestWhole = true;
  }

  /** All of the response has come. */
  synchronized void responseIsWhole() {
    responseWhole = true;
  }

  /** What will be answered was made here, since the provider does not answer. */
  synchronized void isMadeHere() {
    madeHere = true;
  }

  /** Whether what is answered was made here. */
  synchronized boolean isOfHere() {
    return madeHere;
  }

  /** The consumer was kept waiting, for good or until it went. */
  synchronized void consumerGaveUp() {
    gaveUp = true;
  }

  /** What a fault did in the end. */
  synchronized void broken(String how) {
    fault = how;
  }

  /** A fault was meant for it and could do nothing. */
  synchronized void leftUnchanged(String why) {
    fault = "nothing was changed: " + why;
    whyUnchanged = why;
    unchanged = true;
  }

  /** Why the fault that was meant for it could do nothing. */
  synchronized String whyUnchanged() {
    return whyUnchanged;
  }

  /** Whether it began before a time of {@link System#nanoTime}. */
  boolean beganBefore(long nanos) {
    return begin - nanos < 0;
  }

  /** When it began, as {@link System#nanoTime} says. */
  long begin() {
    return begin;
  }

  /** Whether this very fault was meant for it and could do nothing. */
  synchronized boolean wasLeftBy(Fault.Effect by) {
    return effect == by && unchanged;
  }

  /** Whether it is over. */
  synchronized boolean isOver() {
    return end != 0;
  }

  /** It is over, with or without an answer; says whether it was not before. */
  synchronized boolean over() {
    boolean first = end == 0;
    end = first ? System.nanoTime() : end;
    return first;
  }

  /** What it takes to keep it, roughly and in bytes. */
  synchronized int size() {
    Head answer = response;
    return OVERHEAD
        + request.bytes().length * 3
        + (answer == null ? 0 : answer.bytes().length * 3)
        + requestBody.keptBytes()
        + responseBody.keptBytes();
  }

  /** Keeps of its bodies their lengths only; what they took, in bytes. */
  synchronized int letBodiesGo() {
    int bytes = requestBody.keptBytes() + responseBody.keptBytes();
    requestBody.letGo();
    responseBody.letGo();
    return bytes;
  }

  /** What of it can be held against a document. */
  synchronized Call call() {
    Head answer = isProvidersAnswer() ? response : null;
    return new Call(
        edge.consumer(),
        edge.provider(),
        edge.consumer().equals(Edge.TEST),
        scenario,
        request.method(),
        request.path(),
        message(request, requestBody, requestWhole),
        answer == null ? 0 : answer.status(),
        answer == null
            ? new HttpMessage(Map.of(), 0, null)
            : message(answer, responseBody, responseWhole),
        isUpgrade());
  }

  private boolean isProvidersAnswer() {
    boolean changed =
        effect != null
            && !unchanged
            && !(effect instanceof Fault.Delay)
            && !(effect instanceof Fault.Twice);
    return response != null && !madeHere && !changed && !isUpgrade();
  }

  private boolean isUpgrade() {
    Head answer = response;
    return (answer != null && answer.status() == 101) || request.method().equals("CONNECT");
  }

  private static HttpMessage message(Head head, Capture body, boolean whole) {
    return whole
        ? new HttpMessage(head.fields(), body.length(), body.whole(head.field("content-encoding")))
        : new HttpMessage(head.fields(), -1, null);
  }

  /** What is known of it by now. */
  synchronized Interaction interaction() {
    Head answer = response;
    return new Interaction(
        edge.consumer(),
        edge.provider(),
        request.method(),
        request.path(),
        new TreeMap<>(request.fields()),
        requestBody.text(request.field("content-encoding")),
        requestBody.length(),
        answer == null ? 0 : answer.status(),
        answer == null ? Map.of() : new TreeMap<>(answer.fields()),
        answer == null ? "" : responseBody.text(answer.field("content-encoding")),
        responseBody.length(),
        startedAt.toString(),
        ((end == 0 ? System.nanoTime() : end) - begin) / 1_000_000,
        fault);
  }
}
