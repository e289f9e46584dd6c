package dev.trestle.steps.commerce;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.ValueFunction;

/**
 * Turns <code>${login:email password}</code> into an access token of that user; a scenario logs in
 * once, however often it asks.
 */
public final class LoginFunction implements ValueFunction {

  @Override
  public String name() {
    return "login";
  }

  @Override
  public String apply(String argument, ScenarioScope scope) {
    int space = argument.indexOf(' ');
    if (space < 1) {
      throw StepFailure.of("'${login:" + argument + "}' names no password.")
          .fix("Write the email, a space and the password: '${login:ada@shop.example secret}'.");
    }
    return scope
        .state(Logins.class, () -> new Logins(scope))
        .token(argument.substring(0, space), argument.substring(space + 1));
  }
}
