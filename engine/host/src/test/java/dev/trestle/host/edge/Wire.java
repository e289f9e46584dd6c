package dev.trestle.host.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;

/** One end of a connection in a test, which says and hears exactly what is on the wire. */
final class Wire implements Closeable {

  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;

  Wire(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
  }

  /** Sends text in which a line ends with a newline alone. */
  Wire say(String text) throws IOException {
    return sayExactly(text.replace("\n", "\r\n"));
  }

  Wire sayExactly(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    return this;
  }

  /** As many characters as the expected text has, with its way to end a line. */
  String hear(String expected) throws IOException {
    byte[] bytes = new byte[expected.replace("\n", "\r\n").length()];
    new DataInputStream(socket.getInputStream()).readFully(bytes);
    return new String(bytes, ISO_8859_1).replace("\r\n", "\n");
  }

  /** Lines up to an empty one. */
  String hearHead() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        return head + "(end)";
      }
      head.append((char) next);
    }
    return head.toString().replace("\r\n", "\n");
  }

  /** Whatever comes until the end. */
  String hearAll() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), ISO_8859_1).replace("\r\n", "\n");
  }

  Socket socket() {
    return socket;
  }

  void finish() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
