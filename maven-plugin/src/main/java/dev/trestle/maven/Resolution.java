package dev.trestle.maven;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryEvent;
import org.eclipse.aether.RepositoryListener;
import org.eclipse.aether.RepositorySystemSession;

/** A session of the resolver that notes every file it reads. */
final class Resolution {

  private final Collection<Path> read = new ConcurrentLinkedQueue<>();
  private final RepositorySystemSession session;

  Resolution(RepositorySystemSession original) {
    DefaultRepositorySystemSession copy = new DefaultRepositorySystemSession(original);
    copy.setRepositoryListener(listener(original.getRepositoryListener()));
    // What Maven has in memory it would not read again, and so it would not be noted.
    copy.setCache(new DefaultRepositoryCache());
    this.session = copy;
  }

  /** The session to resolve with. */
  RepositorySystemSession session() {
    return session;
  }

  /** The files that were read so far. */
  Collection<Path> read() {
    return read.stream().distinct().toList();
  }

  /** By a proxy, since listeners have one method for each of many events. */
  private RepositoryListener listener(RepositoryListener original) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().equals("artifactResolved")) {
            note((RepositoryEvent) arguments[0]);
          }
          if (method.getDeclaringClass() == Object.class) {
            return method.invoke(this, arguments);
          }
          try {
            return original == null ? null : method.invoke(original, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return (RepositoryListener)
        Proxy.newProxyInstance(
            Resolution.class.getClassLoader(), new Class<?>[] {RepositoryListener.class}, handler);
  }

  private void note(RepositoryEvent event) {
    if (event.getFile() != null) {
      read.add(event.getFile().toPath());
    } else if (event.getArtifact() != null && event.getArtifact().getFile() != null) {
      read.add(event.getArtifact().getFile().toPath());
    }
  }
}
