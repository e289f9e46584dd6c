package dev.trestle.host.container;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.HealthCheck;
import dev.trestle.host.compose.Healthcheck;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The health check of a container as the engine has it: what the Compose file leaves out is the
 * image's, and what the image leaves out is Docker's default.
 *
 * @param test CMD or CMD-SHELL first; empty for none
 * @param interval the time between two tests
 * @param timeout how long one test may take
 * @param retries the failures in a row that make it unhealthy
 * @param startPeriod the time after the start in which failures do not count
 */
public record HealthPlan(
    List<String> test, Duration interval, Duration timeout, int retries, Duration startPeriod) {

  private static final Duration USUAL = Duration.ofSeconds(30);
  private static final int USUAL_RETRIES = 3;
  private static final String NONE = "NONE";

  /** Copies the test. */
  public HealthPlan {
    test = List.copyOf(test);
  }

  /** No check. */
  static HealthPlan none() {
    return new HealthPlan(List.of(), USUAL, USUAL, USUAL_RETRIES, Duration.ZERO);
  }

  /** The check of a container whose image the engine knows. */
  static HealthPlan of(@Nullable Healthcheck own, Optional<InspectImageResponse> image) {
    ContainerConfig config = image.map(InspectImageResponse::getConfig).orElse(null);
    return of(own, config == null ? null : config.getHealthcheck());
  }

  /**
   * The check of a container.
   *
   * @param own what the Compose file says
   * @param image what the image says
   */
  static HealthPlan of(@Nullable Healthcheck own, @Nullable HealthCheck image) {
    HealthCheck theirs = image == null ? new HealthCheck() : image;
    List<String> test = own == null || own.test().isEmpty() ? theirs.getTest() : own.test();
    if ((own != null && own.disabled())
        || test == null
        || test.isEmpty()
        || test.get(0).equals(NONE)) {
      return none();
    }
    Integer retries = own == null ? null : own.retries();
    return new HealthPlan(
        test,
        either(own == null ? null : own.interval(), theirs.getInterval(), USUAL),
        either(own == null ? null : own.timeout(), theirs.getTimeout(), USUAL),
        retries == null ? positive(theirs.getRetries()) : retries,
        either(own == null ? null : own.startPeriod(), theirs.getStartPeriod(), Duration.ZERO));
  }

  /** After this time the engine holds it for unhealthy, if no test ever passes. */
  public Duration longest() {
    return startPeriod.plus(interval.plus(timeout).multipliedBy(retries));
  }

  private static Duration either(
      @Nullable Duration own, @Nullable Long imageNanos, Duration otherwise) {
    if (own != null) {
      return own;
    }
    return imageNanos == null || imageNanos <= 0 ? otherwise : Duration.ofNanos(imageNanos);
  }

  private static int positive(@Nullable Integer retries) {
    return retries == null || retries <= 0 ? USUAL_RETRIES : retries;
  }
}
