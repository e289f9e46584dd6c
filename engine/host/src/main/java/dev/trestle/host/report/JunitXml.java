package dev.trestle.host.report;

import io.cucumber.junitxmlformatter.MessagesToJunitXmlWriter;
import io.cucumber.messages.types.Envelope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * JUnit XML, the format that CI servers read, from Cucumber Messages by Cucumber's own formatter.
 */
public final class JunitXml {

  /** The name of the file. */
  public static final String FILE = "TEST-trestle.xml";

  private JunitXml() {}

  /**
   * Writes one file, {@link #FILE}.
   *
   * @param suite the test suite's name
   * @param messages every message of the run, whole
   * @param folder where the file goes
   */
  public static void write(String suite, List<Envelope> messages, Path folder) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MessagesToJunitXmlWriter writer =
        MessagesToJunitXmlWriter.builder().testSuiteName(suite).build(out)) {
      for (Envelope message : messages) {
        writer.write(message);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    AtomicFile.write(folder.resolve(FILE), out.toByteArray());
  }
}
