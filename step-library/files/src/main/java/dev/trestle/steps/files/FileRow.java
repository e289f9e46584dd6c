package dev.trestle.steps.files;

import org.jspecify.annotations.Nullable;

/** A row of a file. */
interface FileRow {

  /** The value of a column, null where there is none. */
  @Nullable Object value(String column);
}
