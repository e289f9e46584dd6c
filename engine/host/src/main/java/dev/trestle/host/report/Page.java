package dev.trestle.host.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * The HTML page, written as its data come: Allure's style sheet, the data in compressed blocks, and
 * Allure's application, which finds them through {@code page.js}.
 */
final class Page implements AutoCloseable {

  private final OutputStream out;
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);

  /** Begins a page with a title. */
  Page(String title, OutputStream out) throws IOException {
    this.out = out;
    text("<!DOCTYPE html>\n<html dir=\"ltr\" lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    text(
        "<meta name=\"generator\" content=\"Trestle\">\n"); // by it a run knows what it may replace
    text("<title>" + escaped(title) + "</title>\n<link rel=\"icon\" href=\"");
    text("data:image/x-icon;base64," + base64(Assets.bytes("/favicon.ico")) + "\">\n<style>");
    text(Assets.styles());
    text("</style>\n</head>\n<body>\n<div id=\"alert\"></div>\n<div id=\"content\">");
    text("<span class=\"spinner\"><span class=\"spinner__circle\"></span></span></div>\n");
    text("<div id=\"popup\"></div>\n");
    script(Assets.own("page.js"));
  }

  /** Adds data under a key of letters, digits and {@code / . -}. */
  synchronized void add(String key, Block block) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    deflater.reset();
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(compressed, deflater)) {
      block.writeTo(deflated);
    }
    out.write(("<script>d('" + key + "','").getBytes(StandardCharsets.UTF_8));
    out.write(Base64.getEncoder().encode(compressed.toByteArray()));
    text("')</script>\n");
  }

  /** Adds a style sheet. */
  synchronized void style(String styles) throws IOException {
    text("<style>" + styles + "</style>\n");
  }

  /** Adds the application and the tabs' scripts. */
  synchronized void finish(List<String> scripts) throws IOException {
    script(Assets.script("/app.js"));
    for (String script : scripts) {
      script(script);
    }
    text("</body>\n</html>\n");
  }

  private void script(String script) throws IOException {
    text("<script>");
    text(script);
    text("</script>\n");
  }

  private void text(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Ends what it holds outside the heap; the stream is its owner's. */
  @Override
  public synchronized void close() {
    deflater.end();
  }
}
