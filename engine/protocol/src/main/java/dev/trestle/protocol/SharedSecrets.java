package dev.trestle.protocol;

import java.util.List;

/**
 * What the processes of one run tell each other about secrets, so that each masks what another came
 * to know.
 *
 * @param names names of secrets of the project's own, as the system property has them
 * @param values values to mask wherever they stand
 */
public record SharedSecrets(String names, List<String> values) {

  /** The kind of a line among Cucumber's messages that tells the host of more. */
  public static final String MESSAGE = "trestleSecrets";
}
