package dev.trestle.steps.core.catalogue;

/**
 * A step of a Trestle artifact.
 *
 * @param artifact the artifact id, such as {@code trestle-steps-http}
 * @param expression the step's expression
 */
public record AbsentStep(String artifact, String expression) {

  /** The dependency that brings the step, for the project's POM. */
  public String dependency() {
    return """
           <dependency>
             <groupId>dev.trestle</groupId>
             <artifactId>%s</artifactId>
             <scope>test</scope>
           </dependency>"""
        .formatted(artifact);
  }
}
