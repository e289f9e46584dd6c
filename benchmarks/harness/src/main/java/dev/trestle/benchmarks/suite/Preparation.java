package dev.trestle.benchmarks.suite;

import dev.trestle.benchmarks.shop.ShopProcess;
import dev.trestle.benchmarks.stack.Stack;
import dev.trestle.benchmarks.stack.Stacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Compiles each stack's project and downloads what it needs, once. */
public final class Preparation {

  private final Bench bench;

  /** A preparation. */
  public Preparation(Bench bench) {
    this.bench = bench;
  }

  /** Prepares the stacks that changed since they were prepared; Trestle always. */
  public void prepare(List<Stack> stacks) throws IOException, InterruptedException {
    List<Stack> stale = stacks.stream().filter(stack -> !prepared(stack)).toList();
    if (stale.isEmpty()) {
      return;
    }
    try (ShopProcess shop = ShopProcess.start(bench.home())) {
      StackRun run = new StackRun(bench, shop);
      for (Stack stack : stale) {
        bench.log().say("Building " + stack.name());
        run.prepare(stack);
        Files.createDirectories(stamp(stack).getParent());
        Files.writeString(stamp(stack), bench.maven().repository());
      }
    }
  }

  private boolean prepared(Stack stack) {
    Path stamp = stamp(stack);
    try {
      return !stack.name().equals(Stacks.TRESTLE)
          && Files.exists(stamp)
          && Files.readString(stamp).equals(bench.maven().repository())
          && Files.isDirectory(stack.project().resolve("target")) == stack.works()
          && newestSource(stack.project()) < stamp.toFile().lastModified();
    } catch (IOException e) {
      return false;
    }
  }

  private Path stamp(Stack stack) {
    return bench.home().resolve("target/prepared").resolve(stack.name());
  }

  private static long newestSource(Path project) throws IOException {
    Path target = project.resolve("target");
    try (Stream<Path> files = Files.walk(project)) {
      return files
          .filter(file -> !file.startsWith(target) && Files.isRegularFile(file))
          .mapToLong(file -> file.toFile().lastModified())
          .max()
          .orElse(0);
    }
  }
}
