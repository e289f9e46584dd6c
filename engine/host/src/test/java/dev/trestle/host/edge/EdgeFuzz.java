package dev.trestle.host.edge;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Holds generated conversations twice, directly and through an edge, and compares what both sides
 * hear. Several go on at the same time, on edges of one loop.
 */
final class EdgeFuzz implements AutoCloseable {

  private static final int AT_ONCE = 4;

  private final EdgeProxies proxies = new EdgeProxies();
  private final Edges edges = new Edges(proxies);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Lane> lanes = new ArrayList<>();
  private final FaultFuzz faults;

  EdgeFuzz() throws IOException {
    for (int i = 0; i < AT_ONCE; i++) {
      lanes.add(new Lane(i));
    }
    faults = new FaultFuzz(edges);
  }

  /** Where one conversation goes on at a time. */
  private final class Lane {
    private final ServerSocket listening =
        new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int direct = listening.getLocalPort();
    private final int throughEdge;

    Lane(int number) throws IOException {
      listening.setSoTimeout(60_000);
      throughEdge = edges.open(new Edge("cart" + number, "pricing", direct, Edge.Kind.HTTP));
    }

    /** What is wrong with the conversation of a seed through an edge, empty when nothing is. */
    String hold(long seed) throws Exception {
      FuzzConversation talk = FuzzGenerator.conversation(seed);
      FuzzPeer.Heard[] direct = hold(talk, this.direct, false);
      FuzzPeer.Heard[] edge = hold(talk, throughEdge, true);
      String wrong =
          problem("the provider, directly,", talk, direct[1], talk.toProvider(false), direct[1])
              + problem("the consumer, directly,", talk, direct[0], talk.toConsumer(), direct[0])
              + problem("the provider", talk, edge[1], talk.toProvider(true), direct[1])
              + problem("the consumer", talk, edge[0], talk.toConsumer(), direct[0]);
      return wrong.isEmpty() ? "" : "seed " + seed + " (" + talk.story + "): " + wrong;
    }

    private FuzzPeer.Heard[] hold(FuzzConversation talk, int port, boolean through)
        throws Exception {
      try (Socket consumer = new Socket(InetAddress.getLoopbackAddress(), port);
          Socket provider = listening.accept()) {
        Future<FuzzPeer.Heard> answered =
            threads.submit(() -> new FuzzPeer(provider, through).run(talk.provider));
        FuzzPeer.Heard heard = new FuzzPeer(consumer, through).run(talk.consumer);
        return new FuzzPeer.Heard[] {heard, answered.get()};
      }
    }
  }

  private static String problem(
      String who, FuzzConversation talk, FuzzPeer.Heard heard, byte[] said, FuzzPeer.Heard direct) {
    if (heard.ending() == FuzzPeer.Ending.NEVER) {
      return who + " waits for ever after " + heard.bytes().length + " of " + said.length + "; ";
    }
    int same = Arrays.mismatch(heard.bytes(), said);
    boolean begins = same < 0 || same == heard.bytes().length;
    if (!begins || (!talk.isCut() && same >= 0)) {
      return who
          + " heard "
          + heard.bytes().length
          + " bytes, not "
          + said.length
          + ", the same up to "
          + same
          + "; ";
    }
    if (heard.ending() != direct.ending() && !talk.isLeft()) {
      return who + " heard the end " + heard.ending() + ", not " + direct.ending() + "; ";
    }
    return talk.isCut() || heard.ending() == FuzzPeer.Ending.IN_ORDER
        ? ""
        : who + " heard a reset; ";
  }

  /** What is wrong with the conversations of these seeds. */
  List<String> hold(long[] seeds) throws InterruptedException, ExecutionException {
    List<Future<List<String>>> all = new ArrayList<>();
    for (int lane = 0; lane < lanes.size(); lane++) {
      int first = lane;
      all.add(
          threads.submit(
              () -> {
                List<String> wrong = new ArrayList<>();
                for (int i = first; i < seeds.length; i += lanes.size()) {
                  String problem = lanes.get(first).hold(seeds[i]);
                  if (!problem.isEmpty()) {
                    wrong.add(problem);
                  }
                }
                return wrong;
              }));
    }
    all.add(threads.submit(() -> holdWithFaults(seeds)));
    List<String> wrong = new ArrayList<>();
    for (Future<List<String>> each : all) {
      wrong.addAll(each.get());
    }
    return wrong;
  }

  /** Some of the seeds are also those of exchanges with faults, at the same time. */
  private List<String> holdWithFaults(long[] seeds) throws IOException, InterruptedException {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < seeds.length; i += 4) {
      String problem = faults.hold(seeds[i]);
      if (!problem.isEmpty()) {
        wrong.add(problem);
      }
    }
    return wrong;
  }

  /** Whether the edges hold nothing but their own ports, after a while at most. */
  boolean isClean() throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(45);
    while (proxies.channels() > lanes.size() + 1 || proxies.faultsAtWork() > 0) {
      if (System.nanoTime() - until > 0) {
        return false;
      }
      Thread.onSpinWait();
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return true;
  }

  String held() {
    return proxies.channels()
        + " sockets for "
        + (lanes.size() + 1)
        + " edges, "
        + proxies.faultsAtWork()
        + " exchanges with faults";
  }

  static long openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  @Override
  public void close() throws IOException {
    faults.close();
    edges.close();
    proxies.close();
    threads.shutdownNow();
    for (Lane lane : lanes) {
      lane.listening.close();
    }
  }

  /** Runs for the given minutes with seeds from the given one on, and prints what is wrong. */
  public static void main(String[] arguments) throws Exception {
    double minutes = Double.parseDouble(arguments[0]);
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
    long until = System.nanoTime() + (long) (minutes * 60e9);
    long first = seed;
    int found = 0;
    try (EdgeFuzz fuzz = new EdgeFuzz()) {
      fuzz.hold(new long[] {1, 2, 3, 4});
      long files = openFiles();
      while (System.nanoTime() - until < 0 && found < 20) {
        long[] seeds = new long[400];
        for (int i = 0; i < seeds.length; i++) {
          seeds[i] = seed++;
        }
        List<String> wrong = fuzz.hold(seeds);
        wrong.forEach(System.out::println);
        found += wrong.size();
        if (!fuzz.isClean()) {
          System.out.println("not clean after seeds up to " + seed + ": " + fuzz.held());
          found++;
        }
        System.out.printf(
            "%d conversations, seeds %d to %d, %d findings, %d files (%d at first)%n",
            seed - first, first, seed - 1, found, openFiles(), files);
      }
    }
  }
}
