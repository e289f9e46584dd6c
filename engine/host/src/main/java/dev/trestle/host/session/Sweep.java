package dev.trestle.host.session;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cleans up after dead hosts. */
final class Sweep {

  private static final Duration GRACE = Duration.ofSeconds(3);

  /** A host writes its id right after it made its folder. */
  private static final Duration UNFINISHED = Duration.ofMinutes(1);

  private final Path parent;
  private final Session.EngineSweep engines;

  Sweep(Path parent, Session.EngineSweep engines) {
    this.parent = parent;
    this.engines = engines;
  }

  int run() {
    return (int) sessions().stream().filter(this::isSwept).count();
  }

  private boolean isSwept(Path folder) {
    try {
      if (!isOwn(folder) || !isDead(folder)) {
        return false;
      }
      end(folder);
      return true;
    } catch (IOException e) {
      return false; // another host sweeps the same folder; what is left is for the next start
    }
  }

  private List<Path> sessions() {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, Session.PREFIX + "*")) {
      folders.forEach(found::add);
    } catch (IOException e) {
      return List.of();
    }
    return found;
  }

  /** Whoever else can write here must not be able to name processes for us to end. */
  private static boolean isOwn(Path folder) throws IOException {
    UserPrincipal me =
        folder
            .getFileSystem()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(System.getProperty("user.name"));
    return !Files.isSymbolicLink(folder)
        && Files.isDirectory(folder)
        && Files.getOwner(folder).equals(me);
  }

  private static boolean isDead(Path folder) throws IOException {
    Path file = folder.resolve(Session.HOST);
    if (!Files.exists(file) || isElsewhere(folder)) {
      return false; // not a session, one that is just being made, or one of another container
    }
    String content = Files.readString(file);
    List<RecordedProcess> host =
        content.lines().map(RecordedProcess::parse).flatMap(Optional::stream).toList();
    if (host.isEmpty() && content.endsWith("\n")) {
      return false; // a version of Trestle that writes something else; its host may well live
    }
    if (host.isEmpty()) {
      // A file's time is the machine's, so it is not a wait that is measured here.
      Instant made = Files.getLastModifiedTime(file).toInstant();
      return made.plus(UNFINISHED).isBefore(Instant.now());
    }
    return host.get(0).find().isEmpty();
  }

  /** Whether the ids of its processes mean nothing here. */
  private static boolean isElsewhere(Path folder) throws IOException {
    Path file = folder.resolve(Session.NAMESPACE);
    return Files.exists(file) && !Files.readString(file).equals(Session.namespace());
  }

  private void end(Path folder) throws IOException {
    List<ProcessHandle> left = new ArrayList<>(Strays.of(folder));
    read(folder.resolve(Session.PROCESSES)).forEach(known -> known.find().ifPresent(left::add));
    ProcessTree.end(left, GRACE);
    Path engine = folder.resolve(Session.ENGINE);
    if (Files.exists(engine)) {
      // An engine that is down now is swept by label when it is used again.
      engines.run(Files.readString(engine), folder.getFileName().toString());
    }
    Folders.delete(MemoryFolder.of(folder));
    Folders.delete(folder);
  }

  private static List<RecordedProcess> read(Path file) throws IOException {
    return Files.exists(file)
        ? Files.readAllLines(file).stream()
            .flatMap(line -> RecordedProcess.parse(line).stream())
            .toList()
        : List.of();
  }
}
