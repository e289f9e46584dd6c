package dev.trestle.host.container;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Follows what a container logs, from its start to its end. */
final class LogFollower extends ResultCallback.Adapter<Frame> {

  private static final int BUFFER = 1 << 16;

  private final PipedOutputStream out = new PipedOutputStream();

  private final AtomicLong taken;
  private long known;

  private LogFollower(AtomicLong taken) {
    this.taken = taken;
    this.known = taken.get();
  }

  /**
   * Follows on a thread of its own.
   *
   * @param log takes the stream and returns at its end
   * @param taken the bytes taken by earlier starts, which the engine gives again
   */
  static void follow(
      Engine engine, String id, String service, Consumer<InputStream> log, AtomicLong taken) {
    LogFollower follower = new LogFollower(taken);
    try {
      PipedInputStream in = new PipedInputStream(follower.out, BUFFER);
      Thread pump = new Thread(() -> log.accept(in), "log " + service);
      pump.setDaemon(true);
      pump.start();
    } catch (IOException e) {
      throw new IllegalStateException(e); // the pipe was just made
    }
    engine
        .client()
        .logContainerCmd(id)
        .withStdOut(true)
        .withStdErr(true)
        .withFollowStream(true)
        .exec(follower);
  }

  @Override
  public void onNext(Frame frame) {
    byte[] bytes = frame.getPayload();
    int skipped = (int) Math.min(known, bytes.length);
    known -= skipped;
    taken.addAndGet(bytes.length - skipped);
    try {
      out.write(bytes, skipped, bytes.length - skipped);
      out.flush();
    } catch (IOException e) {
      // Nobody reads it any more.
    }
  }

  @Override
  public void onError(Throwable throwable) {
    end(); // the container or the engine is gone, which its process tells
  }

  @Override
  public void onComplete() {
    end();
    super.onComplete();
  }

  private void end() {
    try {
      out.close();
    } catch (IOException e) {
      // It is closed already.
    }
  }
}
