package dev.trestle.protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;

/** The body of a request; a flush sends what was written, the end waits for the answer. */
final class Upload extends OutputStream {

  private final HttpURLConnection connection;
  private final OutputStream body;
  private boolean closed;

  Upload(HttpURLConnection connection) throws IOException {
    this.connection = connection;
    this.body = connection.getOutputStream();
  }

  @Override
  public void write(int b) throws IOException {
    body.write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    body.write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    body.flush();
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    body.close();
    int status = connection.getResponseCode();
    if (status >= 300) {
      throw new UncheckedIOException(new IOException("The host answered " + status + "."));
    }
  }
}
