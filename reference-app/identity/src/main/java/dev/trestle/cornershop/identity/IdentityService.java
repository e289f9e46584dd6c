package dev.trestle.cornershop.identity;

import dev.trestle.cornershop.identity.IdentityRepository.Credentials;
import dev.trestle.cornershop.kit.Problem;
import dev.trestle.cornershop.kit.Validation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Registers users and gives tokens to users and services. */
final class IdentityService {
  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  private final IdentityRepository repository;
  private final PasswordHash passwords;
  private final TokenIssuer issuer;
  private final Map<String, String> serviceClients;

  IdentityService(
      IdentityRepository repository,
      PasswordHash passwords,
      TokenIssuer issuer,
      Map<String, String> serviceClients) {
    this.repository = repository;
    this.passwords = passwords;
    this.issuer = issuer;
    this.serviceClients = serviceClients;
  }

  User register(Registration registration) {
    registration.validate();
    User user =
        new User(
            UUID.randomUUID().toString(),
            normal(registration.email()),
            Objects.requireNonNull(registration.name()).trim(),
            Objects.requireNonNull(registration.country()),
            List.of("shopper"));
    String hash = passwords.hash(Objects.requireNonNull(registration.password()));
    if (!repository.insert(user, hash)) {
      throw Problem.conflict(
          "email-taken", "The address is taken", "there is a user with this email already");
    }
    return user;
  }

  Token logIn(LogIn logIn) {
    logIn.validate(issuer.longestSeconds());
    Credentials found = repository.findByEmail(normal(logIn.email())).orElse(null);
    String password = Objects.requireNonNull(logIn.password());
    if (!passwords.fits(password, found == null ? null : found.passwordHash()) || found == null) {
      throw new Problem(
          401, "bad-credentials", "Log-in failed", "email and password do not fit each other");
    }
    int seconds = Objects.requireNonNullElse(logIn.ttlSeconds(), issuer.longestSeconds());
    return new Token(issuer.forUser(found.user(), seconds), seconds);
  }

  Token grant(String clientId, String clientSecret) {
    String expected = serviceClients.get(clientId);
    if (expected == null || !equal(expected, clientSecret)) {
      throw new Problem(
          401, "invalid-client", "The client is not accepted", "its id or its secret is wrong");
    }
    return new Token(issuer.forService(clientId), issuer.longestSeconds());
  }

  User user(String id) {
    return repository
        .findById(id)
        .orElseThrow(() -> Problem.notFound("the token's subject is not a user"));
  }

  private static String normal(@Nullable String email) {
    return Objects.requireNonNull(email).trim().toLowerCase(Locale.ROOT);
  }

  // Takes equally long wherever the two differ.
  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** A token and its life in seconds. */
  record Token(String text, int seconds) {
    @Override
    public String toString() {
      return "a token for " + seconds + " s";
    }
  }

  /** What a new user sends. */
  record Registration(
      @Nullable String email,
      @Nullable String password,
      @Nullable String name,
      @Nullable String country) {
    private static final String EMAIL = "[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)*";

    void validate() {
      new Validation()
          .matches("/email", email, EMAIL, "an email address")
          .required("/password", password)
          .check(
              password == null || password.length() >= 8, "/password", "is too short, at least 8")
          .check(
              password == null
                  || password.getBytes(StandardCharsets.UTF_8).length <= PasswordHash.LONGEST_BYTES,
              "/password",
              "is too long, at most 72 bytes")
          .text("/name", name)
          .check(name == null || name.length() <= 200, "/name", "is too long, at most 200")
          .required("/country", country)
          .check(
              country == null || COUNTRIES.contains(country),
              "/country",
              "must be an ISO 3166 code of two capital letters")
          .orThrow();
    }

    @Override
    public String toString() {
      return "registration of " + email;
    }
  }

  /** What a user sends to log in. */
  record LogIn(@Nullable String email, @Nullable String password, @Nullable Integer ttlSeconds) {
    void validate(int longestSeconds) {
      Validation validation =
          new Validation().text("/email", email).required("/password", password);
      if (ttlSeconds != null) {
        validation.between("/ttlSeconds", ttlSeconds, 1, longestSeconds);
      }
      validation.orThrow();
    }

    @Override
    public String toString() {
      return "log-in of " + email;
    }
  }
}
