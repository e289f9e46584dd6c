package dev.trestle.steps.core.runner;

import dev.trestle.protocol.HostClient;
import dev.trestle.protocol.JsonException;
import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.RunnerRequest;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The runner's main class: reads one request from standard input, runs its scenarios and ends. The
 * end of standard input means that the host is gone, and ends the runner at once.
 */
public final class Runner {

  /** Cucumber ran to its end, whatever the scenarios' results. */
  static final int RAN = 0;

  /** Cucumber could not run, or its messages could not be delivered; standard error says why. */
  static final int COULD_NOT_RUN = 2;

  private Runner() {}

  /**
   * Runs one request.
   *
   * @param arguments {@link Protocol#WARM_UP} when there is time for it before the request comes
   */
  public static void main(String[] arguments) throws IOException {
    FileChannel input = new FileInputStream(FileDescriptor.in).getChannel();
    System.setIn(InputStream.nullInputStream()); // Glue must not eat the host's sign of life.
    MaskedStream.install();
    CucumberRun.quieten();
    if (List.of(arguments).contains(Protocol.WARM_UP)) {
      WarmUp.run();
    }
    String line = firstLine(input);
    ParentWatch watch = ParentWatch.over(input);
    int status = line.isEmpty() ? COULD_NOT_RUN : run(line);
    watch.close();
    Exit.with(status);
  }

  private static int run(String line) {
    RunnerRequest request;
    try {
      request = JsonRecords.read(line, RunnerRequest.class);
    } catch (JsonException e) {
      return refuse("The runner's request cannot be read: " + e.getMessage());
    }
    if (request.protocol() != Protocol.VERSION) {
      return refuse(
          "The step library speaks version "
              + (Protocol.VERSION + " of the protocol, the host version " + request.protocol())
              + ".\nGive trestle-step-library the version of trestle-maven-plugin.");
    }
    return CucumberRun.of(
            request, new HostClient(URI.create(request.host()), request.token()), System.err)
        .run();
  }

  private static int refuse(String message) {
    System.err.println(message);
    return COULD_NOT_RUN;
  }

  /** Byte by byte, since what follows the line belongs to the watch. */
  private static String firstLine(FileChannel input) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    ByteBuffer one = ByteBuffer.allocate(1);
    while (input.read(one.clear()) > 0 && one.get(0) != '\n') {
      line.write(one.get(0));
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }
}
