package dev.trestle.host.container;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.WaitResponse;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The main process of a container. Its output goes to the container's log. */
final class ContainerProcess extends Process {

  /** The exit code of a process of which nobody knows how it ended. */
  static final int UNKNOWN = -1;

  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private final Runnable kill;

  /**
   * A process that runs.
   *
   * @param engine where
   * @param id its container
   */
  ContainerProcess(Engine engine, String id) {
    this.kill = () -> engine.isDone(() -> engine.client().killContainerCmd(id).exec());
    engine
        .client()
        .waitContainerCmd(id)
        .exec(
            new ResultCallback.Adapter<WaitResponse>() {
              @Override
              public void onNext(WaitResponse response) {
                exit.complete(response.getStatusCode());
              }

              @Override
              public void onError(Throwable throwable) {
                exit.complete(UNKNOWN);
              }

              @Override
              public void onComplete() {
                exit.complete(UNKNOWN);
              }
            });
  }

  @Override
  public OutputStream getOutputStream() {
    return OutputStream.nullOutputStream();
  }

  @Override
  public InputStream getInputStream() {
    return InputStream.nullInputStream();
  }

  @Override
  public InputStream getErrorStream() {
    return InputStream.nullInputStream();
  }

  @Override
  public int waitFor() throws InterruptedException {
    try {
      return exit.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e); // nothing fails it
    }
  }

  @Override
  public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
    try {
      exit.get(timeout, unit);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e); // nothing fails it
    }
  }

  @Override
  public int exitValue() {
    Integer code = exit.getNow(null);
    if (code == null) {
      throw new IllegalThreadStateException("The container still runs.");
    }
    return code;
  }

  @Override
  public boolean isAlive() {
    return !exit.isDone();
  }

  @Override
  public CompletableFuture<Process> onExit() {
    return exit.thenApply(code -> this);
  }

  @Override
  public void destroy() {
    kill.run();
  }
}
