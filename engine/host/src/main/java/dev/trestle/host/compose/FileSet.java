package dev.trestle.host.compose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Loads files into one tree: interpolated, with includes and extends resolved, and merged. */
final class FileSet {
  private final Sources sources;
  private final Warnings warnings;

  FileSet(Sources sources, Warnings warnings) {
    this.sources = sources;
    this.warnings = warnings;
  }

  Node.Mapping load(List<Path> files, Path base, Variables variables) {
    return load(files, base, variables, null, List.of());
  }

  /** The tree of files that are included together, or that the request names. */
  Node.Mapping load(
      List<Path> files,
      Path base,
      Variables variables,
      @Nullable Field reference,
      List<Path> chain) {
    Node.Mapping merged = null;
    for (Path file : files) {
      Node.Mapping root = read(file, base, variables, reference);
      List<Path> longer = new ArrayList<>(chain);
      longer.add(file);
      root = new Include(this, sources, warnings).apply(root, longer);
      root = new Extends((path, field) -> extended(path, field, variables)).resolve(root);
      Node.Mapping empty = new Node.Mapping(Map.of(), root.origin(), Directive.MERGE);
      merged = Merge.files(merged == null ? empty : merged, root);
    }
    return Objects.requireNonNull(merged, "at least one file");
  }

  private Node.Mapping extended(Path file, Field reference, Variables variables) {
    return read(file, parent(file), variables, reference);
  }

  private Node.Mapping read(Path file, Path base, Variables variables, @Nullable Field reference) {
    String text = sources.compose(file, reference);
    Source source = new Source(file, sources.shown(file), base, variables);
    return LongForm.of(new InterpolatedNodes(warnings).root(YamlReader.read(text, source)));
  }

  static Path parent(Path file) {
    return Objects.requireNonNullElse(file.getParent(), file);
  }
}
