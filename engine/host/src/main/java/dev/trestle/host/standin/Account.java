package dev.trestle.host.standin;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** As whom PostgreSQL's programs run, which refuse to run as root. */
enum Account {

  /** As who runs the host. */
  OWN,

  /** In a user namespace of its own, where root is nobody. */
  NAMESPACE,

  /** As the user nobody, where containers forbid namespaces. */
  NOBODY;

  private static final String ROOT = "root";
  private static final int NOBODYS_ID = 65_534;
  private static final Path CACHE_FOR_ALL = Path.of("/var/cache/trestle");

  static Account current() {
    if (!System.getProperty("user.name").equals(ROOT)) {
      return OWN;
    }
    return LinuxUtils.isUnshareAvailable() ? NAMESPACE : NOBODY;
  }

  /** What comes before a command line. */
  List<String> prefix() {
    return switch (this) {
      case OWN -> List.of();
      case NAMESPACE -> List.of("unshare", "-U");
      case NOBODY -> List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
    };
  }

  /** The cache, in a place that the account can read. */
  Path cache(Path usual) {
    return this == NOBODY ? CACHE_FOR_ALL : usual;
  }

  /** Gives a folder with all in it to the account, and lets it get there. */
  void own(Path folder) throws IOException {
    if (this != NOBODY) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes)
              throws IOException {
            Files.setAttribute(visited, "unix:uid", NOBODYS_ID);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.setAttribute(file, "unix:uid", NOBODYS_ID);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Lets the account pass through a folder that it must not list. */
  void pass(Path folder) throws IOException {
    if (this == NOBODY) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }
  }
}
