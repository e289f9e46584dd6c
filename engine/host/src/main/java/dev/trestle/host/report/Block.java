package dev.trestle.host.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Files of the report that are compressed together, since those of one scenario resemble each other
 * and are looked at together: one line of JSON with names and lengths, and the files.
 */
final class Block {

  private static final JsonFactory JSON = new JsonFactory();

  private final List<String> names = new ArrayList<>();
  private final List<byte[]> contents = new ArrayList<>();

  /** Adds a file. */
  Block add(String name, byte[] content) {
    names.add(name);
    contents.add(content);
    return this;
  }

  /** Whether there is no file in it. */
  boolean isEmpty() {
    return names.isEmpty();
  }

  /** Writes it as it is before it is compressed. */
  void writeTo(OutputStream out) throws IOException {
    out.write(header());
    out.write('\n');
    for (byte[] content : contents) {
      out.write(content);
    }
  }

  private byte[] header() throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(header, JsonEncoding.UTF8)) {
      json.writeStartArray();
      for (int i = 0; i < names.size(); i++) {
        json.writeStartArray();
        json.writeString(names.get(i));
        json.writeNumber(contents.get(i).length);
        json.writeEndArray();
      }
      json.writeEndArray();
    }
    return header.toByteArray();
  }
}
