package dev.trestle.cornershop.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.cornershop.kit.DependencyUnavailable;
import dev.trestle.cornershop.notification.Mailer.Pending;
import dev.trestle.cornershop.notification.Mailer.PutOff;
import dev.trestle.cornershop.notification.Mailer.Refused;
import dev.trestle.cornershop.notification.Mailer.Sent;
import dev.trestle.cornershop.notification.Mailer.Verdict;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class MailerTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String EVENT =
      """
      {"eventId":"e","type":"order.confirmed","orderId":"o","email":"a@b.c","currency":"EUR",
       "total":1,"lines":[]}
      """;

  private final FakeWaiting waiting = new FakeWaiting();
  private final List<DeadLetterBox.Letter> dead = new ArrayList<>();

  private static Pending pending(int refusals) {
    return new Pending("o", EVENT, "00-" + TRACE + "-00f067aa0ba902b7-01", refusals);
  }

  @Test
  void everything_that_is_due_is_sent_inside_its_own_trace() {
    waiting.due.add(pending(0));
    waiting.due.add(pending(0));
    List<String> traces = new ArrayList<>();

    Mailer mailer =
        new Mailer(
            waiting,
            mail -> {
              traces.add(MDC.get("traceId"));
              return new Sent();
            },
            dead::add);
    mailer.round();

    assertThat(waiting.verdicts).containsExactly(new Sent(), new Sent());
    assertThat(traces).containsExactly(TRACE, TRACE);
    assertThat(MDC.get("traceId")).isNull();
    assertThat(dead).isEmpty();
  }

  @Test
  void a_mail_server_that_is_down_loses_nothing_and_is_tried_less_and_less_often() {
    waiting.due.add(pending(0));
    Mailer mailer =
        new Mailer(
            waiting,
            mail -> {
              throw new DependencyUnavailable("mailbox", "is down", null);
            },
            dead::add);

    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      pauses.add(mailer.round());
    }

    assertThat(waiting.due).hasSize(1);
    assertThat(pauses).isSorted().last().isEqualTo(Duration.ofSeconds(2));
    assertThat(dead).isEmpty();
  }

  @Test
  void a_refused_mail_goes_to_the_dead_letters_with_the_reason() {
    waiting.due.add(pending(0));

    new Mailer(waiting, mail -> new Refused("no such user"), dead::add).round();

    assertThat(waiting.verdicts).containsExactly(new Refused("no such user"));
    assertThat(dead).extracting(DeadLetterBox.Letter::reason).containsExactly("no such user");
    assertThat(dead).extracting(DeadLetterBox.Letter::value).containsExactly(EVENT);
  }

  @Test
  void a_mail_that_is_put_off_too_often_is_given_up() {
    waiting.due.add(pending(Mailer.MOST_REFUSALS - 2));
    waiting.due.add(pending(Mailer.MOST_REFUSALS - 1));

    new Mailer(waiting, mail -> new PutOff("busy"), dead::add).round();

    assertThat(waiting.verdicts).containsExactly(new PutOff("busy"), new Refused("busy"));
    assertThat(dead).hasSize(1);
  }

  private static final class FakeWaiting implements Mailer.Waiting {
    private final Deque<Pending> due = new ArrayDeque<>();
    private final List<Verdict> verdicts = new ArrayList<>();

    @Override
    public boolean next(Function<Pending, Verdict> work) {
      if (due.isEmpty()) {
        return false;
      }
      verdicts.add(work.apply(due.getFirst()));
      due.removeFirst();
      return true;
    }

    @Override
    public Duration untilDue(Duration most) {
      return most;
    }
  }
}
