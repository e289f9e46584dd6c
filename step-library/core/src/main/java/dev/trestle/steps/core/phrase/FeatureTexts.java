package dev.trestle.steps.core.phrase;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The steps that the selected features write, for checks of what is used only. */
public final class FeatureTexts {

  private static volatile @Nullable Supplier<Set<String>> texts;

  private FeatureTexts() {}

  /**
   * Says where the texts come from; they are asked for when a check needs them.
   *
   * @param supplier the texts of all steps, or null when they are not known
   */
  public static void use(@Nullable Supplier<Set<String>> supplier) {
    texts = supplier;
  }

  /** The texts; none when they are not known, as when an IDE runs a feature. */
  static Set<String> current() {
    Supplier<Set<String>> supplier = texts;
    return supplier == null ? Set.of() : supplier.get();
  }
}
