package dev.trestle.host.report;

import io.qameta.allure.ReportGenerator;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What the page is made of besides its data: Allure's files and our own. */
final class Assets {

  private static final String FONT = "url(data:";

  private Assets() {}

  /** A file of Allure's generator. */
  static byte[] bytes(String name) throws IOException {
    try (InputStream in = ReportGenerator.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException("Allure's generator has no '" + name + "'.");
      }
      return in.readAllBytes();
    }
  }

  /** A file beside this class. */
  static String own(String name) throws IOException {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException("The host has no '" + name + "'.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A script of Allure's that can stand inside HTML, whose parser knows only these two marks. */
  static String script(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.UTF_8)
        .replace("<!--", "\\x3C!--")
        .replace("</script", "\\x3C/script");
  }

  /**
   * Allure's style sheet without its icon font in formats that only browsers without {@code woff2}
   * need, which are 1.3 of its 1.6 MB.
   */
  static String styles() throws IOException {
    String styles = new String(bytes("/styles.css"), StandardCharsets.UTF_8);
    StringBuilder lean = new StringBuilder(styles.length() / 4);
    int copied = 0;
    int at = styles.indexOf(FONT);
    while (at >= 0) {
      int end = styles.indexOf(')', at);
      if (isOldFont(styles, at)) {
        lean.append(styles, copied, at).append("url(data:,");
        copied = end;
      }
      at = styles.indexOf(FONT, end);
    }
    return lean.append(styles, copied, styles.length()).toString();
  }

  private static boolean isOldFont(String styles, int at) {
    int type = at + FONT.length();
    return styles.startsWith("application/vnd.ms-fontobject", type)
        || styles.startsWith("font/woff;", type)
        || styles.startsWith("font/ttf", type)
        || styles.startsWith("image/svg+xml", type)
            && isFontFormat(styles, styles.indexOf(')', at));
  }

  private static boolean isFontFormat(String styles, int end) {
    return styles.startsWith(" format(", end + 1) || styles.startsWith("format(", end + 1);
  }
}
