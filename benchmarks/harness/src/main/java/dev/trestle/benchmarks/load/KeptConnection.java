package dev.trestle.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection to a server on loopback, for one call after the other. */
final class KeptConnection implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *([0-9]+)");
  private static final int HEAD = 8 * 1024;
  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;
  private final InputStream in;
  private final byte[] answer;

  /**
   * Connects.
   *
   * @param most the length of the longest body that will come
   */
  KeptConnection(int port, int most) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = socket.getInputStream();
    answer = new byte[HEAD + most];
  }

  /** Makes a call; returns when its whole answer is there and is what was sent. */
  void make(EchoCall call) throws IOException {
    socket.getOutputStream().write(call.next());
    int read = 0;
    int body = -1;
    while (body < 0) {
      read += read(read);
      body = endOfHead(read);
    }
    int length = length(new String(answer, 0, body, ISO_8859_1));
    while (read < body + length) {
      read += read(read);
    }
    if (length != call.bodyLength() || !call.isEcho(answer, body, length)) {
      throw new IOException(
          "An answer is not the echo of its request: " + new String(answer, 0, body, ISO_8859_1));
    }
  }

  private int read(int from) throws IOException {
    int count = in.read(answer, from, answer.length - from);
    if (count <= 0) {
      throw new IOException("The connection ended in an answer.");
    }
    return count;
  }

  private int endOfHead(int length) {
    for (int i = 3; i < length; i++) {
      if (answer[i] == '\n' && answer[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private static int length(String head) {
    Matcher matcher = LENGTH.matcher(head.toLowerCase(Locale.ROOT));
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
