package dev.trestle.host.edge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The codings of a body, <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.4">RFC 9110
 * section 8.4</a>, as far as the JDK knows them.
 *
 * @param names their names in lower case, in the order in which they were applied
 */
record ContentCoding(List<String> names) {

  /** More than any answer that a step can mean, and less than would endanger the host. */
  private static final int MOST_BYTES = 64 * 1024 * 1024;

  /** The codings that a field names; those that change nothing are left out. */
  static ContentCoding of(String field) {
    List<String> names = new ArrayList<>();
    for (String name : field.toLowerCase(Locale.ROOT).split(",")) {
      String plain = name.strip();
      if (!plain.isEmpty() && !plain.equals("identity")) {
        names.add(plain);
      }
    }
    return new ContentCoding(names);
  }

  /** Whether the body is as it reads. */
  boolean isNone() {
    return names.isEmpty();
  }

  /** The whole of a body decoded. */
  byte[] decode(byte[] coded) throws IOException {
    if (isNone()) {
      return coded;
    }
    try (InputStream in = decoding(new ByteArrayInputStream(coded))) {
      byte[] plain = in.readNBytes(MOST_BYTES + 1);
      if (plain.length > MOST_BYTES) {
        throw new IOException("the decoded body has more than 64 MB");
      }
      return plain;
    }
  }

  /** What a stream of coded bytes decodes to. */
  InputStream decoding(InputStream coded) throws IOException {
    List<String> reversed = new ArrayList<>(names);
    Collections.reverse(reversed);
    InputStream in = coded;
    for (String name : reversed) {
      in =
          switch (name) {
            case "gzip", "x-gzip" -> new GZIPInputStream(in);
            case "deflate" -> inflating(in);
            default -> throw new IOException("the content coding '" + name + "' is not supported");
          };
    }
    return in;
  }

  /** A body coded as {@link #decode} reads it. */
  byte[] encode(byte[] plain) throws IOException {
    byte[] coded = plain;
    for (String name : names) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (OutputStream out =
          name.equals("deflate")
              ? new DeflaterOutputStream(bytes, new Deflater())
              : new GZIPOutputStream(bytes)) {
        out.write(coded);
      }
      coded = bytes.toByteArray();
    }
    return coded;
  }

  /** Servers send both the format of RFC 1950 and that of RFC 1951 alone under this name. */
  private static InputStream inflating(InputStream coded) throws IOException {
    PushbackInputStream in = new PushbackInputStream(coded, 2);
    byte[] first = in.readNBytes(2);
    in.unread(first);
    boolean zlib =
        first.length == 2
            && (first[0] & 0x0f) == 8
            && (((first[0] & 0xff) << 8) | (first[1] & 0xff)) % 31 == 0;
    return new InflaterInputStream(in, new Inflater(!zlib));
  }
}
