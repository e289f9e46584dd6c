package dev.trestle.cornershop.identity;

import dev.trestle.cornershop.identity.IdentityService.LogIn;
import dev.trestle.cornershop.identity.IdentityService.Registration;
import dev.trestle.cornershop.identity.IdentityService.Token;
import dev.trestle.cornershop.kit.Problem;
import dev.trestle.cornershop.kit.Problem.FieldError;
import dev.trestle.cornershop.kit.Requests;
import dev.trestle.cornershop.kit.Role;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The identity service's HTTP routes. */
final class IdentityRoutes {
  private final IdentityService service;
  private final SigningKeys keys;

  IdentityRoutes(IdentityService service, SigningKeys keys) {
    this.service = service;
    this.keys = keys;
  }

  void register(RoutesConfig routes) {
    routes.post("/users", this::registerUser, Role.ANYONE);
    routes.post("/tokens", this::logIn, Role.ANYONE);
    routes.post("/oauth/token", this::grant, Role.ANYONE);
    routes.get("/.well-known/jwks.json", this::jwks, Role.ANYONE);
    routes.get("/users/me", this::me);
  }

  private void registerUser(Context context) {
    User user = service.register(Requests.body(context, Registration.class));
    context.status(201).json(user);
  }

  private void logIn(Context context) {
    Token token = service.logIn(Requests.body(context, LogIn.class));
    context.json(new LoggedIn(token.text(), "Bearer", token.seconds()));
  }

  private void grant(Context context) {
    if (!context.isFormUrlencoded()) {
      throw new Problem(
          415,
          "unsupported-media-type",
          "Unsupported media type",
          "send the body as 'application/x-www-form-urlencoded'");
    }
    String grantType = context.formParam("grant_type");
    String clientId = context.formParam("client_id");
    String clientSecret = context.formParam("client_secret");
    requireFields(grantType, clientId, clientSecret);
    Token token =
        service.grant(Objects.requireNonNull(clientId), Objects.requireNonNull(clientSecret));
    context.json(
        Map.of(
            "access_token", token.text(), "token_type", "Bearer", "expires_in", token.seconds()));
  }

  private static void requireFields(
      @Nullable String grantType, @Nullable String clientId, @Nullable String clientSecret) {
    if (!"client_credentials".equals(grantType) || clientId == null || clientSecret == null) {
      throw Problem.badRequest(
          List.of(
              new FieldError(
                  "",
                  "the form needs grant_type=client_credentials, client_id and client_secret")));
    }
  }

  private void jwks(Context context) {
    context.contentType("application/json").result(keys.jwks());
  }

  private void me(Context context) {
    context.json(service.user(Requests.caller(context).id()));
  }

  private record LoggedIn(String accessToken, String tokenType, int expiresIn) {}
}
