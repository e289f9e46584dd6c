package dev.trestle.host.environment;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One way to find out whether a service is ready. */
interface Probe {

  /**
   * Tries once.
   *
   * @return null when the service is ready, else what was seen instead
   */
  @Nullable String attempt();

  /** Whether more tries are of no use. */
  default boolean isHopeless() {
    return false;
  }

  /** Nothing needs to be proved. */
  record Nothing() implements Probe {

    @Override
    public @Nullable String attempt() {
      return null;
    }
  }

  /**
   * A container's published port takes connections and keeps them: the engine takes them itself,
   * and cuts them when nobody listens in the container.
   *
   * @param port the loopback port
   */
  record Published(int port) implements Probe {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int KEPT_MILLIS = 50;

    @Override
    public @Nullable String attempt() {
      try (Socket socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        socket.setSoTimeout(KEPT_MILLIS);
        return socket.getInputStream().read() >= 0 ? null : closed("nobody listens there");
      } catch (SocketTimeoutException e) {
        return null;
      } catch (IOException e) {
        return closed(String.valueOf(e.getMessage()));
      }
    }

    private String closed(String reason) {
      return "A connection to 127.0.0.1:" + port + " failed: " + reason;
    }
  }

  /**
   * A GET request is answered with a status.
   *
   * @param port the loopback port
   * @param path the path
   * @param status the status that means ready, null for any from 200 to 299
   */
  record Http(int port, String path, @Nullable Integer status) implements Probe {

    private static final int TIMEOUT_MILLIS = 2_000;

    @Override
    public @Nullable String attempt() {
      String get = "GET http://127.0.0.1:" + port + path;
      try {
        int answered = answer();
        boolean ready = status == null ? answered / 100 == 2 : answered == status;
        return ready ? null : get + " answered " + answered;
      } catch (IOException e) {
        return get + " got no answer: " + e.getMessage();
      }
    }

    private int answer() throws IOException {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      connection.setInstanceFollowRedirects(false);
      try {
        return connection.getResponseCode();
      } finally {
        connection.disconnect();
      }
    }
  }

  /**
   * A port takes connections.
   *
   * @param port the loopback port
   */
  record Port(int port) implements Probe {

    private static final int TIMEOUT_MILLIS = 1_000;

    @Override
    public @Nullable String attempt() {
      try (Socket socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        return null;
      } catch (IOException e) {
        return "A connection to 127.0.0.1:" + port + " failed: " + e.getMessage();
      }
    }
  }

  /**
   * A line of the log matches.
   *
   * @param log the log
   * @param pattern what is found in the line
   */
  record Log(LogFile log, Pattern pattern) implements Probe {

    @Override
    public @Nullable String attempt() {
      return log.has(pattern) ? null : "No line of the log matched /" + pattern + "/";
    }
  }
}
