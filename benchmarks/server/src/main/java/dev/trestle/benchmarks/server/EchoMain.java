package dev.trestle.benchmarks.server;

import java.io.IOException;

/** Starts the echo on the port of the variable {@code PORT} and says where it is. */
public final class EchoMain {

  private EchoMain() {}

  /** Runs until it is ended. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    EchoServer server = EchoServer.start(Integer.parseInt(System.getenv("PORT")));
    System.out.println("Echo: http://127.0.0.1:" + server.port());
    Thread.currentThread().join();
  }
}
