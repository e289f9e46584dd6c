package dev.trestle.steps.auth;

import dev.trestle.steps.core.Credentials;
import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.compare.Pair;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.util.List;

/** Steps for systems that call services with tokens of their own, OAuth 2.0 client credentials. */
public final class ClientSteps {

  private final ScenarioScope scope = ScenarioScope.current();

  /** Gets an access token for a client, uses it, and saves it as {@code token of} the client. */
  @Example(
      "Given I use a token for the client \"shop-app\" with the secret \"a-secret\" from"
          + " \"/oauth2/token\" of \"identity\"")
  @Given("I use a token for the client {string} with the secret {string} from {string} of {string}")
  public void token(String client, String secret, String path, String service) {
    new ClientCredentials(service, path, scope).use(client, secret, List.of());
  }

  /** Gets such a token with more parameters, such as another audience or fewer scopes. */
  @Example(
      """
      Given I use a token for the client "shop-app" with the secret "a-secret" from "/oauth2/token" of "identity" with:
        | audience | warehouse   |
        | scope    | orders:read |
      """)
  @Given(
      "I use a token for the client {string} with the secret {string} from {string} of {string}"
          + " with:")
  public void tokenWith(
      String client, String secret, String path, String service, DataTable parameters) {
    new ClientCredentials(service, path, scope)
        .use(client, secret, Pair.of(parameters.asLists(), "parameter and value"));
  }

  /** Sends neither token nor password nor key from now on. */
  @Example("Given I use no credentials")
  @Given("I use no credentials")
  public void none() {
    Credentials.of(scope).none();
  }

  /** Checks what a token says, whoever signed it. */
  @Example(
      """
      Then the token "${token}" has the claims:
        | sub | ada |
      """)
  @Then("the token {string} has the claims:")
  public void hasClaims(String token, DataTable claims) {
    new Claims(Jwt.parse(scope.resolve(token)), scope)
        .require(Pair.of(claims.asLists(), "claim and value"));
  }
}
