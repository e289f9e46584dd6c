package dev.trestle.maven;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.repository.RemoteRepository;

/** All that a class path depends on besides the files of the repository, on one line. */
final class ClassPathQuestion {

  private ClassPathQuestion() {}

  static String host(MavenSession session, String version) {
    return String.join(" ", version, repositories(session));
  }

  static String runner(MavenSession session, MavenProject project, String version) {
    DependencyManagement managed = project.getDependencyManagement();
    List<Dependency> management = managed == null ? List.of() : managed.getDependencies();
    return String.join(
        " ",
        version,
        repositories(session),
        project.getBuild().getTestOutputDirectory(),
        project.getBuild().getOutputDirectory(),
        dependencies(project.getDependencies()),
        dependencies(management));
  }

  private static String repositories(MavenSession session) {
    MavenProject project = session.getCurrentProject();
    Stream<RemoteRepository> remotes =
        Stream.concat(
            project.getRemotePluginRepositories().stream(),
            project.getRemoteProjectRepositories().stream());
    return session.getLocalRepository().getBasedir()
        + " "
        + session.getSystemProperties().getProperty("maven.version")
        + " "
        + System.getProperty("java.version")
        + remotes
            .map(remote -> " " + remote.getId() + "=" + remote.getUrl())
            .collect(Collectors.joining());
  }

  private static String dependencies(List<Dependency> dependencies) {
    return dependencies.stream()
        .map(ClassPathQuestion::text)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String text(Dependency dependency) {
    return String.join(
        ":",
        dependency.getManagementKey(),
        dependency.getVersion(),
        String.valueOf(dependency.getScope()),
        String.valueOf(dependency.getOptional()),
        String.valueOf(dependency.getSystemPath()),
        dependency.getExclusions().stream()
            .map(excluded -> excluded.getGroupId() + "/" + excluded.getArtifactId())
            .collect(Collectors.joining("+")));
  }
}
