package dev.trestle.benchmarks.shop;

import dev.trestle.benchmarks.stack.Java;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The running server. It ends with the harness, since it reads the harness's end of its input. */
public final class ShopProcess implements AutoCloseable {

  private static final String READY = "Shop: ";

  private final Process process;
  private final String address;

  private ShopProcess(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts the server on a free port and waits until it listens.
   *
   * @param home the folder {@code benchmarks}
   */
  public static ShopProcess start(Path home) throws IOException {
    String jar = home.resolve("server/target/server.jar").toString();
    Process process =
        new ProcessBuilder(Java.executable(), "-Xmx512m", "-jar", jar)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "shop-end"));
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    if (line == null || !line.startsWith(READY)) {
      process.destroyForcibly();
      throw new IOException("The shop's server did not start: " + line);
    }
    return new ShopProcess(process, line.substring(READY.length()));
  }

  /** Scheme, host and port. */
  public String address() {
    return address;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
