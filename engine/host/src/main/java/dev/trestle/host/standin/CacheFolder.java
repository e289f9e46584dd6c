package dev.trestle.host.standin;

import dev.trestle.host.session.Folders;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A user's folder for what is costly to make and may be deleted at any time. */
public final class CacheFolder {

  /** Makes an entry of the cache. */
  @FunctionalInterface
  interface Maker {
    /** Fills an empty folder. */
    void fill(Path folder) throws IOException, InterruptedException;
  }

  private CacheFolder() {}

  /**
   * Trestle's folder in the user's cache.
   *
   * @param environment the variables of the process, of which {@code XDG_CACHE_HOME} counts
   * @param home the user's home
   */
  public static Path locate(Map<String, String> environment, Path home) {
    @Nullable String cache = environment.get("XDG_CACHE_HOME");
    Path root = cache == null || cache.isBlank() ? home.resolve(".cache") : Path.of(cache);
    return root.resolve("trestle");
  }

  /**
   * An entry of the cache, made if it is not there; several hosts may ask at once.
   *
   * @param cache Trestle's folder in the cache
   * @param name the entry's name, which changes with its content
   * @param maker makes it
   */
  static Path entry(Path cache, String name, Maker maker) throws IOException, InterruptedException {
    Path entry = cache.resolve(name);
    if (Files.isDirectory(entry)) {
      return entry;
    }
    Files.createDirectories(cache);
    Path made = Files.createTempDirectory(cache, name + ".");
    try {
      maker.fill(made);
      Files.move(made, entry, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(entry)) {
        throw e;
      }
      // Another host was faster; both made the same.
    } finally {
      Folders.delete(made);
    }
    return entry;
  }
}
