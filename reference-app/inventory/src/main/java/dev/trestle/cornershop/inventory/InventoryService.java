package dev.trestle.cornershop.inventory;

import dev.trestle.cornershop.inventory.Reservation.Item;
import dev.trestle.cornershop.inventory.Reservation.Status;
import dev.trestle.cornershop.kit.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps stock and reservations consistent: what is promised never exceeds what is there. */
final class InventoryService {
  private final Stockroom stockroom;
  private final Duration defaultTtl;
  private final Clock clock;

  InventoryService(Stockroom stockroom, Duration defaultTtl, Clock clock) {
    this.stockroom = stockroom;
    this.defaultTtl = defaultTtl;
    this.clock = clock;
  }

  /** Where the books are. */
  interface Stockroom {
    /** Runs the work in one transaction, rolled back when it throws. */
    <T> T inTransaction(Function<Books, T> work);
  }

  /** A reservation and whether this request made it. */
  record Outcome(Reservation reservation, boolean created) {}

  /** Sets how much the shop has of the product. */
  Stock setOnHand(String sku, int onHand) {
    expire(Set.of(sku));
    return stockroom.inTransaction(
        books -> {
          books.open(sku);
          Stock before = books.lockStock(Set.of(sku)).get(sku);
          if (before.reserved() > onHand) {
            throw Problem.conflict(
                    "stock-reserved",
                    "Stock is reserved",
                    before.reserved() + " units of '" + sku + "' are reserved")
                .with("sku", sku)
                .with("reserved", before.reserved());
          }
          Stock after = before.withOnHand(onHand);
          books.save(List.of(after));
          return after;
        });
  }

  /** What the shop has of the product. */
  Stock stock(String sku) {
    expire(Set.of(sku));
    return stockroom
        .inTransaction(books -> books.stock(sku))
        .orElseThrow(() -> Problem.notFound("there is no stock of '" + sku + "'"));
  }

  /** Holds all items or none; an order that has a reservation gets that one back. */
  Outcome reserve(ReservationRequest.Valid request) {
    expire(skus(request.items()));
    Duration ttl =
        request.ttlSeconds() == null ? defaultTtl : Duration.ofSeconds(request.ttlSeconds());
    Instant expiresAt = clock.instant().plus(ttl).truncatedTo(ChronoUnit.MICROS);
    Reservation reservation =
        new Reservation(
            UUID.randomUUID().toString(),
            request.orderId(),
            Status.HELD,
            expiresAt,
            request.items());
    return stockroom.inTransaction(
        books -> {
          if (!books.insert(reservation)) {
            return new Outcome(books.reservationOfOrder(request.orderId()).orElseThrow(), false);
          }
          hold(books, reservation);
          return new Outcome(reservation, true);
        });
  }

  private static void hold(Books books, Reservation reservation) {
    SortedMap<String, Stock> stock = books.lockStock(skus(reservation.items()));
    for (Item item : reservation.items()) {
      Stock of = stock.getOrDefault(item.sku(), new Stock(item.sku(), 0, 0));
      if (of.available() < item.quantity()) {
        throw outOfStock(item, of);
      }
      stock.put(item.sku(), of.hold(item.quantity()));
    }
    books.insertItems(reservation);
    books.save(stock.values());
  }

  private static Problem outOfStock(Item item, Stock stock) {
    return Problem.conflict(
            "out-of-stock",
            "Out of stock",
            "%d of '%s' asked for, %d available"
                .formatted(item.quantity(), item.sku(), stock.available()))
        .with("sku", item.sku())
        .with("requested", item.quantity())
        .with("available", stock.available());
  }

  /** The reservation as it stands now. */
  Reservation reservation(String id) {
    return stockroom.inTransaction(books -> current(books, id));
  }

  /** Turns the held stock into sold stock. */
  Reservation commit(String id) {
    Reservation now =
        stockroom.inTransaction(
            books -> {
              Reservation held = current(books, id);
              return held.status() == Status.HELD
                  ? settle(books, held, Status.COMMITTED, Stock::ship)
                  : held;
            });
    if (now.status() == Status.EXPIRED) {
      throw refused("reservation-expired", "The reservation has expired", now);
    }
    if (now.status() != Status.COMMITTED) {
      throw refused("reservation-released", "The reservation was released", now);
    }
    return now;
  }

  private static Problem refused(String slug, String title, Reservation reservation) {
    return Problem.conflict(slug, title, "reservation '" + reservation.id() + "'")
        .with("reservationStatus", reservation.status());
  }

  /** Gives the stock back, the sold stock of a committed reservation too. */
  Reservation release(String id) {
    return stockroom.inTransaction(
        books -> {
          Reservation now = current(books, id);
          return switch (now.status()) {
            case HELD -> settle(books, now, Status.RELEASED, Stock::free);
            case COMMITTED -> settle(books, now, Status.RETURNED, Stock::takeBack);
            case EXPIRED -> become(books, now, Status.RELEASED);
            case RELEASED, RETURNED -> now;
          };
        });
  }

  /** Frees the stock of every reservation whose time is over. */
  void expireOverdue() {
    expire(Set.of());
  }

  private void expire(Set<String> skus) {
    Instant now = clock.instant();
    stockroom.inTransaction(
        books -> {
          List<Reservation> overdue = books.lockOverdue(now, skus);
          // All locked at once and in order, whichever reservation they belong to.
          books.lockStock(skus(overdue.stream().flatMap(one -> one.items().stream()).toList()));
          overdue.forEach(one -> settle(books, one, Status.EXPIRED, Stock::free));
          return overdue.size();
        });
  }

  private Reservation current(Books books, String id) {
    Reservation stored =
        books
            .lockReservation(id)
            .orElseThrow(() -> Problem.notFound("there is no reservation '" + id + "'"));
    return stored.overdueAt(clock.instant())
        ? settle(books, stored, Status.EXPIRED, Stock::free)
        : stored;
  }

  private static Reservation settle(Books books, Reservation reservation, Status next, Move move) {
    SortedMap<String, Stock> stock = books.lockStock(skus(reservation.items()));
    reservation
        .items()
        .forEach(
            item -> stock.computeIfPresent(item.sku(), (sku, of) -> move.of(of, item.quantity())));
    books.save(stock.values());
    return become(books, reservation, next);
  }

  private static Reservation become(Books books, Reservation reservation, Status next) {
    Reservation after = reservation.become(next);
    books.saveStatus(after);
    return after;
  }

  private static Set<String> skus(List<Item> items) {
    return items.stream().map(Item::sku).collect(Collectors.toCollection(TreeSet::new));
  }

  /** What happens to the stock of one product. */
  private interface Move {
    Stock of(Stock stock, int units);
  }
}
