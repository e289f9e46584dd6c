package dev.trestle.host.edge;

import dev.trestle.protocol.Fault;
import java.util.Optional;

/** What a proxy asks and tells about each exchange. */
interface EdgeWatch {

  /**
   * A request was received; its consumer may give up before there is an answer.
   *
   * @param exchange the request; what follows is told to it
   * @return the fault that changes it, if there is one; it counts as used
   */
  Optional<Fault.Effect> begun(Exchange exchange);

  /** An exchange is over, with or without an answer. */
  void ended(Exchange exchange);

  /** A consumer connects, whether the connection is taken or cut. */
  default void tried(Edge edge) {}

  /** A consumer sent something on an edge whose calls are not read. */
  default void passed(Edge edge) {}

  /** A consumer sent something that is not read on an edge over HTTP, for this reason. */
  default void unread(Edge edge, String why) {}
}
