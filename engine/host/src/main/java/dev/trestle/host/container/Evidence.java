package dev.trestle.host.container;

import com.github.dockerjava.api.command.HealthState;
import com.github.dockerjava.api.command.HealthStateLog;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import dev.trestle.protocol.Secrets;
import java.util.List;

/** Says in what state a container is, as far as that explains why it is not ready. */
final class Evidence {

  private static final int LONGEST = 500;

  private Evidence() {}

  static String of(ContainerState state) {
    StringBuilder text = new StringBuilder("The container is " + state.getStatus());
    if (!Boolean.TRUE.equals(state.getRunning()) && state.getExitCodeLong() != null) {
      text.append(", with exit code ").append(state.getExitCodeLong());
    }
    if (Boolean.TRUE.equals(state.getOOMKilled())) {
      text.append(", killed since it was out of memory");
    }
    text.append('.');
    if (state.getError() != null && !state.getError().isBlank()) {
      text.append(" The engine says: ").append(Secrets.mask(state.getError()));
    }
    HealthState health = state.getHealth();
    List<HealthStateLog> log = health == null ? List.of() : health.getLog();
    if (log != null && !log.isEmpty()) {
      text.append(" Its health is ").append(health.getStatus()).append(": ");
      text.append(output(log.get(log.size() - 1)));
    }
    return text.toString();
  }

  private static String output(HealthStateLog last) {
    String said = last.getOutput() == null ? "" : Secrets.mask(last.getOutput().strip());
    String shown = said.length() > LONGEST ? said.substring(0, LONGEST) + " …" : said;
    return "the check ended with exit code %s%s."
        .formatted(last.getExitCodeLong(), shown.isEmpty() ? "" : " and said: " + shown);
  }
}
