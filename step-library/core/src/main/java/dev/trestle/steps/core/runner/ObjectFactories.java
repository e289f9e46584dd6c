package dev.trestle.steps.core.runner;

import io.cucumber.core.backend.ObjectFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;

/**
 * Chooses the project's own object factory. PicoContainer comes with the step library; when the
 * project brings another one, such as Spring's, Cucumber would refuse both.
 */
final class ObjectFactories {

  private static final String OWN_PREFIX = "io.cucumber.core.";
  private static final String DEFAULT = "io.cucumber.picocontainer.PicoFactory";
  private static final String PROPERTY = "cucumber.object-factory";

  private ObjectFactories() {}

  /** The class to name to Cucumber, empty to leave the choice to it. */
  static Optional<String> choose(ClassLoader loader) {
    if (System.getProperty(PROPERTY) != null || isConfigured(loader)) {
      return Optional.empty();
    }
    List<String> factories =
        ServiceLoader.load(ObjectFactory.class, loader).stream()
            .map(provider -> provider.type().getName())
            .filter(name -> !name.startsWith(OWN_PREFIX) && !name.equals(DEFAULT))
            .distinct()
            .toList();
    return factories.size() == 1 ? Optional.of(factories.get(0)) : Optional.empty();
  }

  private static boolean isConfigured(ClassLoader loader) {
    Properties properties = new Properties();
    try (InputStream file = loader.getResourceAsStream("cucumber.properties")) {
      if (file != null) {
        properties.load(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read cucumber.properties on the class path.", e);
    }
    return properties.containsKey(PROPERTY);
  }
}
