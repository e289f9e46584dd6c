package dev.trestle.host.container;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.model.ResponseItem;
import dev.trestle.protocol.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Waits for the end of long work of the engine; it fails when nothing comes for a while. */
abstract class Patience<T extends ResponseItem> extends ResultCallback.Adapter<T> {

  private final Duration silence;
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private volatile Deadline patience;
  private volatile @Nullable String error;

  Patience(Duration silence) {
    this.silence = silence;
    this.patience = Deadline.in(silence);
  }

  /** Takes what is no error. */
  abstract void hear(T item);

  @Override
  public final void onNext(T item) {
    patience = Deadline.in(silence);
    if (item.isErrorIndicated()) {
      error = item.getErrorDetail() == null ? item.getError() : item.getErrorDetail().getMessage();
    } else {
      hear(item);
    }
  }

  @Override
  public final void onError(Throwable throwable) {
    end.completeExceptionally(throwable);
    super.onError(throwable);
  }

  @Override
  public final void onComplete() {
    end.complete(null);
    super.onComplete();
  }

  /** Waits; the callback's own bounded wait would end the work with the time. */
  final void await() throws InterruptedException {
    try {
      while (!isOver()) {
        if (patience.isOver()) {
          throw new DockerClientException("Nothing came for " + silence.toMinutes() + " min.");
        }
      }
    } finally {
      giveUp();
    }
    String failed = error;
    if (failed != null) {
      throw new DockerClientException(failed);
    }
  }

  /** The engine ends work of which nobody hears any more. */
  private void giveUp() {
    try {
      close();
    } catch (IOException e) {
      // It is over all the same.
    }
  }

  private boolean isOver() throws InterruptedException {
    try {
      end.get(1, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new DockerClientException(String.valueOf(e.getCause()), e.getCause());
    }
  }
}
