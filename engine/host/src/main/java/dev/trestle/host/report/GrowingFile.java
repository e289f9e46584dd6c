package dev.trestle.host.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Text that is put aside on disk, since it grows with the run, until a file is made of it. The disk
 * forgets it when this process is gone.
 */
final class GrowingFile {

  private final Path part;
  private final FileChannel channel;
  private final Writer writer;

  private GrowingFile(Path part) throws IOException {
    this.part = part;
    this.channel =
        FileChannel.open(
            part,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    this.writer = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
  }

  /** Text that belongs into a file. */
  static GrowingFile beside(Path file) {
    try {
      Files.createDirectories(file.getParent());
      return new GrowingFile(NewFile.beside(file));
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /** Adds text. */
  void append(String text) {
    try {
      writer.write(text);
    } catch (IOException e) {
      throw failed(part, e);
    }
  }

  /** Copies everything and is gone. */
  void moveTo(OutputStream out) throws IOException {
    writer.flush();
    channel.position(0);
    Channels.newInputStream(channel).transferTo(out);
    channel.close();
  }

  private static UncheckedIOException failed(Path file, IOException e) {
    return new UncheckedIOException(
        "The file '" + file + "' could not be written.\n" + e + "\nFree the file or the disk.", e);
  }
}
