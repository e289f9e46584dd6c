package dev.trestle.benchmarks.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The shop's HTTP server, on loopback only. */
final class ShopServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(ShopServer::daemon);

  private ShopServer(HttpServer server) {
    this.server = server;
  }

  /** Listens on a port, a free one when 0. */
  static ShopServer start(int port) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    ShopServer shop = new ShopServer(HttpServer.create(address, 128));
    Settings settings = new Settings();
    Counts counts = new Counts();
    Shop goods = new Shop();
    shop.server.createContext("/", new ShopRoutes(goods, settings, counts));
    shop.server.createContext("/admin/", new AdminRoutes(goods, settings, counts));
    shop.server.setExecutor(shop.threads);
    shop.server.start();
    return shop;
  }

  /** Scheme, host and port. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "shop");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
