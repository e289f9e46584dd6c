package dev.trestle.host.container;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.function.Consumer;

/** Follows what a container logs, from its start to its end. */
final class LogFollower extends ResultCallback.Adapter<Frame> {

  private static final int BUFFER = 1 << 16;

  private final PipedOutputStream out = new PipedOutputStream();

  private LogFollower() {}

  /**
   * Follows on a thread of its own.
   *
   * @param log takes the stream and returns at its end
   */
  static void follow(Engine engine, String id, String service, Consumer<InputStream> log) {
    LogFollower follower = new LogFollower();
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
    try {
      out.write(frame.getPayload());
      out.flush();
    } catch (IOException e) {
      // Nobody reads it any more.
    }
  }

  @Override
  public void onError(Throwable throwable) {
    end();
    super.onError(throwable);
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
