package dev.trestle.steps.mail.glue;

import dev.trestle.protocol.Mail;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.testing.FakeHost;
import io.cucumber.java.en.Given;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Plays the system that sends mails. */
public final class SystemSteps {

  /** The host with the mailbox. */
  public static final AtomicReference<FakeHost> HOST = new AtomicReference<>();

  private final ScenarioScope scope = ScenarioScope.current();

  /** For the object factory. */
  public SystemSteps() {}

  @Given("the system sends mails")
  public void sends() {
    send("Your order of " + scope.alias("BEANS-1"), "Thank you, Ada.");
    send("On its way", "It is on\r\nits way.");
  }

  @Given("the system sends a mail with a link")
  public void sendsHtml() {
    HOST.get()
        .deliver(
            new Mail(
                "shop@example.org",
                List.of(scope.alias("cleo@example.org")),
                "Confirm",
                "Confirm at https://shop.example/plain?token=1.",
                "<p>Dear <b>Cleo</b>,<br><a href='https://shop.example/confirm?token=4711&amp;a=b'>"
                    + "Confirm your order</a></p>",
                List.of("invoice.pdf", "terms.txt"),
                "2026-11-25T00:00:00Z"));
  }

  /** Makes the mailbox that of a case in which every Then step must be red. */
  @Given("the mailbox of the case {word}")
  public void world(String world) {
    HOST.get().forgetMails();
    switch (world) {
      case "DIFFERENT" -> {
        for (int i = 0; i < 2; i++) {
          world(
              "ada@example.org", "eve@example.org", "Cancelled", "other", "<p>other</p>", "a.txt");
        }
      }
      case "ABSENT" -> {
        world("bob@example.org", "shop@example.org", "Your order", "2 items", HTML, "invoice.pdf");
        world("bob@example.org", "shop@example.org", "Cancelled", "2 items", HTML, "invoice.pdf");
      }
      case "EMPTY" -> {
        for (int i = 0; i < 2; i++) {
          world("ada@example.org", "", "", "", "", "");
        }
      }
      case "WRONG_TYPE" -> {
        for (int i = 0; i < 2; i++) {
          world(
              "ada@example.org",
              "Shop <shop@example.org>",
              "2 items Dear Ada Confirm your order invoice.pdf",
              "Your order Cancelled Dear Ada",
              "<p>invoice.pdf https://shop.example/ <a href='/'>Your order</a></p>",
              "Confirm your order");
        }
      }
      default -> {}
    }
  }

  private static final String HTML =
      "<p>Dear Ada,</p><a href='https://shop.example/confirm'>Confirm your order</a>";

  private static void world(
      String to, String from, String subject, String text, String html, String file) {
    HOST.get()
        .deliver(
            new Mail(
                from, List.of(to), subject, text, html, List.of(file), "2026-11-25T00:00:00Z"));
  }

  @Given("a mail comes to {string}")
  public void comes(String recipient) {
    HOST.get()
        .deliver(
            new Mail(
                "shop@example.org",
                List.of(scope.resolve(recipient)),
                "Hello",
                "Hello",
                "",
                List.of(),
                "2026-11-25T00:00:00Z"));
  }

  private void send(String subject, String text) {
    String ada = scope.alias("ada@example.org");
    HOST.get()
        .deliver(
            new Mail(
                "shop@example.org",
                List.of(ada),
                subject,
                text,
                "",
                List.of("invoice.pdf"),
                "2026-11-25T00:00:00Z"));
  }
}
