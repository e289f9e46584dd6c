package dev.trestle.steps.mail;

import dev.trestle.protocol.Mail;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * A link in a mail.
 *
 * @param text what a reader sees of it
 * @param address where it leads
 */
record Link(String text, String address) {

  /** Addresses in plain text end before what ends a sentence. */
  private static final Pattern ADDRESS =
      Pattern.compile("https?://\\S+?(?=[.,;:!?)>\\]]*(?:\\s|$))");

  /** The links of the HTML, then those of the plain text. */
  static List<Link> in(Mail mail) {
    List<Link> links = new ArrayList<>();
    Jsoup.parse(mail.html())
        .select("a[href]")
        .forEach(anchor -> links.add(new Link(anchor.text(), anchor.attr("href"))));
    ADDRESS
        .matcher(mail.text())
        .results()
        .forEach(found -> links.add(new Link(found.group(), found.group())));
    return links;
  }

  boolean is(String wanted) {
    return text.equals(wanted) || address.contains(wanted);
  }

  @Override
  public String toString() {
    return text + ": " + address;
  }
}
