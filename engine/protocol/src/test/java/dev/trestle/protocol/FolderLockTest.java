package dev.trestle.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

  @TempDir Path temporary;

  private Optional<FolderLock> take(Path folder) throws IOException {
    return FolderLock.take(folder, temporary.resolve("cache"));
  }

  @Test
  void one_has_it_at_a_time_and_gives_it_back() throws IOException {
    Path folder = temporary.resolve("project/target/trestle");
    try (FolderLock first = take(folder).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(take(folder)).isEmpty();
      assertThat(take(temporary.resolve("other/target/trestle"))).isPresent();
    }
    try (FolderLock next = take(folder).orElseThrow()) {
      assertThat(next).isNotNull();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_folder_is_the_same_by_whatever_path() throws IOException {
    Path folder = temporary.resolve("project/target/trestle");
    Files.createDirectories(temporary.resolve("project"));
    Path link = Files.createSymbolicLink(temporary.resolve("link"), temporary.resolve("project"));
    try (FolderLock first = take(link.resolve("target/trestle")).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(take(folder)).isEmpty();
      assertThat(take(folder.resolve("../trestle"))).isEmpty();
    }
  }

  @Test
  void a_clean_meanwhile_frees_nothing() throws IOException {
    Path folder = temporary.resolve("project/target/trestle");
    try (FolderLock first = take(folder).orElseThrow()) {
      assertThat(first).isNotNull();
      Files.delete(folder.resolve("busy.lock"));
      Files.delete(folder);

      assertThat(take(folder)).isEmpty();
    }
  }

  @Test
  void either_place_does_when_the_other_cannot_be_written() throws IOException {
    Path folder = temporary.resolve("project/target/trestle");
    Path noFolder = Files.createFile(temporary.resolve("file"));
    try (FolderLock first = FolderLock.take(folder, noFolder).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(FolderLock.take(folder, noFolder)).isEmpty();
    }
    Files.createDirectories(folder.resolve("busy.lock")); // is a folder
    try (FolderLock first = take(folder).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(take(folder)).isEmpty();
    }
    assertThatThrownBy(() -> FolderLock.take(folder, noFolder)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> take(noFolder.resolve("trestle"))).isInstanceOf(IOException.class);
  }

  @Test
  void it_is_waited_for_while_its_owner_ends() throws Exception {
    Path folder = temporary.resolve("project/target/trestle");
    FolderLock first = take(folder).orElseThrow();
    first.ending();
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<Optional<FolderLock>> next = threads.submit(() -> take(folder));
      assertThat(next.isDone()).isFalse();

      first.close();

      assertThat(next.get(30, TimeUnit.SECONDS)).isPresent();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_process_that_is_killed_has_it_no_more() throws Exception {
    Path folder = temporary.resolve("project/target/trestle");
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Holder.class.getName(),
                folder.toString(),
                temporary.resolve("cache").toString())
            .redirectErrorStream(true)
            .start();
    try {
      assertThat(holder.inputReader().readLine()).isEqualTo("held");
      assertThat(take(folder)).isEmpty();
    } finally {
      holder.destroyForcibly();
    }
    assumeThat(holder.waitFor(30, TimeUnit.SECONDS)).isTrue();

    assertThat(take(folder)).isPresent();
  }

  @Test
  void of_many_that_want_it_at_once_one_gets_it() throws Exception {
    Path folder = temporary.resolve("project/target/trestle");
    int wanting = 8;
    ExecutorService threads = Executors.newFixedThreadPool(wanting);
    try {
      for (int round = 0; round < 5; round++) {
        CyclicBarrier together = new CyclicBarrier(wanting);
        List<Callable<Optional<FolderLock>>> takes = new ArrayList<>();
        for (int i = 0; i < wanting; i++) {
          takes.add(
              () -> {
                together.await(30, TimeUnit.SECONDS);
                return take(folder);
              });
        }
        List<FolderLock> taken = new ArrayList<>();
        for (Future<Optional<FolderLock>> each : threads.invokeAll(takes)) {
          each.get().ifPresent(taken::add);
        }
        assertThat(taken).hasSize(1);
        taken.forEach(FolderLock::close);
      }
      assertThat(take(folder)).isPresent();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void those_that_only_look_at_the_same_moment_do_not_refuse_each_other() throws Exception {
    Path folder = temporary.resolve("project/target/trestle");
    int looking = 4;
    ExecutorService threads = Executors.newFixedThreadPool(looking);
    try {
      CyclicBarrier together = new CyclicBarrier(looking);
      List<Callable<Boolean>> looks = new ArrayList<>();
      for (int i = 0; i < looking; i++) {
        looks.add(
            () -> {
              boolean free = true;
              for (int round = 0; round < 10; round++) {
                together.await(30, TimeUnit.SECONDS);
                Optional<FolderLock> taken = take(folder);
                free &= taken.isPresent();
                taken.ifPresent(FolderLock::close);
              }
              return free;
            });
      }
      for (Future<Boolean> each : threads.invokeAll(looks)) {
        assertThat(each.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void what_the_holder_says_can_be_read_while_it_holds() throws Exception {
    Path folder = temporary.resolve("project/target/trestle");
    Path file = folder.resolve("busy.lock");
    FolderLock lock = take(folder).orElseThrow();
    try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
      // A lock is mandatory on Windows; so what is said lies outside of it.
      assertThat(other.size()).isPositive();
      try (FileLock said = other.tryLock(0, other.size(), false)) {
        assertThat(said).isNotNull();
      }
      assertThatThrownBy(other::tryLock).isInstanceOf(OverlappingFileLockException.class);
    }
    lock.close();
  }

  /** A process that has the lock until it is killed. */
  static final class Holder {

    private Holder() {}

    public static void main(String[] arguments) throws IOException {
      FolderLock lock = FolderLock.take(Path.of(arguments[0]), Path.of(arguments[1])).orElseThrow();
      System.out.println("held");
      int unused = System.in.read();
      lock.close();
    }
  }
}
