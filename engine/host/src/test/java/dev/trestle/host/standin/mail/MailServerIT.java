package dev.trestle.host.standin.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.Mail;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a service may send: each delivery is there for whom it was meant, and none is hidden.
 */
final class MailServerIT {

  private static final String ADA = "ada@x.example";
  private static final String SHOP = "shop@example.org";
  private static final String GOOD =
      "From: Shop <shop@example.org>\r\nTo: ada@x.example\r\nSubject: good\r\n\r\nhello\r\n";

  private int port;
  private MailServer server;

  @BeforeEach
  void start() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    server = new MailServer(port, Duration.ofSeconds(20));
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void send(String sender, List<String> recipients, String mail) throws IOException {
    send(sender, recipients, mail, StandardCharsets.UTF_8);
  }

  private void send(String sender, List<String> recipients, String mail, Charset charset)
      throws IOException {
    try (SmtpClient client = new SmtpClient(port)) {
      client.send(sender, recipients, mail.getBytes(charset));
    }
  }

  /**
   * A kind of mail to Ada.
   *
   * @param head its header besides {@code From}
   */
  record Kind(String name, String head, String body, Charset charset, Wanted wanted) {

    /** What a scenario sees of it. */
    record Wanted(String subject, String text, String html, List<String> files) {}

    @Override
    public String toString() {
      return name;
    }
  }

  private static Kind subject(String name, String written, String seen) {
    return new Kind(
        name,
        "Subject: " + written + "\r\n",
        "hello\r\n",
        StandardCharsets.UTF_8,
        new Kind.Wanted(seen, "hello\r\n", "", List.of()));
  }

  private static Kind text(String name, String head, String body, String seen) {
    return text(name, head, body, StandardCharsets.UTF_8, seen);
  }

  private static Kind text(String name, String head, String body, Charset charset, String seen) {
    return new Kind(
        name, "Subject: s\r\n" + head, body, charset, new Kind.Wanted("s", seen, "", List.of()));
  }

  private static Kind file(String name, String head, String file) {
    return new Kind(
        name,
        "Subject: s\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n",
        "--b\r\n\r\nsee\r\n--b\r\n" + head + "\r\n%PDF\r\n--b--\r\n",
        StandardCharsets.UTF_8,
        new Kind.Wanted("s", "see", "", List.of(file)));
  }

  static Stream<Kind> kinds() {
    String plain = "Content-Type: text/plain; charset=";
    return Stream.of(
        subject(
            "encoded words",
            "=?UTF-8?Q?Best=C3=A4tigung_=E2=82=AC?=\r\n =?utf-8?b?IERpY2g=?=",
            "Bestätigung € Dich"),
        subject("two words of base64", "=?utf-8?B?QmVow7Y=?=\r\n =?utf-8?B?cmRl?=", "Behörde"),
        subject(
            "a character that two words share",
            "=?utf-8?Q?Beh=C3?=\r\n =?utf-8?Q?=B6rde?=",
            "Behörde"),
        subject("a word of an unknown charset", "=?x-none?Q?hello_you?= all", "hello you all"),
        subject("a broken word", "=?utf-8?B?%%%?= =?utf-8?Q?=C3", " =?utf-8?Q?=C3"),
        subject(
            "a folded subject",
            "A long subject\r\n that is folded",
            "A long subject that is folded"),
        subject("a subject in raw UTF-8", "Größe roh", "Größe roh"),
        new Kind(
            "no subject",
            "",
            "hello\r\n",
            StandardCharsets.UTF_8,
            new Kind.Wanted("", "hello\r\n", "", List.of())),
        text(
            "quoted-printable",
            plain + "utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n",
            "Gr=C3=BC=C3=9Fe =E2=82=AC um=\r\ngebrochen=2E\r\n",
            "Grüße € umgebrochen.\r\n"),
        text(
            "broken quoted-printable",
            plain + "utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n",
            "100 =% off =ZZ\r\n",
            "100 =% off =ZZ\r\n"),
        text(
            "broken base64",
            plain + "utf-8\r\nContent-Transfer-Encoding: base64\r\n",
            "not base64!\r\n",
            "not base64!\r\n"),
        text(
            "an unknown encoding",
            plain + "utf-8\r\nContent-Transfer-Encoding: x-none\r\n",
            "hello\r\n",
            "hello\r\n"),
        text(
            "Latin 1",
            plain + "iso-8859-1\r\n",
            "Grüße\r\n",
            StandardCharsets.ISO_8859_1,
            "Grüße\r\n"),
        text("UTF-8 as it is", plain + "utf-8\r\n", "Größe\r\n", "Größe\r\n"),
        text("an unknown charset", plain + "unknown-8bit\r\n", "hello\r\n", "hello\r\n"),
        text(
            "an unknown charset beyond ASCII",
            plain + "unknown-8bit\r\n",
            "Grüße\r\n",
            StandardCharsets.ISO_8859_1,
            "Gr\uFFFD\uFFFDe\r\n"),
        text("an impossible charset", plain + "\"\"\r\n", "hello\r\n", "hello\r\n"),
        text(
            "an impossible type",
            "Content-Type: what/ever/this; is=;;\r\n",
            "hello\r\n",
            "hello\r\n"),
        text(
            "a multipart without boundary",
            "Content-Type: multipart/mixed\r\n",
            "hello\r\n",
            "hello\r\n"),
        text(
            "lines that begin with dots",
            "",
            ".first\r\n..two\r\n.\r\nlast\r\n",
            ".first\r\n..two\r\n.\r\nlast\r\n"),
        text(
            "flowed text",
            plain + "utf-8; format=flowed; delsp=yes\r\n",
            "one lo \r\nng line\r\n  said\r\n",
            "one long line\r\n said\r\n"),
        text(
            "much",
            "",
            ("x".repeat(70) + "\r\n").repeat(3_000),
            ("x".repeat(70) + "\r\n").repeat(3_000)),
        text("no empty line after the head", "X-Last: 1\r\n", "", ""),
        text(
            "a calendar",
            "Content-Type: multipart/mixed; boundary=b\r\n",
            "--b\r\n\r\nbody\r\n--b\r\nContent-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n--b--\r\n",
            "body"),
        file(
            "a file name of RFC 2231",
            "Content-Type: application/pdf\r\nContent-Disposition: attachment;\r\n filename*0*=utf-8''Rechnung%20%C3%BC;\r\n filename*1*=%20%E2%82%AC.pdf\r\n",
            "Rechnung ü €.pdf"),
        file(
            "a file name of RFC 2047",
            "Content-Type: application/pdf\r\nContent-Disposition: attachment;\r\n filename=\"=?UTF-8?Q?Rechnung_=C3=BC_=E2=82=AC.pdf?=\"\r\n",
            "Rechnung ü €.pdf"),
        file("a file name of the type", "Content-Type: application/pdf; name=a.pdf\r\n", "a.pdf"),
        file(
            "a file without a name",
            "Content-Type: application/pdf\r\nContent-Disposition: attachment\r\n",
            "application/pdf"),
        new Kind(
            "text and HTML",
            "Subject: s\r\nContent-Type: multipart/alternative; boundary=b\r\n",
            "--b\r\nContent-Type: text/plain\r\n\r\n5 < 6\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>5 &lt; 6</p>\r\n--b--\r\n",
            StandardCharsets.UTF_8,
            new Kind.Wanted("s", "5 < 6", "<p>5 &lt; 6</p>", List.of())),
        new Kind(
            "one broken part of three",
            "Subject: s\r\nContent-Type: multipart/mixed; boundary=b\r\n",
            "--b\r\n\r\nfirst\r\n--b\r\nContent-Type: multipart/mixed\r\n\r\nbroken\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>last</p>\r\n",
            StandardCharsets.UTF_8,
            new Kind.Wanted("s", "first\r\nbroken", "<p>last</p>\r\n", List.of())));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_mail_of_any_kind_is_there_and_so_is_the_next(Kind kind) throws IOException {
    String mail =
        "From: Shop <shop@example.org>\r\nTo: ada@x.example\r\n"
            + kind.head()
            + "\r\n"
            + kind.body();
    send(SHOP, List.of(ADA), mail, kind.charset());
    send(SHOP, List.of(ADA), GOOD);
    List<Mail> mails = server.mails(ADA);
    assertThat(mails).hasSize(2);
    Mail seen = mails.get(0);
    assertThat(seen.from()).isEqualTo(SHOP);
    assertThat(seen.subject()).isEqualTo(kind.wanted().subject());
    assertThat(seen.text().stripTrailing()).isEqualTo(kind.wanted().text().stripTrailing());
    assertThat(seen.html().stripTrailing()).isEqualTo(kind.wanted().html().stripTrailing());
    assertThat(seen.attachments()).isEqualTo(kind.wanted().files());
    assertThat(mails.get(1).subject()).isEqualTo("good");
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(
      strings = {
        "To: ada @example.org\r\n",
        "To: Ada Lovelace <ada@example.org>, not an address at all <<>>\r\n",
        "To: undisclosed-recipients:;\r\n",
        "To: \"Lovelace, Ada (x)\" <ada@x.example>\r\nCc: =?utf-8?Q?J=C3=BCrgen?= <cc@x>\r\n",
        "To:\r\n",
        "",
        "To: =?broken\r\nCc: <@@>\r\nFrom: , ,\r\nDate: never\r\nMessage-ID: <<<\r\n",
        "To: \u0000\u0001\r\n"
      })
  void who_receives_a_mail_is_what_the_envelope_says(String head) throws IOException {
    send(SHOP, List.of(ADA, "archive@x.example"), head + "Subject: s\r\n\r\nhello\r\n");
    send(SHOP, List.of("bob@x.example"), GOOD);
    for (String recipient : List.of(ADA, "ADA@X.example", "archive@x.example")) {
      assertThat(server.mails(recipient))
          .as(recipient)
          .extracting(Mail::subject)
          .containsExactly("s");
    }
    assertThat(server.mails("bob@x.example")).extracting(Mail::subject).containsExactly("good");
    assertThat(server.mails("ada@example.org")).isEmpty();
    assertThat(server.mails("cc@x")).isEmpty();
    assertThat(server.mails("")).hasSize(2);
  }

  @Test
  void what_the_headers_say_is_there_as_information() throws IOException {
    send(
        "robot@example.org",
        List.of("ADA@X.EXAMPLE"),
        "From: =?utf-8?Q?J=C3=BCrgen?= <shop@example.org>\r\nTo: a <list@x>, \"B, b\" <b@x>\r\nCc: c@x\r\n\r\n");
    Mail mail = server.mails(ADA).get(0);
    assertThat(mail.from()).isEqualTo("shop@example.org");
    assertThat(mail.sender()).isEqualTo("robot@example.org");
    assertThat(mail.to()).containsExactly("ADA@X.EXAMPLE");
    assertThat(mail.named()).containsExactly("list@x", "b@x", "c@x");
  }

  @Test
  void a_mail_counts_once_for_each_delivery_with_or_without_an_id() throws IOException {
    for (String id : List.of("", "Message-ID: <1@x>\r\n")) {
      send(SHOP, List.of(ADA), id + GOOD);
      send(SHOP, List.of(ADA), id + GOOD);
      send(SHOP, List.of(ADA, "second@x.example"), id + GOOD);
    }
    assertThat(server.mails(ADA)).hasSize(6);
    assertThat(server.mails("second@x.example")).hasSize(2);
    assertThat(server.mails("")).hasSize(6);
  }

  @Test
  void several_mails_come_over_one_connection_and_a_bounce_has_no_sender() throws IOException {
    try (SmtpClient client = new SmtpClient(port)) {
      client.send("", List.of(ADA), GOOD.getBytes(StandardCharsets.UTF_8));
      client.send(SHOP, List.of("bob@x.example"), GOOD.getBytes(StandardCharsets.UTF_8));
      client.send("", List.of(ADA), GOOD.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(server.mails(ADA)).extracting(Mail::sender).containsExactly("", "");
    assertThat(server.mails("bob@x.example")).extracting(Mail::sender).containsExactly(SHOP);
  }

  @Test
  void a_mail_whose_sender_went_away_halfway_was_not_delivered() throws IOException {
    try (SmtpClient client = new SmtpClient(port)) {
      client.begin(SHOP, List.of(ADA));
      client.write("Subject: half\r\n\r\nhel");
    }
    send(SHOP, List.of(ADA), GOOD);
    assertThat(server.mails(ADA)).extracting(Mail::subject).containsExactly("good");
  }

  @Test
  void mails_stay_while_the_server_is_away() throws IOException {
    send(SHOP, List.of(ADA), GOOD);
    server.stop();
    server.start();
    send(SHOP, List.of(ADA), GOOD);
    assertThat(server.mails(ADA)).hasSize(2);
  }
}
