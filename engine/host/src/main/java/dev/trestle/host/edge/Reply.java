package dev.trestle.host.edge;

import java.util.List;
import java.util.Map;

/**
 * What the consumer is answered.
 *
 * @param status the HTTP status, 0 when the connection is cut instead
 * @param headers the headers that go to the consumer
 * @param body the body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; bytes pass through unread
record Reply(int status, Map<String, List<String>> headers, byte[] body) {

  static Reply none() {
    return new Reply(0, Map.of(), new byte[0]);
  }

  boolean isNone() {
    return status == 0;
  }
}
