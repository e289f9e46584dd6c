package dev.trestle.host.compose;

/** What must hold of a service before the ones that depend on it start. */
public enum DependencyCondition {
  /** It was started. */
  SERVICE_STARTED,
  /** Its health check passed. */
  SERVICE_HEALTHY,
  /** It ended with exit code 0. */
  SERVICE_COMPLETED_SUCCESSFULLY
}
