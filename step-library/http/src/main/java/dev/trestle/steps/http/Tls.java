package dev.trestle.steps.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.apache.http.HttpHost;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.protocol.HttpContext;

/** TLS as Apache's client has it; its trust store is read when a scenario first uses HTTPS. */
final class Tls implements ConnectionSocketFactory {

  private static final class Made {
    static final ConnectionSocketFactory FACTORY = SSLConnectionSocketFactory.getSocketFactory();
  }

  @Override
  public Socket createSocket(HttpContext context) throws IOException {
    return Made.FACTORY.createSocket(context);
  }

  @Override
  public Socket connectSocket(
      int connectMillis,
      Socket socket,
      HttpHost host,
      InetSocketAddress remote,
      InetSocketAddress local,
      HttpContext context)
      throws IOException {
    return Made.FACTORY.connectSocket(connectMillis, socket, host, remote, local, context);
  }
}
