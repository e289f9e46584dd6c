package dev.trestle.cornershop.identity;

import java.util.List;

/** A user of the shop, without anything secret. */
record User(String id, String email, String name, String country, List<String> roles) {
  User {
    roles = List.copyOf(roles);
  }
}
