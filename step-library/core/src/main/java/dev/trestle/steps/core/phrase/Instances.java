package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.Container;
import io.cucumber.core.backend.Lookup;
import io.cucumber.core.backend.ObjectFactory;
import java.util.LinkedHashSet;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The instances of step classes: the lane's, which Cucumber's own steps use too, or those of the
 * copy that runs on the thread, since a step class may keep its scenario's scope.
 */
final class Instances implements Lookup, Container {

  private static final ThreadLocal<@Nullable ObjectFactory> OWN = new ThreadLocal<>();

  private final Lookup lane;
  private final Container container;
  private final Supplier<ClassLoader> classLoader;
  private final Set<Class<?>> classes = new LinkedHashSet<>();

  Instances(Lookup lane, Container container, Supplier<ClassLoader> classLoader) {
    this.lane = lane;
    this.container = container;
    this.classLoader = classLoader;
  }

  @Override
  public boolean addClass(Class<?> type) {
    return learn(type) && container.addClass(type);
  }

  /** Takes note of a class that the lane has already. */
  boolean learn(Class<?> type) {
    classes.add(type);
    return true;
  }

  @Override
  public <T> T getInstance(Class<T> type) {
    ObjectFactory factory = OWN.get();
    return factory == null ? lane.getInstance(type) : factory.getInstance(type);
  }

  /** Gives this thread instances of its own, until {@link #end}. */
  void begin() {
    if (OWN.get() == null) {
      ObjectFactory factory = factory();
      classes.forEach(factory::addClass);
      factory.start();
      OWN.set(factory);
    }
  }

  /** Drops this thread's own instances. */
  void end() {
    ObjectFactory factory = OWN.get();
    if (factory != null) {
      OWN.remove();
      factory.stop();
    }
  }

  /** Another one of the lane's kind, so that a project's dependency injection works in copies. */
  private ObjectFactory factory() {
    return ServiceLoader.load(ObjectFactory.class, classLoader.get()).stream()
        .filter(provider -> provider.type().equals(lane.getClass()))
        .map(ServiceLoader.Provider::get)
        .findFirst()
        .orElseThrow(() -> PhraseError.definite(unknown(), null));
  }

  private String unknown() {
    return "Steps cannot run at once with the object factory "
        + lane.getClass().getName()
        + ".\nIt is not listed in a META-INF/services/"
        + ObjectFactory.class.getName()
        + ".\nList it there.";
  }
}
