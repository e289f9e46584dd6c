package dev.trestle.maven;

import dev.trestle.protocol.JsonException;
import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.Swept;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Ends the processes, and removes the files, containers, networks and volumes, that killed hosts of
 * any project left on this machine. Environments that are up are left alone.
 *
 * @since 0.1.0
 */
@Mojo(name = "clean", threadSafe = true)
public final class CleanMojo extends TrestleMojo {

  private static final String MAIN = "dev.trestle.host.server.CleanMain";

  @Override
  void perform() throws MojoExecutionException {
    Path folder = trestleFolder();
    HostLog log = new HostLog(folder.resolve("logs").resolve("clean.log"));
    try {
      Swept swept = JsonRecords.read(sweep(log), Swept.class);
      if (LiveHost.find(folder).isEmpty()) {
        Files.deleteIfExists(folder.resolve("host.json"));
      }
      getLog()
          .info(
              swept.hosts() == 0
                  ? "There was nothing to clean up"
                  : "Cleaned up after "
                      + swept.hosts()
                      + (swept.hosts() == 1 ? " killed host" : " killed hosts"));
    } catch (IOException | JsonException e) {
      throw log.notStarted(e.toString());
    }
  }

  private String sweep(HostLog log) throws IOException, MojoExecutionException {
    HostCommand command = hostCommand(engine(), false);
    Files.createDirectories(log.file().getParent());
    Process process =
        new ProcessBuilder(command.java(MAIN, command.archive().asItIs().arguments()))
            .redirectError(log.file().toFile())
            .start();
    process.getOutputStream().close();
    try (InputStream out = process.getInputStream()) {
      return new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
