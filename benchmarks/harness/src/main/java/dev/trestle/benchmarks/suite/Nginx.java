package dev.trestle.benchmarks.suite;

import dev.trestle.benchmarks.measure.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A plain reverse proxy: one worker, connections kept on both sides, no log, bodies in memory. */
final class Nginx implements AutoCloseable {

  private static final String CONFIGURATION =
      """
      user root;
      worker_processes 1;
      daemon off;
      pid nginx.pid;
      error_log error.log;
      events { worker_connections 1024; }
      http {
        access_log off;
        client_body_temp_path bodies;
        proxy_temp_path proxy;
        fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi;
        scgi_temp_path scgi;
        client_body_buffer_size 256k;
        proxy_buffers 8 64k;
        keepalive_requests 100000000;
        upstream provider {
          server 127.0.0.1:%d;
          keepalive 64;
          keepalive_requests 100000000;
        }
        server {
          listen 127.0.0.1:%d;
          location / {
            proxy_pass http://provider;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
          }
        }
      }
      """;

  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/sbin/nginx"), Path.of("/usr/bin/nginx"), Path.of("/usr/local/bin/nginx"));
  private static final int PATIENCE_MILLIS = 10_000;

  private final Session session;
  private final int port;

  private Nginx(Session session, int port) {
    this.session = session;
    this.port = port;
  }

  /** Whether it is installed. */
  static boolean isInstalled() {
    return places().findFirst().isPresent();
  }

  private static Stream<Path> places() {
    return PLACES.stream().filter(Files::isExecutable);
  }

  /**
   * Starts it before a server, and waits until it listens.
   *
   * @param folder for all that it writes
   * @param provider the server's port
   */
  static Nginx start(Path folder, int provider) throws IOException, InterruptedException {
    int port = freePort();
    Files.createDirectories(folder);
    Path file = folder.resolve("nginx.conf");
    Files.writeString(file, CONFIGURATION.formatted(provider, port));
    String program = places().findFirst().orElseThrow().toString();
    List<String> command = List.of(program, "-p", folder.toString(), "-c", file.toString());
    Session session = Session.start(command, folder, Map.of(), folder.resolve("nginx.log"));
    Nginx nginx = new Nginx(session, port);
    try {
      nginx.awaitListening();
      return nginx;
    } catch (IOException e) {
      nginx.close();
      throw e;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitListening() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
    while (true) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        if (System.nanoTime() - end > 0) {
          throw new IOException("nginx does not listen; see " + session.log(), e);
        }
        Thread.sleep(20);
      }
    }
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    session.close();
  }
}
