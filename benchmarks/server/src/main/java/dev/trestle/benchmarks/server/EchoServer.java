package dev.trestle.benchmarks.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers each request with the body that it had, on kept connections and with as little work as
 * can be, so that what lies before it shows. A thread for each connection, on loopback only.
 */
final class EchoServer implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *([0-9]+)");
  private static final int HEAD = 8 * 1024;
  private static final int BACKLOG = 128;

  private final ServerSocket server;

  private EchoServer(ServerSocket server) {
    this.server = server;
  }

  /** Listens on a port, a free one when 0. */
  static EchoServer start(int port) throws IOException {
    EchoServer echo =
        new EchoServer(new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()));
    daemon(echo::accept);
    return echo;
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket accepted = server.accept();
        daemon(() -> answer(accepted));
      }
    } catch (IOException e) {
      // It was closed.
    }
  }

  private static void answer(Socket accepted) {
    try (accepted) {
      accepted.setTcpNoDelay(true);
      DataInputStream in = new DataInputStream(accepted.getInputStream());
      OutputStream out = accepted.getOutputStream();
      byte[] head = new byte[HEAD];
      while (true) {
        if (!answer(in, out, head)) {
          return;
        }
      }
    } catch (IOException e) {
      // The client is gone.
    }
  }

  private static boolean answer(DataInputStream in, OutputStream out, byte[] buffer)
      throws IOException {
    int read = 0;
    int end = -1;
    while (end < 0) {
      int count = in.read(buffer, read, buffer.length - read);
      if (count <= 0) {
        return false; // no request, or one with a head that is too long
      }
      read += count;
      end = endOfHead(buffer, read);
    }
    int length = length(new String(buffer, 0, end, ISO_8859_1));
    byte[] head =
        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + length
                + "\r\n\r\n")
            .getBytes(ISO_8859_1);
    byte[] answer = new byte[head.length + length];
    System.arraycopy(head, 0, answer, 0, head.length);
    System.arraycopy(buffer, end, answer, head.length, read - end);
    rest(in, answer, head.length + read - end);
    out.write(answer);
    return true;
  }

  private static void rest(InputStream in, byte[] answer, int from) throws IOException {
    int at = from;
    while (at < answer.length) {
      int count = in.read(answer, at, answer.length - at);
      if (count < 0) {
        throw new IOException("The request ends in its body.");
      }
      at += count;
    }
  }

  private static int endOfHead(byte[] bytes, int length) {
    for (int i = 3; i < length; i++) {
      if (bytes[i] == '\n' && bytes[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private static int length(String head) {
    Matcher matcher = LENGTH.matcher(head.toLowerCase(Locale.ROOT));
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "echo");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
