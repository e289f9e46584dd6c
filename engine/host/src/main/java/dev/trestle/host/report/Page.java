package dev.trestle.host.report;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * The HTML page, written as its data come: Allure's style sheet, the data in compressed blocks, and
 * Allure's application, which finds them through {@code page.js}. It appears whole or not at all.
 */
final class Page implements AutoCloseable {

  private final Path html;
  private final Path part;
  private final OutputStream out;
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
  private boolean closed;

  private Page(Path html, Path part, OutputStream out) {
    this.html = html;
    this.part = part;
    this.out = out;
  }

  /** Begins a page with a title. */
  static Page begin(String title, Path html) throws IOException {
    Files.createDirectories(html.getParent());
    Path part = Files.createTempFile(html.getParent(), "." + html.getFileName(), ".part");
    Page page =
        new Page(html, part, new BufferedOutputStream(Files.newOutputStream(part), 64 * 1024));
    page.text(
        "<!DOCTYPE html>\n<html dir=\"ltr\" lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.text("<title>" + escaped(title) + "</title>\n<link rel=\"icon\" href=\"");
    page.text("data:image/x-icon;base64," + base64(Assets.bytes("/favicon.ico")) + "\">\n<style>");
    page.text(Assets.styles());
    page.text("</style>\n</head>\n<body>\n<div id=\"alert\"></div>\n<div id=\"content\">");
    page.text("<span class=\"spinner\"><span class=\"spinner__circle\"></span></span></div>\n");
    page.text("<div id=\"popup\"></div>\n");
    page.script(Assets.own("page.js"));
    return page;
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

  /** Adds the application and the tabs' scripts and puts the page where it belongs. */
  synchronized void finish(List<String> scripts) throws IOException {
    script(Assets.script("/app.js"));
    for (String script : scripts) {
      script(script);
    }
    text("</body>\n</html>\n");
    out.close();
    Files.move(part, html, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
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

  /** Leaves nothing behind of a page that was not finished. */
  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      deflater.end();
      out.close();
      Files.deleteIfExists(part);
    }
  }
}
