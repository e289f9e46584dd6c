package dev.trestle.cornershop.identity;

import dev.trestle.cornershop.kit.Database;
import dev.trestle.cornershop.kit.Launch;
import dev.trestle.cornershop.kit.TokenVerifier;
import dev.trestle.cornershop.kit.WebService;
import java.time.Clock;

/** Starts the identity service. */
public final class IdentityMain {
  private IdentityMain() {}

  /** Runs until it is told to stop. */
  public static void main(String[] args) {
    Launch.service(IdentityConfig::from, IdentityMain::start);
  }

  static WebService.Running start(IdentityConfig config) {
    PasswordHash passwords = new PasswordHash();
    StaffSeed seed = new StaffSeed(config.staffEmail(), config.staffPassword(), passwords);
    Database database = Database.open(config.database(), seed::sow);
    IdentityRepository repository = new IdentityRepository(database);
    SigningKeys keys = new SigningKeys(repository);
    TokenIssuer issuer = new TokenIssuer(keys, config.tokenTtlSeconds(), Clock.systemUTC());
    IdentityService service =
        new IdentityService(repository, passwords, issuer, config.serviceClients());
    return new WebService("identity", config.listen(), new TokenVerifier(keys, Clock.systemUTC()))
        .database(database)
        .routes(new IdentityRoutes(service, keys)::register)
        .start();
  }
}
