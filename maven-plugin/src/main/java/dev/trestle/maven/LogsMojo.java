package dev.trestle.maven;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Prints the logs of the services and follows them until Ctrl-C or the end of the environment, with
 * secrets masked.
 *
 * @since 0.1.0
 */
@Mojo(name = "logs", threadSafe = true)
public final class LogsMojo extends TrestleMojo {

  private static final String SUFFIX = ".log";
  private static final long POLL_MILLIS = 200;

  /** What the folder holds besides the services' logs. */
  private static final List<String> OURS = List.of("host", "runner", "standby");

  /**
   * The services whose logs are shown; all when none is named.
   *
   * <p>Example: {@code -Dtrestle.services=cart,pricing}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.services")
  List<String> services;

  /**
   * Whether what is logged later is shown too; otherwise the goal ends with the last line.
   *
   * <p>Example: {@code -Dtrestle.follow=false}
   *
   * @since 0.1.0
   */
  @Parameter(property = "trestle.follow", defaultValue = "true")
  boolean follow;

  @Override
  void perform() throws MojoExecutionException, MojoFailureException {
    Path folder = trestleFolder().resolve("logs");
    try {
      ServiceLogs logs =
          new ServiceLogs(folder, shown(folder), new LogPrinter(System.out, isTerminal()));
      logs.print();
      Optional<LiveHost> live = LiveHost.find(trestleFolder());
      if (follow && live.isPresent()) {
        follow(logs, live.get().process());
      }
    } catch (IOException e) {
      throw new MojoExecutionException(
          "The logs cannot be read.\n"
              + e
              + "\nThey are in "
              + folder
              + ".\nMake them readable, or start the environment anew.",
          e);
    }
  }

  private void follow(ServiceLogs logs, ProcessHandle host) throws IOException {
    try {
      while (!hasEnded(host)) {
        logs.print();
      }
      logs.print();
      getLog().info("The environment has ended");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean hasEnded(ProcessHandle host) throws InterruptedException {
    try {
      host.onExit().get(POLL_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return true;
    }
  }

  private List<String> shown(Path folder) throws IOException, MojoFailureException {
    TreeSet<String> known = new TreeSet<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
        files.forEach(file -> known.add(name(file)));
      }
    }
    OURS.forEach(known::remove);
    List<String> named = Parameters.items(services);
    for (String wanted : named) {
      if (!known.contains(wanted)) {
        throw new MojoFailureException(
            "There is no log of a service '"
                + wanted
                + "'.\nThe services with a log are: "
                + known
                + ".\nTheir logs are in "
                + folder
                + ".\nName one of them in trestle.services, or start the environment first.");
      }
    }
    if (known.isEmpty()) {
      getLog().info("There are no logs yet; start the environment with mvn trestle:start");
    }
    return named.isEmpty() ? List.copyOf(known) : named;
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - SUFFIX.length());
  }
}
