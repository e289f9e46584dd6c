package dev.trestle.host.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * The files that a build may copy: those of its folder that no {@code .dockerignore} keeps out, and
 * the folders that are empty then.
 */
final class BuildContext {

  /** What a Dockerfile from elsewhere is called in the archive. */
  private static final String ELSEWHERE = ".dockerfile.trestle";

  private static final String IGNORE = ".dockerignore";

  private static final int BUFFER = 1 << 16;
  private static final int EXECUTABLE = 0755;
  private static final int PLAIN = 0644;

  private final TreeMap<String, Path> files = new TreeMap<>();
  private final String dockerfile;

  private BuildContext(String dockerfile) {
    this.dockerfile = dockerfile;
  }

  /**
   * Reads the folder.
   *
   * @param folder the folder
   * @param dockerfile the Dockerfile, which is in it even when it is ignored or from elsewhere
   */
  static BuildContext of(Path folder, Path dockerfile) throws IOException {
    BuildContext context =
        new BuildContext(dockerfile.startsWith(folder) ? name(folder, dockerfile) : ELSEWHERE);
    Ignored ignored = Ignored.of(folder, dockerfile);
    TreeMap<String, Path> folders = new TreeMap<>();
    Files.walkFileTree(folder, context.new Visitor(folder, ignored, folders));
    folders.descendingMap().forEach(context::addEmpty); // those within others first
    context.files.put(context.dockerfile, dockerfile);
    return context;
  }

  /** Where the Dockerfile is in the archive. */
  String dockerfile() {
    return dockerfile;
  }

  private void addEmpty(String name, Path folder) {
    String next = files.higherKey(name + "/");
    if (next == null || !next.startsWith(name + "/")) {
      files.put(name, folder);
    }
  }

  private final class Visitor extends SimpleFileVisitor<Path> {

    private final Path folder;
    private final Ignored ignored;
    private final Map<String, Path> folders;

    Visitor(Path folder, Ignored ignored, Map<String, Path> folders) {
      this.folder = folder;
      this.ignored = ignored;
      this.folders = folders;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
      if (visited.equals(folder)) {
        return FileVisitResult.CONTINUE;
      }
      String name = name(folder, visited);
      if (ignored.isClosed(name)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (!ignored.excludes(name)) {
        folders.put(name, visited);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = name(folder, file);
      // A socket or a pipe has no content to copy.
      if (!attributes.isOther() && !ignored.excludes(name)) {
        files.put(name, file);
      }
      return FileVisitResult.CONTINUE;
    }

    /** What stays out need not be readable. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (ignored.excludes(name(folder, file))) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }
  }

  /** Adds names, rights and contents to a digest. */
  void digest(MessageDigest digest) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (Map.Entry<String, Path> file : files.entrySet()) {
      String head = file.getKey() + " " + mode(file.getValue()) + " ";
      digest.update(head.getBytes(StandardCharsets.UTF_8));
      if (Files.isSymbolicLink(file.getValue())) {
        digest.update(link(file.getValue()).getBytes(StandardCharsets.UTF_8));
        continue;
      }
      if (Files.isDirectory(file.getValue())) {
        digest.update("folder\n".getBytes(StandardCharsets.UTF_8));
        continue;
      }
      digest.update(content(file.getValue(), buffer).getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * The size and two checksums. They tell apart what a developer changes, at many times the speed
   * of a secure digest, for which the host's compiler has no instructions: a system's libraries are
   * read at each start.
   */
  private static String content(Path file, byte[] buffer) throws IOException {
    CRC32 crc32 = new CRC32();
    CRC32C crc32c = new CRC32C();
    long size = 0;
    try (InputStream content = Files.newInputStream(file)) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        crc32.update(buffer, 0, read);
        crc32c.update(buffer, 0, read);
        size += read;
      }
    }
    return "%d %08x %08x\n".formatted(size, crc32.getValue(), crc32c.getValue());
  }

  /** Writes the archive that the engine takes. */
  void write(OutputStream out) throws IOException {
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
      for (Map.Entry<String, Path> file : files.entrySet()) {
        if (!file.getKey().equals(IGNORE) || !dockerfile.equals(ELSEWHERE)) {
          write(tar, file.getKey(), file.getValue());
        }
      }
      if (dockerfile.equals(ELSEWHERE)) {
        hideDockerfile(tar);
      }
    }
  }

  /** The engine reads this file and keeps what it names from the instructions of the Dockerfile. */
  private void hideDockerfile(TarArchiveOutputStream tar) throws IOException {
    Path own = files.get(IGNORE);
    String rules = own == null ? IGNORE : Files.readString(own);
    byte[] content = (rules + "\n" + ELSEWHERE + "\n").getBytes(StandardCharsets.UTF_8);
    TarArchiveEntry entry = new TarArchiveEntry(IGNORE);
    entry.setSize(content.length);
    entry.setMode(PLAIN);
    entry.setModTime(0);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  /** Without times and owners, so that the engine's own cache knows the same content again. */
  private static void write(TarArchiveOutputStream tar, String name, Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
      entry.setLinkName(link(file));
      tar.putArchiveEntry(entry);
    } else if (Files.isDirectory(file)) {
      TarArchiveEntry entry = new TarArchiveEntry(name + "/");
      entry.setMode(EXECUTABLE);
      entry.setModTime(0);
      tar.putArchiveEntry(entry);
    } else {
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(Files.size(file));
      entry.setMode(mode(file));
      entry.setModTime(0);
      tar.putArchiveEntry(entry);
      Files.copy(file, tar);
    }
    tar.closeArchiveEntry();
  }

  private static String link(Path file) throws IOException {
    return Files.readSymbolicLink(file).toString().replace('\\', '/');
  }

  private static int mode(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && Files.isExecutable(file)
        ? EXECUTABLE
        : PLAIN;
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }
}
