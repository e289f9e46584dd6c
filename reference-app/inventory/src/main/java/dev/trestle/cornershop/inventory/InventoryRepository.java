package dev.trestle.cornershop.inventory;

import dev.trestle.cornershop.kit.Database;
import java.util.function.Function;

/** The books in PostgreSQL. */
final class InventoryRepository implements InventoryService.Stockroom {
  private final Database database;

  InventoryRepository(Database database) {
    this.database = database;
  }

  @Override
  public <T> T inTransaction(Function<Books, T> work) {
    return database.transaction(handle -> work.apply(new SqlBooks(handle)));
  }
}
