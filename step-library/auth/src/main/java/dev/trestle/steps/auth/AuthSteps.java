package dev.trestle.steps.auth;

import dev.trestle.steps.core.Credentials;
import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import io.cucumber.java.en.Given;

/** Steps that set what the scenario's next requests carry as credentials, until it is changed. */
public final class AuthSteps {

  private final ScenarioScope scope = ScenarioScope.current();
  private final Credentials credentials = Credentials.of(scope);

  /** Uses a token in which somebody has changed the rights, with the signature as it was. */
  @Example("Given I use a tampered copy of the token \"${token}\"")
  @Given("I use a tampered copy of the token {string}")
  public void tampered(String token) {
    credentials.bearer(Jwt.parse(scope.resolve(token)).tampered());
  }

  /** Uses a token that says that it needs no signature, and has none. */
  @Example("Given I use an unsigned copy of the token \"${token}\"")
  @Given("I use an unsigned copy of the token {string}")
  public void unsigned(String token) {
    credentials.bearer(Jwt.parse(scope.resolve(token)).unsigned());
  }

  /** Uses a token that somebody has signed with a key of their own. */
  @Example("Given I use a copy of the token \"${token}\" signed with a foreign key")
  @Given("I use a copy of the token {string} signed with a foreign key")
  public void signedWithForeignKey(String token) {
    credentials.bearer(Jwt.parse(scope.resolve(token)).signedByForeignKey());
  }

  /** Sends a user's name and password with each request from now on, RFC 7617. */
  @Example("Given I use the user \"Ada\" with the password \"a-secret\"")
  @Given("I use the user {string} with the password {string}")
  public void user(String user, String password) {
    credentials.basic(scope.resolve(user), scope.resolve(password));
  }

  /** Sends a key in a header with each request from now on. */
  @Example("Given I use the key \"a-key\" in the header \"X-Api-Key\"")
  @Given("I use the key {string} in the header {string}")
  public void key(String key, String header) {
    credentials.key(scope.resolve(header), scope.resolve(key));
  }
}
