package dev.trestle.host.run;

import dev.trestle.host.bench.MessageStream;
import dev.trestle.host.report.JunitXml;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes the messages of a file and prints what it cost and what is left in memory: {@code
 * MessagesBenchmark FILE [SCENARIOS]}; a file that is not there is made first and the JVM left.
 */
public final class MessagesBenchmark {

  private MessagesBenchmark() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    if (!Files.exists(file)) {
      MessageStream.write(file, Integer.parseInt(arguments[1]));
      return;
    }
    Path junit = Path.of(arguments[0] + "-junit");
    long before = cpuNanos();
    FeatureProgress progress = new FeatureProgress(event -> {});
    JunitXml xml = new JunitXml("Benchmark", junit);
    RunMessages messages =
        new RunMessages(
            Path.of("/work/shop"), MachineLoad.here(2), xml, new AllureResults(junit), progress);
    try (InputStream in = Files.newInputStream(file)) {
      messages.receive(in);
    }
    xml.write(null);
    long cpu = cpuNanos() - before;
    System.gc();
    Runtime heap = Runtime.getRuntime();
    System.out.printf(
        "%d scenarios, CPU %d ms, %d us a scenario, %d KB used, %d KB heap%n",
        messages.results().size(),
        cpu / 1_000_000,
        cpu / 1_000 / Math.max(1, messages.results().size()),
        (heap.totalMemory() - heap.freeMemory()) / 1024,
        heap.totalMemory() / 1024);
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
