package dev.trestle.cornershop.kit.testing;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** The child process of {@link TestBroker}: formats the storage, then is a Kafka broker. */
final class BrokerProcess {
  private static final String CLUSTER = "dHJlc3RsZS10ZXN0LWJrcg";

  private BrokerProcess() {}

  /** Runs until its standard input is closed; the argument is the broker's properties file. */
  public static void main(String[] args) throws ReflectiveOperationException {
    Path properties = Path.of(args[0]);
    Thread watch = new Thread(() -> endWithParent(properties.getParent()), "parent-watch");
    watch.setDaemon(true);
    watch.start();
    Method format =
        Class.forName("kafka.tools.StorageTool")
            .getMethod("execute", String[].class, PrintStream.class);
    format.invoke(
        null, new String[] {"format", "-t", CLUSTER, "-c", properties.toString()}, System.out);
    Method broker = Class.forName("kafka.Kafka").getMethod("main", String[].class);
    broker.invoke(null, (Object) new String[] {properties.toString()});
  }

  private static void endWithParent(Path folder) {
    try {
      while (System.in.read() >= 0) {
        System.out.println("the parent says something");
      }
      delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, java.io.IOException failure)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
