package dev.trestle.benchmarks.stack;

import dev.trestle.benchmarks.plan.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands that are timed. */
public final class Commands {

  private final Maven maven;

  /**
   * Commands of a Maven.
   *
   * @param maven how Maven is called
   */
  public Commands(Maven maven) {
    this.maven = maven;
  }

  /**
   * The command that runs a stack, in its project's folder.
   *
   * @param shop the address of the shop
   */
  public List<String> of(Stack stack, Shape shape, String shop) {
    return switch (stack.kind()) {
      case PROGRAM -> program(stack.project(), shape, shop);
      case BUILD -> maven.timed("verify", properties(shape, shop));
      case EMPTY_VERIFY -> maven.timed("verify", List.of());
      case EMPTY_VALIDATE -> maven.timed("validate", List.of());
    };
  }

  /**
   * The command that compiles a stack's project and downloads all that its timed build needs, by
   * being that build, online.
   */
  public List<String> prepare(Stack stack, String shop) {
    return switch (stack.kind()) {
      case PROGRAM -> maven.untimed("package", List.of());
      case BUILD -> maven.untimed("verify", properties(Shape.ONE, shop));
      case EMPTY_VERIFY -> maven.untimed("verify", List.of());
      case EMPTY_VALIDATE -> maven.untimed("validate", List.of());
    };
  }

  private static List<String> program(Path project, Shape shape, String shop) {
    String jar = project.resolve("target/floor.jar").toString();
    return List.of(
        Java.executable(),
        "-jar",
        jar,
        shop,
        String.valueOf(shape.scenarios()),
        String.valueOf(shape.lanes()));
  }

  /** The same for every stack; each takes what it knows. */
  private static List<String> properties(Shape shape, String shop) {
    List<String> properties = new ArrayList<>();
    properties.add("-Dshop.url=" + shop);
    properties.add("-Dlanes=" + shape.lanes());
    properties.add("-Dlanes.parallel=" + (shape.lanes() > 1));
    properties.add("-Dtrestle.lanes=" + shape.lanes());
    return properties;
  }
}
