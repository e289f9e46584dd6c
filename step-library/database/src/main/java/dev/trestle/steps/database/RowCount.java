package dev.trestle.steps.database;

/**
 * How many rows there are to be.
 *
 * @param least at least so many
 * @param most at most so many
 */
record RowCount(int least, int most) {

  static final RowCount SOME = new RowCount(1, Integer.MAX_VALUE);
  static final RowCount NONE = new RowCount(0, 0);

  static RowCount atLeast(int count) {
    return new RowCount(count, Integer.MAX_VALUE);
  }

  static RowCount exactly(int count) {
    return new RowCount(count, count);
  }

  boolean allows(int count) {
    return count >= least && count <= most;
  }

  /** As a message says it. */
  @Override
  public String toString() {
    if (least == most) {
      return String.valueOf(least);
    }
    return most == Integer.MAX_VALUE ? "at least " + least : "at most " + most;
  }
}
