package dev.trestle.steps.core.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All steps and phrases of a run. */
public final class StepCatalogue {

  private static final AtomicReference<@Nullable StepCatalogue> LOADED = new AtomicReference<>();
  private static final int SUGGESTIONS = 3;

  /** A text in double quotes with a letter or digit right behind it. */
  private static final Pattern OPEN_QUOTE = Pattern.compile("^[^\"]*\"[^\"]*\"[\\p{L}\\p{N}]");

  private static final String ADVICE_FOR_TYPES =
      "Define '%s' with @ParameterType in the glue, or correct its name in the step.";

  private final List<CatalogueEntry> entries;
  private final List<UnusableStep> unusable;
  private final StepsIndex index;

  /** A catalogue of these entries; the index knows the steps of artifacts that are not there. */
  public StepCatalogue(List<CatalogueEntry> entries, StepsIndex index) {
    this(entries, List.of(), index);
  }

  /**
   * A catalogue.
   *
   * @param entries the steps and phrases
   * @param unusable steps that no text matches
   * @param index knows the steps of artifacts that are not there
   */
  public StepCatalogue(
      List<CatalogueEntry> entries, List<UnusableStep> unusable, StepsIndex index) {
    this.entries = List.copyOf(entries);
    this.unusable = List.copyOf(unusable);
    this.index = index;
  }

  /** The catalogue of the glue that Cucumber loaded last; empty before it loaded any. */
  public static Optional<StepCatalogue> loaded() {
    return Optional.ofNullable(LOADED.get());
  }

  /** Makes a catalogue the one that was loaded last. */
  public static void publish(StepCatalogue catalogue) {
    LOADED.set(catalogue);
  }

  /** Steps in Java first, then phrases, each in the order of loading. */
  public List<CatalogueEntry> entries() {
    return entries;
  }

  /** Up to three expressions nearest to a text, the nearest first. */
  public List<String> suggest(String text) {
    return Similarity.nearest(unguarded(text), expressions(), SUGGESTIONS);
  }

  /** The step of a Trestle artifact that is not on the class path, when the text is one. */
  public Optional<AbsentStep> absent(String text) {
    Set<String> here = new HashSet<>(expressions());
    return index.find(unguarded(text), step -> !here.contains(step.expression()));
  }

  /** What to tell of a step that nothing matches, in four parts. */
  public String undefined(String text, String where) {
    String what = "No step matches '" + text + "'.\n";
    String look = "Look at " + where + ".\n";
    Optional<UnusableStep> unusable = unusable(text);
    if (unusable.isPresent()) {
      return what
          + unusable(unusable.get())
          + look
          + ADVICE_FOR_TYPES.formatted(unusable.get().type());
    }
    if (OPEN_QUOTE.matcher(text).find()) {
      return what
          + "A double quote ends the text that another one begins; more text follows it at once.\n"
          + look
          + "Write '…' around a text that has double quotes, or \\\" for each in it.";
    }
    Optional<AbsentStep> absent = absent(text);
    if (absent.isPresent()) {
      return what
          + "It is '"
          + absent.get().expression()
          + "' of the artifact "
          + absent.get().artifact()
          + ", which is not on the class path.\n"
          + look
          + "Add to the project's dependencies:\n"
          + absent.get().dependency();
    }
    List<String> nearest = suggest(text);
    if (nearest.isEmpty()) {
      return what
          + "None of the "
          + entries.size()
          + " known steps and phrases is near to it.\n"
          + look
          + define("Define", text);
    }
    return what
        + "The nearest known steps:\n  "
        + String.join("\n  ", nearest)
        + "\n"
        + look
        + "Word it as one of them. "
        + define("Or define", text);
  }

  private Optional<UnusableStep> unusable(String text) {
    return unusable.stream()
        .filter(step -> StepsIndex.fits(step.expression(), unguarded(text)))
        .findFirst();
  }

  private static String unusable(UnusableStep step) {
    return "The step '"
        + step.expression()
        + "' has the parameter type {"
        + step.type()
        + "}, which nothing defines.\nIt is defined at "
        + step.location()
        + ".\n";
  }

  private static String define(String verb, String text) {
    return verb
        + " it in a file *.phrases.feature:\n  Scenario: "
        + PhraseStub.of(text)
        + "\n    * …";
  }

  private List<String> expressions() {
    return entries.stream().map(CatalogueEntry::expression).toList();
  }

  /** The step within a guard. */
  private static String unguarded(String text) {
    return text.replaceFirst("^within [^,]{1,20}, ", "");
  }
}
