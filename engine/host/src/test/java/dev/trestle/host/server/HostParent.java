package dev.trestle.host.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * Stands for Maven: starts a host as its child, hands lines on in both directions, and lives until
 * it is killed.
 */
final class HostParent {

  private HostParent() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Process host =
        new ProcessBuilder(arguments[0], "-cp", arguments[1], HostMain.class.getName())
            .redirectError(Path.of(arguments[2]).toFile())
            .start();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    BufferedReader out = host.inputReader(StandardCharsets.UTF_8);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      host.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      host.getOutputStream().flush();
      System.out.println(out.readLine());
    }
    new CountDownLatch(1).await();
  }
}
