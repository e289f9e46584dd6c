package dev.trestle.maven;

import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunEvent.RunAborted;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** What the end of a start means for the build. */
final class StartVerdict {

  private @Nullable RunAborted aborted;

  /** Takes note of an event. */
  void accept(RunEvent event) {
    if (event instanceof RunAborted end) {
      aborted = end;
    }
  }

  /** Fails the build when the environment is not up. */
  void conclude() throws MojoFailureException, MojoExecutionException {
    if (aborted == null) {
      return;
    }
    if (aborted.kind() == RunAborted.Kind.MACHINE) {
      throw new MojoExecutionException(aborted.message());
    }
    throw new MojoFailureException(aborted.message());
  }
}
