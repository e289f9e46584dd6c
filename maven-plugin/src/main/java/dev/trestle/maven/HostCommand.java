package dev.trestle.maven;

import dev.trestle.protocol.ClassDataArchive;
import dev.trestle.protocol.mask.SecretNames;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a virtual machine on the host's class path.
 *
 * @param java the Java executable
 * @param classPath the host's class path
 * @param folder {@code target/trestle}
 * @param stays whether the host outlives this build
 * @param secrets names of secrets besides the known ones, separated by commas
 */
record HostCommand(
    String java, List<String> classPath, Path folder, boolean stays, String secrets) {

  private static final String MAIN = "dev.trestle.host.server.HostMain";

  /**
   * Neither Ctrl-C nor the end of the terminal may reach the host, or its services end before the
   * run does; it ends in good order when its standard input does. A session of its own where there
   * is {@code setsid}, as on Linux; elsewhere, as on macOS, the two signals are ignored, which is
   * inherited by all that the host starts.
   */
  private static final String DETACH =
      "if command -v setsid >/dev/null 2>&1; then exec setsid \"$@\"; fi; trap '' HUP INT; exec"
          + " \"$@\"";

  /** The class-data archive; only who ends the host can keep what it writes at its end. */
  ClassDataArchive archive() {
    ClassDataArchive archive =
        ClassDataArchive.of(
                Path.of(java),
                classPath.stream().map(Path::of).toList(),
                List.of(),
                ClassDataArchive.folder())
            .unlessThrownAway(System.getenv());
    return stays ? archive.asItIs() : archive;
  }

  /** Starts the host; its standard error goes to a file. */
  Process start(Path log, ClassDataArchive archive) throws IOException {
    List<String> command = new ArrayList<>();
    if (File.separatorChar == '/') {
      command.addAll(List.of("/bin/sh", "-c", DETACH, "trestle-host"));
    }
    command.addAll(java(MAIN, archive.arguments()));
    Files.createDirectories(log.getParent());
    ProcessBuilder builder = new ProcessBuilder(command);
    // Allure's generator embeds an analytics script unless this is set.
    builder.environment().put("ALLURE_NO_ANALYTICS", "true");
    return builder.redirectError(log.toFile()).start();
  }

  /** The command that runs a main class of the host, with more arguments for its machine. */
  List<String> java(String main, List<String> more) throws IOException {
    Files.createDirectories(folder);
    Path arguments = folder.resolve("host.args");
    String joined = String.join(File.pathSeparator, classPath);
    Files.writeString(arguments, "-cp\n\"" + joined.replace("\\", "\\\\") + "\"\n");
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms48m", "-Xshare:auto"));
    command.addAll(more);
    if (!secrets.isEmpty()) {
      command.add("-D" + SecretNames.PROPERTY + "=" + secrets);
    }
    command.addAll(List.of("@" + arguments, main));
    return command;
  }
}
