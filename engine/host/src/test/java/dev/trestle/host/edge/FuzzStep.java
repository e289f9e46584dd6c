package dev.trestle.host.edge;

/** What one side of a generated conversation does next. */
sealed interface FuzzStep {

  /** Sends bytes, in pieces of the given sizes over and over, with a pause after some of them. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Send(byte[] bytes, int[] pieces, boolean pauses) implements FuzzStep {}

  /** Waits until so much has come in all, directly or through an edge, or no more can come. */
  record Await(int direct, int throughEdge) implements FuzzStep {}

  /** Sends no more. */
  record HalfClose() implements FuzzStep {}

  /** Cuts the connection. */
  record Reset() implements FuzzStep {}

  /** Closes the connection, whatever is still to come. */
  record Leave() implements FuzzStep {}

  /** Does nothing for a moment. */
  record Pause() implements FuzzStep {}

  /** Reads slowly from now on. */
  record ReadSlowly() implements FuzzStep {}
}
