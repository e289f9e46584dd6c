package dev.trestle.host.compose;

/** What a tag asks of the merge of files. */
enum Directive {
  /** Nothing: the rules of Compose. */
  MERGE,
  /** {@code !reset}: the value of the earlier file goes. */
  RESET,
  /** {@code !override}: this value replaces the one of the earlier file. */
  OVERRIDE
}
