package dev.trestle.steps.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.steps.core.Credentials;
import dev.trestle.steps.core.TestScope;
import dev.trestle.steps.core.testing.Examples;
import dev.trestle.steps.core.testing.FakeHost;
import dev.trestle.steps.core.testing.FeatureRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuthStepsTest {

  @TempDir Path folder;

  private FeatureRun.Outcome run(String feature) throws IOException {
    Path features = Files.createDirectories(Path.of("target/examples"));
    Path file = Files.writeString(features.resolve("auth.feature"), feature);
    try (TokenServer server = new TokenServer();
        FakeHost host = FakeHost.start(server.environment())) {
      return FeatureRun.run(host, file, folder, "dev.trestle.steps.auth.glue");
    }
  }

  @Test
  void every_step_has_an_example_that_works() throws IOException {
    FeatureRun.Outcome outcome =
        run(
            Examples.feature(AuthSteps.class, ClientSteps.class)
                .replace(
                    "Feature: Examples\n",
                    "Feature: Examples\n  Background:\n    Given an issued token\n"));
    assertThat(outcome.results().keySet())
        .hasSize(9)
        .allSatisfy(
            name -> assertThat(outcome.status(name)).as(outcome.message(name)).isEqualTo("passed"));
  }

  @Test
  void a_report_does_not_show_credentials() throws IOException {
    FeatureRun.Outcome outcome =
        run(
            """
            Feature: credentials
              Scenario: user
                Given I use the user "Ada" with the password "a-secret"
                Then the credentials are attached
            """);
    assertThat(outcome.attachment("user", "Size")).isEqualTo("has 37 characters");
    assertThat(outcome.attachment("user", "Credentials")).isEqualTo("Authorization: Basic *****");
  }

  @Test
  void a_text_that_is_no_token_fails_with_the_line() throws IOException {
    FeatureRun.Outcome outcome =
        run(
            """
            Feature: credentials
              Scenario: no token
                Given I use an unsigned copy of the token "opaque"
            """);
    assertThat(outcome.status("no token")).isEqualTo("failed");
    assertThat(outcome.message("no token"))
        .isEqualTo(
            """
            The text given as a token is not a JSON Web Token.
            It has 1 parts between dots, not three.
            Look at target/examples/auth.feature:3.
            Save the token that the service issued, and use it by its name.""");
  }

  @Test
  void a_claim_that_is_a_secret_is_not_shown_beside_another_that_differs() throws IOException {
    FeatureRun.Outcome outcome =
        run(
            """
            Feature: claims
              Scenario: another claim
                Given a token that says '{"sub": "ada", "api_key": "hunter2"}'
                Then the token "${token}" has the claims:
                  | sub     | ben     |
                  | api_key | hunter2 |
            """);
    assertThat(outcome.message("another claim"))
        .contains("≠ sub  ben", "api_key  ***** (7 characters, #")
        .doesNotContain("hunter2");
  }

  @Test
  void a_client_gets_a_token_for_what_it_asks() throws IOException {
    FeatureRun.Outcome outcome =
        run(
            """
            Feature: clients
              Scenario: another audience
                Given I use a token for the client "shop-app" with the secret "a-secret" from "/oauth2/token" of "identity" with:
                  | audience | ware house |
                Then the token "${token of shop-app}" has the claims:
                  | form | grant_type=client_credentials&audience=ware+house |
                  | aud  | <absent>                                          |
                And the credentials are attached
              Scenario: wrong claims
                Given an issued token
                Then the token "${token}" has the claims:
                  | sub | ben |
              Scenario: a wrong secret
                Given I use a token for the client "shop-app" with the secret "s3cr3t" from "/oauth2/token" of "identity"
            """);
    assertThat(outcome.status("another audience"))
        .as(outcome.message("another audience"))
        .isEqualTo("passed");
    assertThat(outcome.attachment("another audience", "Credentials"))
        .isEqualTo("Authorization: Bearer *****");
    assertThat(outcome.message("wrong claims"))
        .startsWith("The token does not have the expected claims.")
        .contains("≠ sub  ben | sub  ada");
    assertThat(outcome.message("a wrong secret"))
        .startsWith("The client 'shop-app' got no access token.\nPOST http://127.0.0.1:")
        .contains("answered 401: {\"error\":\"invalid_client\"}")
        .doesNotContain("s3cr3t");
  }

  @Test
  void the_last_credentials_count() {
    try (TestScope test = TestScope.open()) {
      AuthSteps steps = new AuthSteps();
      steps.user("Ada", "a-secret");
      steps.key("a-key", "X-Api-Key");
      assertThat(Credentials.of(test.scope()).headers()).isEqualTo(Map.of("X-Api-Key", "a-key"));
    }
  }
}
