package dev.trestle.host.container;

import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ProgressDetail;
import dev.trestle.protocol.Deadline;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** One pull, with its progress. */
final class Pull extends Patience<PullResponseItem> {

  private static final Duration SILENCE = Duration.ofMinutes(2);
  private static final Duration BETWEEN_NEWS = Duration.ofSeconds(2);
  private static final int MEGA = 1_000_000;

  private final String image;
  private final Progress progress;
  private final Map<String, long[]> layers = new LinkedHashMap<>();
  private Deadline silence = Deadline.in(Duration.ZERO);

  Pull(String image, Progress progress) {
    super(SILENCE);
    this.image = image;
    this.progress = progress;
  }

  @Override
  void hear(PullResponseItem item) {
    ProgressDetail detail = item.getProgressDetail();
    if (item.getId() != null && detail != null && detail.getTotal() != null) {
      long current = detail.getCurrent() == null ? 0 : detail.getCurrent();
      layers.put(item.getId(), new long[] {current, detail.getTotal()});
      tell();
    }
  }

  private void tell() {
    if (silence.isOver()) {
      silence = Deadline.in(BETWEEN_NEWS);
      long done = layers.values().stream().mapToLong(layer -> layer[0]).sum();
      long all = layers.values().stream().mapToLong(layer -> layer[1]).sum();
      progress.tell("pulling %s, %d of %d MB".formatted(image, done / MEGA, all / MEGA));
    }
  }
}
