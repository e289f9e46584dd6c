package dev.trestle.host.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.trestle.protocol.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Generated exchanges with faults in force, between a consumer that may be evil and a provider that
 * may be so too. Each comes to an end, and nothing has a body that must not have one.
 */
final class FaultFuzz implements AutoCloseable {

  private static final Pattern BODILESS = Pattern.compile("HTTP/1.[01] (204|304) ");

  private final Edges edges;
  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final int port;
  private volatile long seed;

  FaultFuzz(Edges edges) throws IOException {
    this.edges = edges;
    int provider = listening.getLocalPort();
    port = edges.open(new Edge("checkout", "orders", provider, Edge.Kind.HTTP));
    threads.execute(this::serve);
  }

  private void serve() {
    while (!listening.isClosed()) {
      try {
        Socket accepted = listening.accept();
        threads.execute(() -> answer(accepted, new Random(seed)));
      } catch (IOException e) {
        // It closes.
      }
    }
  }

  private static void answer(Socket accepted, Random random) {
    try (accepted) {
      InputStream in = accepted.getInputStream();
      byte[] some = new byte[8192];
      StringBuilder request = new StringBuilder();
      for (int count = in.read(some); count >= 0; count = in.read(some)) {
        request.append(new String(some, 0, count, ISO_8859_1));
        if (request.indexOf("\r\n\r\n") >= 0) {
          break;
        }
      }
      if (request.length() == 0) {
        return; // the connection before the fault is known
      }
      String method = request.substring(0, Math.max(0, request.indexOf(" ")));
      byte[] answer = new FuzzMessages(random).answer(method).all();
      int length = random.nextInt(4) == 0 ? random.nextInt(answer.length) : answer.length;
      accepted.getOutputStream().write(answer, 0, length);
      switch (random.nextInt(4)) {
        case 0 -> accepted.setSoLinger(true, 0);
        case 1 -> {
          accepted.shutdownOutput();
          while (in.read(some) >= 0) {
            // It lingers.
          }
        }
        case 2 -> {
          while (in.read(some) >= 0) {
            // It goes on listening, whatever it has still to say.
          }
        }
        default -> {
          // It closes.
        }
      }
    } catch (IOException e) {
      // The edge has gone.
    }
  }

  private static Fault.Effect effect(Random random) {
    Fault.Change[] changes = Fault.Change.values();
    return switch (random.nextInt(11)) {
      case 0 -> new Fault.Answer(503, "text/plain", "broken");
      case 1 -> new Fault.Answer(204, "", "none");
      case 2 -> new Fault.Delay(random.nextInt(20));
      case 3 -> new Fault.Refusal();
      case 4 -> new Fault.Reset();
      case 5 -> new Fault.CutShort();
      case 6 -> new Fault.Twice();
      case 7 -> new Fault.Silence();
      case 8 -> new Fault.Restated(200, 204);
      case 9 -> new Fault.Replaced(200, "application/json", "{}");
      default -> new Fault.Changed(changes[random.nextInt(changes.length)], "$.a");
    };
  }

  /** What is wrong with the exchange of a seed, empty when nothing is. */
  String hold(long next) throws IOException, InterruptedException {
    seed = next;
    Random random = new Random(next);
    String traceId = "7e57ca5e" + String.format(Locale.ROOT, "%024x", random.nextLong());
    Fault.Effect effect = effect(random);
    edges.fault(new Fault(traceId, "checkout", "orders", null, 0, 0, effect));
    FuzzMessages.Request request = new FuzzMessages(random).request(true);
    List<FuzzStep> steps = new ArrayList<>();
    String head = new String(request.head(), ISO_8859_1).stripLeading();
    int end = head.indexOf('\n') + 1;
    String trace = "traceparent: 00-" + traceId + "-b7ad6b7169203331-01\r\n";
    byte[] all =
        (head.substring(0, end)
                + trace
                + head.substring(end)
                + new String(request.body(), ISO_8859_1))
            .getBytes(ISO_8859_1);
    steps.add(new FuzzStep.Send(all, new int[] {1 + random.nextInt(5_000)}, random.nextBoolean()));
    steps.add(new FuzzStep.Pause());
    if (random.nextInt(3) == 0) {
      steps.add(new FuzzStep.HalfClose());
    }
    steps.add(random.nextBoolean() ? new FuzzStep.Leave() : new FuzzStep.Reset());
    FuzzPeer.Heard heard;
    boolean met;
    try (Socket consumer = new Socket(InetAddress.getLoopbackAddress(), port)) {
      heard = new FuzzPeer(consumer, true).run(steps);
    } finally {
      met = edges.endScenario(traceId, "fuzz", "").lines().get(0).contains("used 1 time(s)");
    }
    if (!met) {
      return ""; // such as a request with another traceparent beside this one: it passes as it is
    }
    String answer =
        new String(heard.bytes(), ISO_8859_1).replaceFirst("^(HTTP/1.1 100 .*\r\n\r\n)+", "");
    int body = answer.indexOf("\r\n\r\n") + 4;
    boolean none = request.method().equals("HEAD") || BODILESS.matcher(answer).lookingAt();
    if (none && answer.startsWith("HTTP/1.1") && body >= 4 && body < answer.length()) {
      return "seed " + next + ": " + effect + " gave a body to " + request.method() + ": " + answer;
    }
    if (answer.startsWith("HTTP/1.1 204")
        && answer.toLowerCase(Locale.ROOT).contains("content-length")) {
      return "seed " + next + ": " + effect + " gave a length to 204: " + answer;
    }
    return "";
  }

  @Override
  public void close() throws IOException {
    listening.close();
    threads.shutdownNow();
  }
}
