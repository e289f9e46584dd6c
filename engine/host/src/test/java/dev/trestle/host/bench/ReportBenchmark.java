package dev.trestle.host.bench;

import dev.trestle.host.report.AllureReport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the report of a folder and prints what it cost: {@code ReportBenchmark FOLDER [SCENARIOS]
 * [TIMES] [prepared]}; a folder that is not there is filled first and the JVM left.
 */
public final class ReportBenchmark {

  private ReportBenchmark() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    if (!Files.exists(folder)) {
      AllureFolder.write(folder, Integer.parseInt(arguments[1]));
      return;
    }
    int times = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
    if (arguments.length > 3) {
      AllureReport.prepare();
      System.out.printf("prepared, CPU of the process %d ms%n", cpuMillis());
    }
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      Path html = folder.resolveSibling(folder.getFileName() + "-report").resolve("index.html");
      AllureReport.write("Benchmark", folder, html);
      System.out.printf(
          "wall %d ms, CPU of the process %d ms, %d bytes%n",
          (System.nanoTime() - begin) / 1_000_000, cpuMillis(), Files.size(html));
    }
  }

  static long cpuMillis() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1_000_000;
  }
}
