package dev.trestle.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/** The class paths of host and runner, resolved as Maven resolves a project's, and kept. */
@Named
final class ClassPaths {

  private final ClassPathResolver resolver;

  @Inject
  ClassPaths(ClassPathResolver resolver) {
    this.resolver = resolver;
  }

  /** The host's class path: the engine of the plugin's own version and nothing of the project's. */
  FileList host(MavenSession session, String version) throws MojoExecutionException {
    String question = ClassPathQuestion.host(session, version);
    Optional<FileList> known = known(session, "host.classpath", question);
    return known.isPresent()
        ? known.get()
        : cache(session).put("host.classpath", question, resolver.host(session, version));
  }

  /**
   * The runner's class path: the project's test class path, with the step library of the plugin's
   * own version where the project does not bring all of it.
   */
  List<String> runner(MavenSession session, MavenProject project, String version)
      throws MojoExecutionException, MojoFailureException {
    String question = ClassPathQuestion.runner(session, project, version);
    Optional<FileList> known = known(session, "runner.classpath", question);
    FileList files =
        known.isPresent()
            ? known.get()
            : cache(session)
                .put("runner.classpath", question, resolver.runner(session, project, version));
    return files.paths();
  }

  /** In a build of several modules, what is on a class path may be about to be built. */
  private static Optional<FileList> known(MavenSession session, String name, String question) {
    boolean asked = session.getRequest().isUpdateSnapshots() || session.getProjects().size() > 1;
    return asked ? Optional.empty() : cache(session).get(name, question);
  }

  private static ClassPathCache cache(MavenSession session) {
    return new ClassPathCache(
        Path.of(session.getCurrentProject().getBuild().getDirectory(), "trestle"));
  }
}
