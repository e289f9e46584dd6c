package dev.trestle.library;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The step classes of an artifact, read from their sources, since descriptions are Javadoc. */
final class StepSources {

  private static final Set<String> KEYWORDS = Set.of("Given", "When", "Then", "And", "But");

  private StepSources() {}

  /**
   * The step classes below a module, by name.
   *
   * @param module the module's folder, such as {@code step-library/http}
   */
  static List<StepClass> in(Path module) throws IOException {
    Path sources = module.resolve("src/main/java");
    if (!Files.isDirectory(sources)) {
      return List.of();
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(sources)) {
      files = all.filter(file -> file.toString().endsWith("Steps.java")).sorted().toList();
    }
    return files.isEmpty() ? List.of() : read("trestle-steps-" + module.getFileName(), files);
  }

  private static List<StepClass> read(String artifact, List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<StepClass> classes = new ArrayList<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      DocTrees docs = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        TreePath at = new TreePath(new TreePath(unit), unit.getTypeDecls().get(0));
        StepClass read = stepClass(artifact, at, docs);
        if (!read.steps().isEmpty()) {
          classes.add(read);
        }
      }
    }
    return classes;
  }

  private static StepClass stepClass(String artifact, TreePath at, DocTrees docs) {
    List<StepClass.Step> steps = new ArrayList<>();
    List<? extends Tree> members = ((ClassTree) at.getLeaf()).getMembers();
    Map<String, String> constants = constants(members);
    members.stream()
        .filter(MethodTree.class::isInstance)
        .forEach(member -> steps.addAll(steps(new TreePath(at, member), docs, constants)));
    return new StepClass(artifact, description(docs.getDocComment(at)), steps);
  }

  /** The texts that the class gives names to, so that it can use them again. */
  private static Map<String, String> constants(List<? extends Tree> members) {
    return members.stream()
        .filter(VariableTree.class::isInstance)
        .map(VariableTree.class::cast)
        .filter(field -> field.getInitializer() instanceof LiteralTree)
        .collect(
            Collectors.toMap(
                field -> field.getName().toString(),
                field -> text(field.getInitializer(), Map.of())));
  }

  private static List<StepClass.Step> steps(
      TreePath method, DocTrees docs, Map<String, String> constants) {
    List<? extends AnnotationTree> annotations =
        ((MethodTree) method.getLeaf()).getModifiers().getAnnotations();
    String example =
        annotations.stream()
            .filter(annotation -> name(annotation).equals("Example"))
            .map(annotation -> value(annotation, constants))
            .findFirst()
            .orElse("");
    return annotations.stream()
        .filter(annotation -> KEYWORDS.contains(name(annotation)))
        .map(
            annotation ->
                new StepClass.Step(
                    value(annotation, constants), description(docs.getDocComment(method)), example))
        .toList();
  }

  private static String name(AnnotationTree annotation) {
    return annotation.getAnnotationType().toString();
  }

  private static String value(AnnotationTree annotation, Map<String, String> constants) {
    ExpressionTree argument = annotation.getArguments().get(0);
    return text(
        argument instanceof AssignmentTree named ? named.getExpression() : argument, constants);
  }

  private static String text(ExpressionTree expression, Map<String, String> constants) {
    if (expression instanceof BinaryTree sum) {
      return text(sum.getLeftOperand(), constants) + text(sum.getRightOperand(), constants);
    }
    if (expression instanceof ParenthesizedTree inner) {
      return text(inner.getExpression(), constants);
    }
    if (expression instanceof IdentifierTree name
        && constants.containsKey(name.getName().toString())) {
      return constants.get(name.getName().toString());
    }
    if (expression instanceof LiteralTree literal) {
      return String.valueOf(literal.getValue());
    }
    throw new AssertionError("A step or an example is written as " + expression + ".");
  }

  /** The text before the first block tag, on one line; code is marked as in Markdown. */
  private static String description(String comment) {
    if (comment == null) {
      return "";
    }
    return comment
        .split("(?m)^\\s*@", 2)[0]
        .replaceAll("\\{@(?:code|literal|link)\\s+([^{}]*)}", "`$1`")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
