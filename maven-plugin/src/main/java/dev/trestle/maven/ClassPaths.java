package dev.trestle.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.ArtifactTypeRegistry;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** The class paths of host and runner, resolved as Maven resolves a project's. */
@Named
final class ClassPaths {

  private static final String GROUP = "dev.trestle";

  private final RepositorySystem repositories;

  @Inject
  ClassPaths(RepositorySystem repositories) {
    this.repositories = repositories;
  }

  /** The host's class path: the engine of the plugin's own version and nothing of the project's. */
  List<Path> host(MavenSession session, String version) throws MojoExecutionException {
    CollectRequest collect = new CollectRequest();
    collect.setRoot(new Dependency(artifact("trestle-host", version), "runtime"));
    collect.setRepositories(remotes(session));
    return resolve(session.getRepositorySession(), collect);
  }

  /**
   * The runner's class path: the project's test class path, with the step library of the plugin's
   * own version where the project brings none. Both are resolved together, so that one version of
   * each library remains.
   */
  List<Path> runner(MavenSession session, MavenProject project, String version)
      throws MojoExecutionException {
    if (bringsStepLibrary(project)) {
      return testClassPath(project);
    }
    List<Path> classPath = new ArrayList<>();
    classPath.add(Path.of(project.getBuild().getTestOutputDirectory()));
    classPath.add(Path.of(project.getBuild().getOutputDirectory()));
    classPath.addAll(
        resolve(session.getRepositorySession(), withLibrary(session, project, version)));
    return classPath;
  }

  private static boolean bringsStepLibrary(MavenProject project) {
    return project.getArtifacts().stream()
        .anyMatch(
            artifact ->
                artifact.getGroupId().equals(GROUP)
                    && artifact.getArtifactId().equals("trestle-steps-core"));
  }

  private static List<Path> testClassPath(MavenProject project) throws MojoExecutionException {
    try {
      return project.getTestClasspathElements().stream().map(Path::of).toList();
    } catch (DependencyResolutionRequiredException e) {
      throw new MojoExecutionException("The test class path is not resolved.", e);
    }
  }

  private CollectRequest withLibrary(MavenSession session, MavenProject project, String version)
      throws MojoExecutionException {
    CollectRequest collect = new CollectRequest();
    ArtifactTypeRegistry types = session.getRepositorySession().getArtifactTypeRegistry();
    project.getDependencies().stream()
        .map(dependency -> RepositoryUtils.toDependency(dependency, types))
        .forEach(collect::addDependency);
    DefaultArtifact library = artifact("trestle-step-library", version);
    collect.addDependency(new Dependency(library, Artifact.SCOPE_COMPILE));
    if (project.getDependencyManagement() != null) {
      project.getDependencyManagement().getDependencies().stream()
          .map(dependency -> RepositoryUtils.toDependency(dependency, types))
          .forEach(collect::addManagedDependency);
    }
    managed(session, library).forEach(collect::addManagedDependency);
    collect.setRepositories(remotes(session));
    return collect;
  }

  /**
   * The versions that the library was built and tested with; without them Cucumber's version ranges
   * ask the network.
   */
  private List<Dependency> managed(MavenSession session, DefaultArtifact library)
      throws MojoExecutionException {
    try {
      ArtifactDescriptorRequest request =
          new ArtifactDescriptorRequest(library, remotes(session), null);
      return repositories
          .readArtifactDescriptor(session.getRepositorySession(), request)
          .getManagedDependencies();
    } catch (ArtifactDescriptorException e) {
      throw unresolved(e);
    }
  }

  private List<Path> resolve(RepositorySystemSession session, CollectRequest collect)
      throws MojoExecutionException {
    try {
      return repositories
          .resolveDependencies(session, new DependencyRequest(collect, null))
          .getArtifactResults()
          .stream()
          .map(ArtifactResult::getArtifact)
          .filter(artifact -> artifact.getFile() != null)
          .map(artifact -> artifact.getFile().toPath())
          .toList();
    } catch (DependencyResolutionException e) {
      throw unresolved(e);
    }
  }

  private static DefaultArtifact artifact(String id, String version) {
    return new DefaultArtifact(GROUP, id, "jar", version);
  }

  /** Where the project's plugins and then its dependencies come from. */
  private static List<RemoteRepository> remotes(MavenSession session) {
    MavenProject project = session.getCurrentProject();
    List<RemoteRepository> remotes = new ArrayList<>(project.getRemotePluginRepositories());
    project.getRemoteProjectRepositories().stream()
        .filter(
            remote -> remotes.stream().noneMatch(known -> known.getUrl().equals(remote.getUrl())))
        .forEach(remotes::add);
    return remotes;
  }

  private static MojoExecutionException unresolved(Exception cause) {
    return new MojoExecutionException(
        "Trestle's own artifacts could not be resolved.\n"
            + cause.getMessage()
            + "\nLook at the repositories of your settings.xml and POM.\n"
            + "Make them serve these artifacts, or build Trestle with mvn install.",
        cause);
  }
}
