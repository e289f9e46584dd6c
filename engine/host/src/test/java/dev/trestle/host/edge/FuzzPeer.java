package dev.trestle.host.edge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One side of a generated conversation: does its steps and notes all that it hears. */
final class FuzzPeer {

  private static final long PATIENCE_NANOS =
      TimeUnit.SECONDS.toNanos(Long.getLong("trestle.fuzz.patience.seconds", 30));
  private static final long PAUSE_NANOS = 300_000;

  /** How what one side hears comes to an end. */
  enum Ending {
    IN_ORDER,
    RESET,
    NEVER
  }

  /** What one side heard. */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  record Heard(byte[] bytes, Ending ending) {}

  private final Socket socket;
  private final boolean throughEdge;
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private Ending ending = Ending.NEVER;
  private volatile boolean slow;

  FuzzPeer(Socket socket, boolean throughEdge) throws IOException {
    this.socket = socket;
    this.throughEdge = throughEdge;
    socket.setTcpNoDelay(true);
  }

  /** Does all steps, then listens until the other side ends, and closes. */
  Heard run(List<FuzzStep> steps) throws InterruptedException {
    Thread reader = new Thread(this::read, "fuzz-reader");
    reader.setDaemon(true);
    reader.start();
    try {
      for (FuzzStep step : steps) {
        act(step);
      }
    } catch (IOException e) {
      // The other side is gone, which the reader sees too.
    }
    boolean ended = await(Integer.MAX_VALUE);
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
    }
    reader.join(TimeUnit.NANOSECONDS.toMillis(PATIENCE_NANOS));
    synchronized (this) {
      return new Heard(heard.toByteArray(), ended ? ending : Ending.NEVER);
    }
  }

  private void act(FuzzStep step) throws IOException, InterruptedException {
    if (step instanceof FuzzStep.Send send) {
      send(send);
    } else if (step instanceof FuzzStep.Await await) {
      await(throughEdge ? await.throughEdge() : await.direct());
    } else if (step instanceof FuzzStep.HalfClose) {
      socket.shutdownOutput();
    } else if (step instanceof FuzzStep.Leave) {
      socket.close();
    } else if (step instanceof FuzzStep.Reset) {
      socket.setSoLinger(true, 0);
      socket.close();
    } else if (step instanceof FuzzStep.Pause) {
      LockSupport.parkNanos(100 * PAUSE_NANOS);
    } else {
      slow = true;
    }
  }

  private void send(FuzzStep.Send send) throws IOException {
    int at = 0;
    for (int i = 0; at < send.bytes().length; i++) {
      int length = Math.min(send.pieces()[i % send.pieces().length], send.bytes().length - at);
      socket.getOutputStream().write(send.bytes(), at, length);
      at += length;
      if (send.pauses() && i < 8) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private synchronized boolean await(int count) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (heard.size() < count && ending == Ending.NEVER) {
      long left = until - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }

  private void read() {
    byte[] some = new byte[16 * 1024];
    try {
      InputStream in = socket.getInputStream();
      for (int count = in.read(some); count >= 0; count = in.read(some)) {
        synchronized (this) {
          heard.write(some, 0, count);
          notifyAll();
        }
        if (slow) {
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      }
      over(Ending.IN_ORDER);
    } catch (IOException e) {
      over(Ending.RESET);
    }
  }

  private synchronized void over(Ending how) {
    ending = how;
    notifyAll();
  }
}
