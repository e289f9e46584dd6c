package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.compose.ComposeService;
import dev.trestle.protocol.Secrets;

/** The secrets that the Compose file gives to services. */
final class GivenSecrets {

  private GivenSecrets() {}

  /** A password that a service is given is masked in all that any service says. */
  static void learn(ComposeProject project) {
    for (ComposeService service : project.services().values()) {
      service
          .environment()
          .forEach((name, value) -> Secrets.mask(name + "=" + quoted(value.text())));
    }
  }

  private static String quoted(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
