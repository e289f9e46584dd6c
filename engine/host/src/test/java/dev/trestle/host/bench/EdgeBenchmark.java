package dev.trestle.host.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.trestle.host.edge.Edge;
import dev.trestle.host.edge.EdgeProxies;
import dev.trestle.host.edge.Edges;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What an edge proxy adds to a call: the same exchange on one kept connection, directly and through
 * an HTTP and a TCP edge, in turns. Run its {@code main}; it prints microseconds.
 */
public final class EdgeBenchmark {

  private static final int WARM_UP = 20_000;
  private static final int MEASURED = 20_000;
  private static final int ROUNDS = 5;
  private static final byte[] REQUEST =
      ("POST /quotes HTTP/1.1\r\nHost: pricing\r\nContent-Type: application/json\r\n"
              + "traceparent: 00-7e57ca5e16cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\n"
              + ("Content-Length: 200\r\n\r\n" + "q".repeat(200)))
          .getBytes(ISO_8859_1);
  private static final byte[] RESPONSE =
      ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n"
              + "a".repeat(1000))
          .getBytes(ISO_8859_1);

  private EdgeBenchmark() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException {
    ExecutorService threads = Executors.newCachedThreadPool();
    try (ServerSocket provider = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        EdgeProxies proxies = new EdgeProxies();
        Edges edges = new Edges(proxies)) {
      threads.execute(() -> serve(provider, threads));
      int direct = provider.getLocalPort();
      int http = edges.open(new Edge("cart", "pricing", direct, Edge.Kind.HTTP));
      int tcp = edges.open(new Edge("cart", "postgres", direct, Edge.Kind.TCP));
      for (int port : new int[] {direct, http, tcp}) {
        measure(port, WARM_UP);
      }
      for (int round = 1; round <= ROUNDS; round++) {
        print("direct", measure(direct, MEASURED));
        print("HTTP edge", measure(http, MEASURED));
        print("TCP edge", measure(tcp, MEASURED));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void print(String what, long[] nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%-10s p50 %6.1f us  p99 %6.1f us%n",
        what,
        nanos[nanos.length / 2] / 1000.0,
        nanos[nanos.length * 99 / 100] / 1000.0);
  }

  private static long[] measure(int port, int count) throws IOException {
    long[] nanos = new long[count];
    byte[] answer = new byte[RESPONSE.length];
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      for (int i = 0; i < count; i++) {
        long begin = System.nanoTime();
        out.write(REQUEST);
        in.readFully(answer);
        nanos[i] = System.nanoTime() - begin;
      }
    }
    return nanos;
  }

  private static void serve(ServerSocket provider, ExecutorService threads) {
    try {
      while (true) {
        Socket accepted = provider.accept();
        threads.execute(() -> answer(accepted));
      }
    } catch (IOException e) {
      // The end of the benchmark closes the socket.
    }
  }

  private static void answer(Socket accepted) {
    try (accepted) {
      accepted.setTcpNoDelay(true);
      DataInputStream in = new DataInputStream(accepted.getInputStream());
      byte[] request = new byte[REQUEST.length];
      while (true) {
        in.readFully(request);
        accepted.getOutputStream().write(RESPONSE);
      }
    } catch (IOException e) {
      // The consumer is done.
    }
  }
}
