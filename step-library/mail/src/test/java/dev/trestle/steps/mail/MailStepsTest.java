package dev.trestle.steps.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.Mail;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.steps.core.testing.Examples;
import dev.trestle.steps.core.testing.FakeHost;
import dev.trestle.steps.core.testing.FeatureRun;
import dev.trestle.steps.mail.glue.SystemSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MailStepsTest {

  private static final FakeHost HOST = FakeHost.start(environment());
  private static FeatureRun.Outcome outcome;

  private static EnvironmentDescription environment() {
    return new EnvironmentDescription(
        "process",
        List.of(
            new ServiceDescription(
                "mailbox", ServiceDescription.Kind.MAILBOX, Map.of(), Map.of())));
  }

  @BeforeAll
  static void run(@TempDir Path folder) {
    SystemSteps.HOST.set(HOST);
    System.setProperty("trestle.patience.millis", "200");
    Path feature = Path.of("src/test/resources/features/mail.feature");
    outcome = FeatureRun.run(HOST, feature, folder, "dev.trestle.steps.mail.glue");
  }

  @AfterAll
  static void close() {
    System.clearProperty("trestle.patience.millis");
    HOST.close();
  }

  @Test
  void finds_mails_and_attaches_them() {
    assertThat(outcome.status("a mail that came"))
        .as(outcome.message("a mail that came"))
        .isEqualTo("passed");
    assertThat(outcome.attachment("a mail that came", "Mail: Your order of BEANS-1"))
        .isEqualTo(
            """
            From: shop@example.org
            To: ada@example.org
            Subject: Your order of BEANS-1
            Received: 2026-11-25T00:00:00Z
            Files: invoice.pdf

            Thank you, Ada.""");
  }

  @Test
  void lists_what_came_instead() {
    assertThat(outcome.status("a mail that did not come")).isEqualTo("failed");
    assertThat(outcome.message("a mail that did not come"))
        .isEqualTo(
            """
            No mail with subject 'Cancelled' came to 'ada@example.org' within 200 ms.
            Mails to 'ada@example.org':
              2026-11-25T00:00:00Z to ada@example.org: Your order of BEANS-1
              2026-11-25T00:00:00Z to ada@example.org: On its way
            Look at src/test/resources/features/mail.feature:15.
            Correct the subject, or look into the service that sends the mail.""");
  }

  @Test
  void lists_mails_to_others_when_none_came() {
    assertThat(outcome.message("nothing came"))
        .contains("No mail came to 'bob@example.org' at all. The newest mails to others:")
        .contains("to ada@example.org: On its way");
  }

  @Test
  void counts_exactly() {
    assertThat(outcome.message("too many"))
        .startsWith("'ada@example.org' received 2 mails, not 1.");
  }

  @Test
  void a_mail_that_comes_after_the_count_fails_the_scenario() {
    assertThat(outcome.message("a second mail that comes later"))
        .startsWith("'dora@example.org' received 2 mails, not 1. Later ones came after")
        .contains("Look at src/test/resources/features/mail.feature:");
    assertThat(outcome.status("a second mail that is expected later")).isEqualTo("passed");
    assertThat(outcome.status("a third mail than expected while it is watched"))
        .isEqualTo("failed");
  }

  @Test
  void a_mail_that_comes_after_it_was_said_that_none_does_fails_the_scenario() {
    List<String> late =
        outcome.results().keySet().stream()
            .filter(name -> name.startsWith("a mail that comes after "))
            .toList();
    assertThat(late)
        .hasSize(2)
        .allSatisfy(
            name ->
                assertThat(outcome.message(name))
                    .contains("'dora@example.org'", "ater ones came after the step had passed"));
    assertThat(outcome.status("another mail than the one that must not come")).isEqualTo("passed");
  }

  @Test
  void a_text_that_every_mail_has_is_refused() {
    assertThat(outcome.message("an empty text"))
        .startsWith("The text that the step looks for is empty.");
  }

  @Test
  void without_a_mailbox_nothing_was_looked_at(@TempDir Path folder) throws IOException {
    Path feature =
        Files.writeString(
            folder.resolve("none.feature"),
            """
            Feature: none
              Scenario: none
                Then "ada@example.org" receives no mail with subject "Cancelled"
            """);
    try (FakeHost host = FakeHost.start("cart")) {
      assertThat(FeatureRun.run(host, feature, folder.resolve("out")).message("none"))
          .startsWith("The environment has no mailbox.\nIts services: cart.");
    }
  }

  @Test
  void a_mail_that_should_not_have_come_fails() {
    assertThat(outcome.message("none expected but one came"))
        .startsWith("A mail with subject 'Your order' came to 'ada@example.org'.");
  }

  @Test
  void shows_the_body_that_lacks_the_text() {
    assertThat(outcome.message("another text"))
        .startsWith("The last mail to 'ada@example.org' does not contain 'It is lost.'.")
        .contains("Subject: On its way");
  }

  @Test
  void sender_html_links_and_attachments_of_the_last_mail() {
    String passing = "what the last mail has";
    assertThat(outcome.status(passing)).as(outcome.message(passing)).isEqualTo("passed");
    assertThat(outcome.message("another sender"))
        .startsWith("The last mail to 'cleo@example.org' is not from 'eve@example.org'.")
        .contains("It is from 'shop@example.org'");
    assertThat(outcome.message("no such link"))
        .startsWith("The last mail to 'cleo@example.org' has no link 'Cancel'.")
        .contains("Confirm your order: https://shop.example/confirm?token=");
    assertThat(outcome.message("no such file"))
        .contains("has no attachment 'receipt.pdf'.", "Its attachments: invoice.pdf, terms.txt.");
    assertThat(outcome.message("another HTML"))
        .contains("does not read 'Dear Ada'.", "Dear Cleo, Confirm your order");
  }

  @Test
  void every_step_has_an_example_that_works(@TempDir Path folder) throws IOException {
    Path features = Files.createDirectories(Path.of("target/examples"));
    Path feature = features.resolve("mail.feature");
    Files.writeString(feature, Examples.feature(MailSteps.class, LastMailSteps.class));
    try (FakeHost host = FakeHost.start(environment())) {
      host.deliver(
          new Mail(
              "shop@example.org",
              List.of("ada@example.org"),
              "Your order",
              "Dear Ada, you ordered 2 items.",
              "<p>Dear Ada,</p><p>you ordered 2 items."
                  + " <a href='https://shop.example/confirm'>Confirm your order</a></p>",
              List.of("invoice.pdf"),
              "2026-11-25T00:00:00Z"));
      FeatureRun.Outcome examples = FeatureRun.run(host, feature, folder);
      assertThat(examples.results().keySet())
          .as(examples.error())
          .hasSize(10)
          .allSatisfy(
              name ->
                  assertThat(examples.status(name)).as(examples.message(name)).isEqualTo("passed"));
    }
  }
}
