package dev.trestle.cornershop.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.trestle.cornershop.kit.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DatabaseIT {
  @Test
  void a_database_that_comes_late_is_migrated_at_its_first_use() {
    try (TestDatabase real = TestDatabase.create("kit")) {
      real.cut();
      try (Database database = Database.open(real.address())) {
        assertUnavailable(database);

        real.restore();

        awaitUp(database);
        int rows =
            database.query(
                handle -> handle.createQuery("SELECT count(*) FROM thing").mapTo(int.class).one());
        assertThat(rows).isZero();
      }
    }
  }

  @Test
  void a_database_that_goes_is_unavailable_and_is_used_again_when_it_is_back() {
    try (TestDatabase real = TestDatabase.create("kit");
        Database database = Database.open(real.address())) {
      database.check();

      real.cut();
      assertUnavailable(database);
      real.restore();

      awaitUp(database);
      assertThat(insert(database)).isOne();
    }
  }

  @Test
  void a_mistake_in_sql_is_not_taken_for_an_outage() {
    try (TestDatabase real = TestDatabase.create("kit");
        Database database = Database.open(real.address())) {
      assertThatThrownBy(() -> database.query(handle -> handle.execute("SELECT nothing")))
          .isNotInstanceOf(DependencyUnavailable.class);
    }
  }

  private static int insert(Database database) {
    return database.transaction(handle -> handle.execute("INSERT INTO thing VALUES (1)"));
  }

  private static void assertUnavailable(Database database) {
    assertThatThrownBy(database::check)
        .isInstanceOfSatisfying(
            DependencyUnavailable.class, e -> assertThat(e.dependency()).isEqualTo("database"));
  }

  private static void awaitUp(Database database) {
    await()
        .atMost(Duration.ofSeconds(10))
        .ignoreExceptionsInstanceOf(DependencyUnavailable.class)
        .untilAsserted(database::check);
  }
}
