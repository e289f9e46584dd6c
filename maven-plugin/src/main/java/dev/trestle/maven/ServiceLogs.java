package dev.trestle.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The logs of several services, read as they grow. */
final class ServiceLogs {

  private final Map<String, GrowingFile> files = new LinkedHashMap<>();
  private final LogPrinter printer;

  /**
   * Logs that nothing was read of yet.
   *
   * @param folder where they are
   * @param services whose they are
   * @param printer shows them
   */
  ServiceLogs(Path folder, List<String> services, LogPrinter printer) {
    services.forEach(name -> files.put(name, new GrowingFile(folder.resolve(name + ".log"))));
    this.printer = printer;
    printer.align(services);
  }

  /** Shows the lines that came since the last time. */
  void print() throws IOException {
    for (Map.Entry<String, GrowingFile> file : files.entrySet()) {
      file.getValue().newLines().forEach(line -> printer.print(file.getKey(), line));
    }
  }
}
