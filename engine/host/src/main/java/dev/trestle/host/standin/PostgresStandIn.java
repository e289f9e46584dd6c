package dev.trestle.host.standin;

import dev.trestle.host.session.Folders;
import dev.trestle.protocol.ServiceDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** PostgreSQL from its own programs. */
public final class PostgresStandIn implements StandIn {

  /** Asked for at the start, since finding it out runs programs. */
  private final Supplier<Account> accounts;

  /** PostgreSQL as this machine can run it. */
  public PostgresStandIn() {
    this(Account::current);
  }

  PostgresStandIn(Supplier<Account> accounts) {
    this.accounts = accounts;
  }

  @Override
  public Set<String> images() {
    return Set.of(
        "postgres",
        "bitnami/postgresql",
        "postgis/postgis",
        "timescale/timescaledb",
        "pgvector/pgvector");
  }

  @Override
  public ServiceDescription.Kind kind() {
    return ServiceDescription.Kind.DATABASE;
  }

  @Override
  public int port() {
    return 5432;
  }

  @Override
  public int startMillis() {
    return 500;
  }

  @Override
  public Optional<Contained> contained() {
    return Optional.of(new ContainedPostgres());
  }

  @Override
  public RunningStandIn start(StandInRequest request) throws IOException, InterruptedException {
    Account account = accounts.get();
    PostgresBinaries binaries = PostgresBinaries.prepare(account, request.cache());
    PostgresSettings settings = PostgresSettings.of(request.service());
    Path data = request.folder().resolve("data");
    Folders.copy(binaries.cluster(), data);
    Files.writeString(data.resolve("pg_hba.conf"), settings.accessRules());
    account.pass(request.folder());
    account.pass(request.folder().getParent());
    account.own(data);
    return RunningPostgres.start(
        request, binaries, data, server(binaries, data, request), settings);
  }

  /** Nothing survives the environment, so nothing needs to reach the disk. */
  private static List<String> server(PostgresBinaries binaries, Path data, StandInRequest request) {
    return binaries.command(
        "postgres",
        "-D",
        data.toString(),
        "-p",
        String.valueOf(request.port()),
        "--listen_addresses=127.0.0.1",
        "--unix_socket_directories=",
        "--fsync=off",
        "--synchronous_commit=off",
        "--full_page_writes=off",
        "--autovacuum_naptime=1h",
        "--max_connections=300",
        "--timezone=UTC",
        "--log_timezone=UTC",
        "--log_min_messages=error");
  }
}
