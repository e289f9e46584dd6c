package dev.trestle.steps.core.messages;

import java.util.List;

/** Where messages are, such as a topic. */
public interface MessageSource {

  /** How a failure names it at its beginning, such as {@code Topic 'orders'}. */
  String title();

  /** All messages that are known by now, in the order in which they came. */
  List<Message> read();

  /**
   * Why nothing can have been seen at the last reading, such as that there is no such topic; empty
   * when it is there.
   */
  default String absence() {
    return "";
  }
}
