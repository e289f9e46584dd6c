package dev.trestle.host.compose;

/** Reads Compose files. */
public final class ComposeReader {
  private ComposeReader() {}

  /**
   * Reads, merges and checks the files of a request.
   *
   * @param request what to read
   * @return the system
   * @throws ComposeException if a file cannot be read, is not Compose, or contradicts itself
   */
  public static ComposeProject read(ComposeRequest request) {
    throw new ComposeException("Compose files are not read yet: " + request.projectDirectory());
  }
}
