package dev.trestle.host.standin.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends mails byte by byte as given, with any envelope. */
final class SmtpClient implements AutoCloseable {

  private static final int BOUND_MILLIS = 20_000;

  private final Socket socket;
  private final BufferedReader in;
  private final OutputStream out;

  SmtpClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(BOUND_MILLIS);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    out = socket.getOutputStream();
    expect("220");
    command("EHLO test", "250");
  }

  /** Sends a mail; the lines of the content end as they are written in it. */
  void send(String sender, List<String> recipients, byte[] content) throws IOException {
    begin(sender, recipients);
    String text = new String(content, StandardCharsets.ISO_8859_1);
    String stuffed = text.replace("\n.", "\n..") + (text.endsWith("\r\n") ? "" : "\r\n");
    out.write(stuffed.getBytes(StandardCharsets.ISO_8859_1));
    command(".", "250");
  }

  /** Says who sends and receives, and begins the content. */
  void begin(String sender, List<String> recipients) throws IOException {
    command("MAIL FROM:<" + sender + ">", "250");
    for (String recipient : recipients) {
      command("RCPT TO:<" + recipient + ">", "250");
    }
    command("DATA", "354");
  }

  void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private void command(String line, String code) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    expect(code);
  }

  private void expect(String code) throws IOException {
    String line = in.readLine();
    while (line != null && line.length() > 3 && line.charAt(3) == '-') {
      line = in.readLine();
    }
    if (line == null || !line.startsWith(code)) {
      throw new IOException("Expected " + code + ", got " + line);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
