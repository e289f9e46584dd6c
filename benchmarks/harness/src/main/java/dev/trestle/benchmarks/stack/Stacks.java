package dev.trestle.benchmarks.stack;

import dev.trestle.benchmarks.stack.Stack.Kind;
import java.nio.file.Path;
import java.util.List;

/** All stacks, in the order of the tables. */
public final class Stacks {

  /** The name of the stack that all this is about. */
  public static final String TRESTLE = "trestle";

  /** The name of the bare Java loop. */
  public static final String FLOOR = "floor";

  private Stacks() {}

  /**
   * All stacks.
   *
   * @param home the folder {@code benchmarks}
   */
  public static List<Stack> all(Path home) {
    Path peers = home.resolve("peers");
    return List.of(
        stack("validate", "empty `mvn validate`", peers.resolve("empty"), Kind.EMPTY_VALIDATE),
        stack("empty", "empty `mvn verify`", peers.resolve("empty"), Kind.EMPTY_VERIFY),
        stack(FLOOR, "floor: bare Java loop", peers.resolve("floor"), Kind.PROGRAM),
        stack(TRESTLE, "Trestle", home.resolve(TRESTLE), Kind.BUILD),
        stack("citrus", "Citrus + Cucumber", peers.resolve("citrus"), Kind.BUILD),
        stack("karate", "Karate", peers.resolve("karate"), Kind.BUILD),
        stack(
            "cucumber-httpclient",
            "Cucumber + `HttpClient` + Allure",
            peers.resolve("cucumber-httpclient"),
            Kind.BUILD),
        stack("serenity", "Serenity", peers.resolve("serenity"), Kind.BUILD),
        stack(
            "cucumber-restassured",
            "Cucumber + REST-assured + Allure",
            peers.resolve("cucumber-restassured"),
            Kind.BUILD));
  }

  /** Citrus keeps the running scenario in a static field, so that it has one lane. */
  private static Stack stack(String name, String title, Path project, Kind kind) {
    return new Stack(name, title, project, kind, !name.equals("citrus"));
  }
}
