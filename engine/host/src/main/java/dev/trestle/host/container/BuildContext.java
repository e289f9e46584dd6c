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
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** The files that a build may copy: those of its folder that no {@code .dockerignore} keeps out. */
final class BuildContext {

  private static final int BUFFER = 1 << 16;
  private static final int EXECUTABLE = 0755;
  private static final int PLAIN = 0644;

  private final Map<String, Path> files = new TreeMap<>();

  private BuildContext() {}

  /**
   * Reads the folder.
   *
   * @param folder the folder
   * @param dockerfile the Dockerfile, which is in it even when it is ignored
   */
  static BuildContext of(Path folder, Path dockerfile) throws IOException {
    BuildContext context = new BuildContext();
    Ignored ignored = Ignored.of(folder, dockerfile);
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
            boolean closed = !visited.equals(folder) && ignored.isClosed(name(folder, visited));
            return closed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = name(folder, file);
            if (!ignored.excludes(name)) {
              context.files.put(name, file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    context.files.put(name(folder, dockerfile), dockerfile);
    return context;
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
      digest.update((Files.size(file.getValue()) + "\n").getBytes(StandardCharsets.UTF_8));
      try (InputStream content = Files.newInputStream(file.getValue())) {
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
          digest.update(buffer, 0, read);
        }
      }
    }
  }

  /** Writes the archive that the engine takes. */
  void write(OutputStream out) throws IOException {
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
      for (Map.Entry<String, Path> file : files.entrySet()) {
        write(tar, file.getKey(), file.getValue());
      }
    }
  }

  /** Without times and owners, so that the engine's own cache knows the same content again. */
  private static void write(TarArchiveOutputStream tar, String name, Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
      entry.setLinkName(link(file));
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
