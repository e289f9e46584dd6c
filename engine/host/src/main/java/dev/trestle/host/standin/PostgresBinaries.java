package dev.trestle.host.standin;

import dev.trestle.host.session.ProcessTree;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked from the class path into the user's cache.
 *
 * @param account as whom they run
 * @param folder where {@code bin} is
 * @param cluster an empty database cluster to copy
 */
record PostgresBinaries(Account account, Path folder, Path cluster) {

  private static final long INITDB_MINUTES = 5;

  /** The super user of every cluster, whom local connections may be without a password. */
  static final String ADMIN = "trestle";

  static PostgresBinaries prepare(Account account, Path usualCache)
      throws IOException, InterruptedException {
    byte[] archive = archive();
    CRC32 checksum = new CRC32();
    checksum.update(archive);
    String name = "postgres-" + Long.toHexString(checksum.getValue());
    Path cache = account.cache(usualCache);
    Path programs =
        CacheFolder.entry(
            cache,
            name,
            folder -> {
              unpack(archive, folder);
              if (account == Account.NOBODY) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
              }
            });
    Path cluster =
        CacheFolder.entry(
            cache,
            name + "-cluster-" + account.name().toLowerCase(Locale.ROOT),
            folder -> initialise(account, programs, folder));
    return new PostgresBinaries(account, programs, cluster.resolve("data"));
  }

  /** The command line of one of the programs. */
  List<String> command(String program, String... arguments) {
    return command(account, folder, program, arguments);
  }

  private static List<String> command(
      Account account, Path folder, String program, String... arguments) {
    List<String> command = new ArrayList<>(account.prefix());
    command.add(folder.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static byte[] archive() throws IOException {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system = os.contains("mac") ? "Darwin" : os.contains("win") ? "Windows" : "Linux";
    String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    try (InputStream resource =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
      return resource.readAllBytes();
    }
  }

  private static void unpack(byte[] archive, Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, folder.resolve(entry.getName()).normalize());
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, target);
      target.toFile().setExecutable((entry.getMode() & 0100) != 0, false);
    }
  }

  private static void initialise(Account account, Path programs, Path folder)
      throws IOException, InterruptedException {
    account.own(folder);
    Path log = Files.createTempFile("initdb-", ".log"); // What it starts may outlive it.
    try {
      Process initdb =
          new ProcessBuilder(
                  command(
                      account,
                      programs,
                      "initdb",
                      "--pgdata=" + folder.resolve("data"),
                      "--username=" + ADMIN,
                      "--auth=trust",
                      "--encoding=UTF8",
                      "--locale=C",
                      "--wal-segsize=1",
                      "--no-sync",
                      "--no-instructions"))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      await(initdb, log);
    } finally {
      Files.deleteIfExists(log);
    }
  }

  private static void await(Process initdb, Path log) throws IOException, InterruptedException {
    boolean ended = false;
    try {
      ended = initdb.waitFor(INITDB_MINUTES, TimeUnit.MINUTES);
    } finally {
      if (!ended) {
        ProcessTree.kill(List.of(initdb.toHandle()));
      }
    }
    if (!ended || initdb.exitValue() != 0) {
      throw new IOException(
          (ended
                  ? "initdb ended with exit code " + initdb.exitValue()
                  : "initdb did not end within " + INITDB_MINUTES + " min")
              + ": "
              + Files.readString(log));
    }
  }
}
