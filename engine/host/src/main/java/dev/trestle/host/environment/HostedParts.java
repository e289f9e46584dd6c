package dev.trestle.host.environment;

import dev.trestle.protocol.Mail;
import dev.trestle.protocol.StubMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The parts of an environment that the host itself serves: virtual services and mailboxes. */
final class HostedParts {

  private final Supplier<Running> running;

  HostedParts(Supplier<Running> running) {
    this.running = running;
  }

  /** The mails that came to a recipient, oldest first; an empty recipient means everyone. */
  List<Mail> mails(String recipient) {
    return running.get().parts().values().stream()
        .filter(StandInPart.class::isInstance)
        .flatMap(part -> ((StandInPart) part).mails(recipient).stream())
        .toList();
  }

  /**
   * Adds a stub mapping that answers one scenario only.
   *
   * @throws IllegalArgumentException with a four-part message when there is no such virtual service
   */
  void stub(StubMapping mapping) {
    part(mapping.service()).stub(mapping);
  }

  /** Removes a scenario's stub mappings. */
  void endScenario(String traceId) {
    stubs().forEach(part -> part.endScenario(traceId));
  }

  /** Forgets all mails, and the stub mappings of all scenarios but these. */
  void beginRun(Predicate<String> traceIds) {
    stubs().forEach(part -> part.keepScenarios(traceIds));
    for (Part part : running.get().parts().values()) {
      if (part instanceof StandInPart standIn) {
        standIn.clearMails();
      }
    }
  }

  private List<StubPart> stubs() {
    return running.get().parts().values().stream()
        .filter(StubPart.class::isInstance)
        .map(StubPart.class::cast)
        .toList();
  }

  private StubPart part(String name) {
    @Nullable StubPart found = null;
    List<String> known = new ArrayList<>();
    for (StubPart stub : stubs()) {
      known.add(stub.service().name());
      found = stub.service().name().equals(name) ? stub : found;
    }
    if (found == null) {
      throw new IllegalArgumentException(
          "There is no virtual service '%s' to stub.%n".formatted(name)
              + "The virtual services are: %s.%n".formatted(known)
              + "They are the services with x-trestle.stub in the Compose file.%n".formatted()
              + "Name one of them, or give this one an x-trestle.stub.");
    }
    return found;
  }
}
