package dev.trestle.host.contract;

import dev.trestle.contract.DocumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Documents that have been read, until their files change. Safe for use by many threads.
 *
 * @param <T> what a document is
 */
public final class Documents<T> {

  private final Function<Path, T> reader;
  private final Map<Path, Read<T>> read = new HashMap<>();

  private record Stamp(long size, long modified) {

    static Stamp of(Path file) {
      try {
        return new Stamp(Files.size(file), Files.getLastModifiedTime(file).toMillis());
      } catch (IOException e) {
        return new Stamp(-1, -1); // The reader says what is wrong with it.
      }
    }
  }

  private record Read<T>(Stamp stamp, T document) {}

  /**
   * None are read yet.
   *
   * @param reader reads a file or throws {@link DocumentException}
   */
  public Documents(Function<Path, T> reader) {
    this.reader = reader;
  }

  /**
   * The document of a file as it is now.
   *
   * @throws DocumentException when it cannot be read
   */
  public synchronized T of(Path file) {
    Stamp stamp = Stamp.of(file);
    Read<T> known = read.get(file);
    if (known == null || !known.stamp().equals(stamp)) {
      known = new Read<>(stamp, reader.apply(file));
      read.put(file, known);
    }
    return known.document();
  }
}
