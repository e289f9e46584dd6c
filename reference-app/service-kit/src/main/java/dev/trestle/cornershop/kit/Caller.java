package dev.trestle.cornershop.kit;

import java.util.List;

/** Who calls, as a verified token says; {@code token} is its text, to be handed on to peers. */
public record Caller(String id, String email, String name, List<String> roles, String token) {
  /** Copies the roles. */
  public Caller {
    roles = List.copyOf(roles);
  }

  /** Whether the caller has the role. */
  public boolean is(Role role) {
    return roles.contains(role.claim());
  }

  /** Whether the caller is this user, staff or a service. */
  public boolean mayActFor(String userId) {
    return id.equals(userId) || is(Role.STAFF) || is(Role.SERVICE);
  }

  @Override
  public String toString() {
    return "caller " + id + " " + roles;
  }
}
