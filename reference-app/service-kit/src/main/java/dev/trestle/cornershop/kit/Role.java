package dev.trestle.cornershop.kit;

import io.javalin.security.RouteRole;
import java.util.Locale;

/** Who may use a route; a route without a role takes any valid token. */
public enum Role implements RouteRole {
  /** No token is needed. */
  ANYONE,
  /** A customer of the shop. */
  SHOPPER,
  /** An employee of the shop. */
  STAFF,
  /** Another service of the shop. */
  SERVICE;

  /** The role's name in a token. */
  public String claim() {
    return name().toLowerCase(Locale.ROOT);
  }
}
