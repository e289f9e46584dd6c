package dev.trestle.cornershop.payment;

import dev.trestle.cornershop.kit.DependencyUnavailable;
import dev.trestle.cornershop.kit.Problem;
import dev.trestle.cornershop.kit.ServiceClient;
import dev.trestle.cornershop.kit.ServiceClient.Answer;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The acquirer over HTTP: one try per call. */
final class AcquirerClient implements Acquirer {
  /** The acquirer's name in problems and logs. */
  static final String NAME = "acquirer";

  private static final Set<Integer> REFUSALS = Set.of(404, 409, 422);

  private final ServiceClient http;

  AcquirerClient(ServiceClient http) {
    this.http = http;
  }

  @Override
  public Decision authorise(String id, Order order) {
    Answer answer = http.post("/authorisations").header("Idempotency-Key", id).json(order).send();
    if (answer.status() >= 300 && answer.status() != 402) {
      throw unexpected(answer, "an authorisation");
    }
    Outcome outcome = answer.as(Outcome.class);
    if ("APPROVED".equals(outcome.outcome()) && outcome.id() != null) {
      return new Approved(outcome.id());
    }
    if ("DECLINED".equals(outcome.outcome()) || answer.status() == 402) {
      return new Declined(Objects.requireNonNullElse(outcome.reason(), "card_declined"));
    }
    throw new DependencyUnavailable(NAME, "answered with neither approval nor refusal", null);
  }

  @Override
  public void capture(String id, String authorisation) {
    change(id, authorisation, "captures", Map.of());
  }

  @Override
  public void refund(String id, String authorisation, long amount) {
    change(id, authorisation, "refunds", Map.of("amount", amount));
  }

  @Override
  public void cancel(String id, String authorisation) {
    change(id, authorisation, "void", Map.of());
  }

  private void change(String id, String authorisation, String what, Map<String, Object> body) {
    Answer answer =
        http.post("/authorisations/" + ServiceClient.encode(authorisation) + "/" + what)
            .header("Idempotency-Key", id)
            .json(body)
            .send();
    if (REFUSALS.contains(answer.status())) {
      throw Problem.conflict(
          "acquirer-refused",
          "The acquirer refused",
          "the acquirer answered " + answer.status() + " to '" + what + "'");
    }
    if (answer.status() >= 300) {
      throw unexpected(answer, "'" + what + "'");
    }
  }

  private static DependencyUnavailable unexpected(Answer answer, String what) {
    return new DependencyUnavailable(NAME, "answered " + answer.status() + " to " + what, null);
  }

  private record Outcome(@Nullable String id, @Nullable String outcome, @Nullable String reason) {}
}
