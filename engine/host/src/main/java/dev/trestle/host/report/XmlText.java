package dev.trestle.host.report;

import org.jspecify.annotations.Nullable;

/** Writes XML, of which only elements, attributes and character data are needed. */
final class XmlText {

  private final StringBuilder out = new StringBuilder();

  /** Adds text as it is. */
  XmlText raw(String text) {
    out.append(text);
    return this;
  }

  /** Adds an attribute; null adds nothing. */
  XmlText attribute(String name, @Nullable String value) {
    if (value != null) {
      out.append(' ').append(name).append("=\"");
      value.codePoints().forEach(this::escaped);
      out.append('"');
    }
    return this;
  }

  /** Adds a section of character data, which its own end cannot end. */
  XmlText data(String text) {
    out.append("<![CDATA[");
    text.replace("]]>", "]]]]><![CDATA[>").codePoints().forEach(this::legal);
    out.append("]]>");
    return this;
  }

  private void escaped(int character) {
    switch (character) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '"' -> out.append("&quot;");
      case '\n' -> out.append("&#10;");
      case '\r' -> out.append("&#13;");
      case '\t' -> out.append("&#9;");
      default -> legal(character);
    }
  }

  /** XML 1.0 forbids some characters even when escaped, so they are spelt out. */
  private void legal(int character) {
    boolean allowed =
        character == '\t'
            || character == '\n'
            || character == '\r'
            || (character >= ' ' && character <= 0xD7FF)
            || (character >= 0xE000 && character <= 0xFFFD)
            || character >= 0x10000;
    if (allowed) {
      out.appendCodePoint(character);
    } else {
      out.append("\\u").append(String.format("%04x", character));
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
