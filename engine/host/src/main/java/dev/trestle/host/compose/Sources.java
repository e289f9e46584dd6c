package dev.trestle.host.compose;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files of one reading: their text, within bounds, and how messages name them. */
final class Sources {
  private static final int MAX_READINGS = 1000;
  private static final long MAX_BYTES = 1024 * 1024;

  private final Path project;
  private final Set<Path> read = new LinkedHashSet<>();
  private int readings;

  Sources(Path project) {
    this.project = project;
  }

  /** The Compose files that were read so far. */
  List<Path> read() {
    return List.copyOf(read);
  }

  /** The file as messages name it. */
  Path shown(Path file) {
    return Objects.equals(project.getRoot(), file.getRoot()) ? project.relativize(file) : file;
  }

  /** The text of a Compose file, named by the request or by another file. */
  String compose(Path file, @Nullable Field reference) {
    // Files that include others twice, which do the same, would be read without end.
    if (++readings > MAX_READINGS) {
      throw unreadable(
          file,
          reference,
          "Compose file",
          "is one too many: " + MAX_READINGS + " are the limit",
          "Include each file once.");
    }
    read.add(file);
    return text(file, reference, "Compose file");
  }

  /** The text of a file of variables. */
  String variables(Path file, @Nullable Field reference) {
    return text(file, reference, "env file");
  }

  private String text(Path file, @Nullable Field reference, String kind) {
    if (!Files.isRegularFile(file)) {
      throw unreadable(
          file, reference, kind, "does not exist", "Correct the path, or create the file.");
    }
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw unreadable(
            file,
            reference,
            kind,
            "is larger than " + MAX_BYTES + " bytes",
            "Split the file, or name another one.");
      }
      return decode(Files.readAllBytes(file));
    } catch (CharacterCodingException e) {
      throw unreadable(file, reference, kind, "is not UTF-8 text", "Save the file as UTF-8.");
    } catch (IOException e) {
      throw unreadable(
          file, reference, kind, "cannot be opened (" + e + ")", "Check the rights of the file.");
    }
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private ComposeException unreadable(
      Path file, @Nullable Field reference, String kind, String why, String advice) {
    String what = "the " + kind + " '" + shown(file).toString().replace('\\', '/') + "' " + why;
    String evidence = "Looked at: " + file;
    if (reference == null) {
      return Problem.of(
          capital(kind), shown(file), what, "Project directory: " + project, evidence, advice);
    }
    return reference.error(what, evidence, advice);
  }

  private static String capital(String kind) {
    return kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
  }
}
