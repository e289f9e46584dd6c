package dev.trestle.steps.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TransactionTest {

  private final List<String> calls = new ArrayList<>();

  /** A connection that writes down what it is asked for, and refuses some of it. */
  private Connection connection(String... refused) {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              calls.add(method.getName());
              if (List.of(refused).contains(method.getName())) {
                throw new SQLException("no " + method.getName());
              }
              return null;
            });
  }

  @Test
  void what_ends_well_is_committed() throws SQLException {
    assertThat(Transaction.in(connection(), () -> 7)).isEqualTo(7);
    assertThat(calls).containsExactly("setAutoCommit", "commit");
  }

  @Test
  void what_fails_is_rolled_back_before_the_connection_is_closed() {
    assertThatThrownBy(
            () ->
                Transaction.in(
                    connection(),
                    () -> {
                      throw new SQLException("a statement");
                    }))
        .hasMessage("a statement");
    assertThat(calls).containsExactly("setAutoCommit", "rollback");
  }

  @Test
  void an_error_of_a_step_is_rolled_back_too() {
    assertThatThrownBy(
            () ->
                Transaction.in(
                    connection(),
                    () -> {
                      throw new AssertionError("lost");
                    }))
        .hasMessage("lost");
    assertThat(calls).endsWith("rollback");
  }

  @Test
  void a_failed_commit_is_rolled_back_and_a_failed_rollback_is_told_with_it() {
    assertThatThrownBy(() -> Transaction.in(connection("commit", "rollback"), () -> 7))
        .hasMessage("no commit")
        .hasSuppressedException(new SQLException("no rollback"));
    assertThat(calls).containsExactly("setAutoCommit", "commit", "rollback");
  }
}
