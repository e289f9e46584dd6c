package dev.trestle.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
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

/** Resolves the class paths of host and runner. */
@Named
final class ClassPathResolver {

  private static final String GROUP = "dev.trestle";
  private static final String LIBRARY = "trestle-step-library";

  private final RepositorySystem repositories;
  private final ProjectDependenciesResolver projects;

  @Inject
  ClassPathResolver(RepositorySystem repositories, ProjectDependenciesResolver projects) {
    this.repositories = repositories;
    this.projects = projects;
  }

  /** The engine of a version. */
  ResolvedClassPath host(MavenSession session, String version) throws MojoExecutionException {
    Resolution resolution = new Resolution(session.getRepositorySession());
    CollectRequest collect = new CollectRequest();
    collect.setRoot(new Dependency(artifact("trestle-host", version), "runtime"));
    collect.setRepositories(remotes(session));
    return new ResolvedClassPath(resolve(resolution.session(), collect), resolution.read());
  }

  /**
   * The project's test class path, with the step library where the project does not bring all of
   * it. Both are resolved together, so that one version of each library remains; of Cucumber, the
   * project's.
   */
  ResolvedClassPath runner(MavenSession session, MavenProject project, String version)
      throws MojoExecutionException, MojoFailureException {
    Resolution resolution = new Resolution(session.getRepositorySession());
    List<Path> classPath = new ArrayList<>();
    classPath.add(Path.of(project.getBuild().getTestOutputDirectory()));
    classPath.add(Path.of(project.getBuild().getOutputDirectory()));
    List<Dependency> own = projectDependencies(resolution.session(), project);
    Optional<String> refusal = CucumberVersions.refusal(own);
    if (refusal.isPresent()) {
      throw new MojoFailureException(refusal.get());
    }
    if (brings(own, LIBRARY)) {
      own.forEach(dependency -> classPath.add(dependency.getArtifact().getFile().toPath()));
    } else {
      CollectRequest collect = withLibrary(resolution.session(), session, project, version, own);
      classPath.addAll(resolve(resolution.session(), collect));
    }
    return new ResolvedClassPath(classPath, resolution.read());
  }

  private static boolean brings(List<Dependency> dependencies, String artifact) {
    return dependencies.stream()
        .map(Dependency::getArtifact)
        .anyMatch(it -> it.getGroupId().equals(GROUP) && it.getArtifactId().equals(artifact));
  }

  private List<Dependency> projectDependencies(
      RepositorySystemSession resolving, MavenProject project) throws MojoExecutionException {
    try {
      return projects
          .resolve(new DefaultDependencyResolutionRequest(project, resolving))
          .getResolvedDependencies();
    } catch (org.apache.maven.project.DependencyResolutionException e) {
      throw new MojoExecutionException(
          "The project's test class path could not be resolved.\n"
              + e.getMessage()
              + "\nLook at the dependencies in the POM of "
              + project.getName()
              + ".\nCorrect them, or build what is missing.",
          e);
    }
  }

  private CollectRequest withLibrary(
      RepositorySystemSession resolving,
      MavenSession session,
      MavenProject project,
      String version,
      List<Dependency> own)
      throws MojoExecutionException {
    CollectRequest collect = new CollectRequest();
    ArtifactTypeRegistry types = resolving.getArtifactTypeRegistry();
    project.getDependencies().stream()
        .map(dependency -> RepositoryUtils.toDependency(dependency, types))
        .forEach(collect::addDependency);
    DefaultArtifact library = artifact(LIBRARY, version);
    collect.addDependency(new Dependency(library, Artifact.SCOPE_COMPILE));
    if (project.getDependencyManagement() != null) {
      project.getDependencyManagement().getDependencies().stream()
          .map(dependency -> RepositoryUtils.toDependency(dependency, types))
          .forEach(collect::addManagedDependency);
    }
    CucumberVersions.managed(own, managed(resolving, session, library))
        .forEach(collect::addManagedDependency);
    collect.setRepositories(remotes(session));
    return collect;
  }

  /**
   * The versions that the library was built and tested with; without them Cucumber's version ranges
   * ask the network.
   */
  private List<Dependency> managed(
      RepositorySystemSession resolving, MavenSession session, DefaultArtifact library)
      throws MojoExecutionException {
    try {
      ArtifactDescriptorRequest request =
          new ArtifactDescriptorRequest(library, remotes(session), null);
      return repositories.readArtifactDescriptor(resolving, request).getManagedDependencies();
    } catch (ArtifactDescriptorException e) {
      throw unresolved(e);
    }
  }

  private List<Path> resolve(RepositorySystemSession resolving, CollectRequest collect)
      throws MojoExecutionException {
    try {
      return repositories
          .resolveDependencies(resolving, new DependencyRequest(collect, null))
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
