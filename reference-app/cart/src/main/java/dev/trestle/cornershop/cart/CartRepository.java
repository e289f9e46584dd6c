package dev.trestle.cornershop.cart;

import dev.trestle.cornershop.kit.Database;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Carts in PostgreSQL, with optimistic locking on their version. */
final class CartRepository implements CartStore {
  private final Database database;

  CartRepository(Database database) {
    this.database = database;
  }

  @Override
  public void insert(Cart cart) {
    database.query(
        handle ->
            handle.execute(
                "INSERT INTO carts (id, owner, status, version) VALUES (?, ?, ?, ?)",
                cart.id(),
                cart.owner(),
                cart.status().name(),
                cart.version()));
  }

  @Override
  public Optional<Cart> find(String id) {
    // One transaction at one snapshot, so that version and items belong together.
    return database.transaction(
        handle -> {
          handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
          List<Cart.Item> items = items(handle, id);
          return handle
              .createQuery("SELECT owner, status, version FROM carts WHERE id = :id")
              .bind("id", id)
              .map(
                  (row, context) ->
                      new Cart(
                          id,
                          row.getString("owner"),
                          Cart.Status.valueOf(row.getString("status")),
                          row.getInt("version"),
                          items))
              .findOne();
        });
  }

  @Override
  public boolean putItem(Cart read, Cart.Item item) {
    return change(
        read,
        read.status(),
        handle ->
            handle.execute(
                """
                INSERT INTO cart_items (cart_id, sku, quantity) VALUES (?, ?, ?)
                ON CONFLICT (cart_id, sku) DO UPDATE SET quantity = excluded.quantity
                """,
                read.id(),
                item.sku(),
                item.quantity()));
  }

  @Override
  public boolean removeItem(Cart read, String sku) {
    return change(
        read,
        read.status(),
        handle ->
            handle.execute("DELETE FROM cart_items WHERE cart_id = ? AND sku = ?", read.id(), sku));
  }

  @Override
  public boolean setStatus(Cart read, Cart.Status status) {
    return change(read, status, handle -> {});
  }

  private boolean change(Cart read, Cart.Status status, Consumer<Handle> more) {
    return database.transaction(
        handle -> {
          int won =
              handle.execute(
                  """
                  UPDATE carts SET version = version + 1, status = ?
                  WHERE id = ? AND version = ?
                  """,
                  status.name(),
                  read.id(),
                  read.version());
          if (won == 1) {
            more.accept(handle);
          }
          return won == 1;
        });
  }

  private static List<Cart.Item> items(Handle handle, String id) {
    return handle
        .createQuery("SELECT sku, quantity FROM cart_items WHERE cart_id = :id ORDER BY position")
        .bind("id", id)
        .map((row, context) -> new Cart.Item(row.getString("sku"), row.getInt("quantity")))
        .list();
  }
}
