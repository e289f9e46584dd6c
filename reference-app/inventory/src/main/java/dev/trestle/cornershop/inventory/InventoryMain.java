package dev.trestle.cornershop.inventory;

import dev.trestle.cornershop.kit.Background;
import dev.trestle.cornershop.kit.Database;
import dev.trestle.cornershop.kit.Launch;
import dev.trestle.cornershop.kit.TokenVerifier;
import dev.trestle.cornershop.kit.WebService;
import java.time.Clock;

/** Starts the inventory service. */
public final class InventoryMain {
  private InventoryMain() {}

  /** Runs until it is told to stop. */
  public static void main(String[] args) {
    Launch.service(InventoryConfig::from, InventoryMain::start);
  }

  static WebService.Running start(InventoryConfig config) {
    Database database = Database.open(config.database());
    InventoryService service =
        new InventoryService(
            new InventoryRepository(database), config.reservationTtl(), Clock.systemUTC());
    return new WebService("inventory", config.listen(), TokenVerifier.jwks(config.jwksUrl()))
        .database(database)
        .closing(
            Background.start(
                "expiry-sweep",
                () -> {
                  service.expireOverdue();
                  return config.sweepInterval();
                }))
        .routes(new InventoryRoutes(service)::register)
        .start();
  }
}
