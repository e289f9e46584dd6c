package dev.trestle.host.environment;

/** Lets one call at a time through to a listener. */
final class SerialListener implements EnvironmentListener {

  private final EnvironmentListener listener;

  SerialListener(EnvironmentListener listener) {
    this.listener = listener;
  }

  @Override
  public synchronized void starting(String name) {
    listener.starting(name);
  }

  @Override
  public synchronized void progress(String name, String text) {
    listener.progress(name, text);
  }

  @Override
  public synchronized void ready(String name, long millis) {
    listener.ready(name, millis);
  }

  @Override
  public synchronized void died(ServiceDeath death) {
    listener.died(death);
  }
}
