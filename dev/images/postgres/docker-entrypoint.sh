#!/usr/bin/env bash
# Makes the cluster on the first start, with the user, password and database of the variables, and becomes the server.
set -euo pipefail

# VARIABLE_FILE names a file that holds the value of VARIABLE.
from_file() {
  local file=$1_FILE value
  [ -n "${!file:-}" ] || return 0
  if [ -n "${!1:-}" ]; then
    echo "$1 and $file are both set. Set one of them." >&2
    exit 1
  fi
  value=$(<"${!file}")
  export "$1=$value"
  unset "$file"
}
for variable in POSTGRES_USER POSTGRES_PASSWORD POSTGRES_DB POSTGRES_INITDB_ARGS; do from_file "$variable"; done

user=${POSTGRES_USER:-postgres}
database=${POSTGRES_DB:-$user}
method=${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}

[ "${1:-postgres}" = postgres ] || [ "${1#-}" != "$1" ] || exec "$@"
[ "${1:-}" != postgres ] || shift

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  if [ -z "${POSTGRES_PASSWORD:-}" ] && [ "$method" != trust ]; then
    echo "POSTGRES_PASSWORD is not set. Set it, or POSTGRES_HOST_AUTH_METHOD=trust." >&2
    exit 1
  fi
  initdb --username="$user" --pwfile=<(printf '%s\n' "${POSTGRES_PASSWORD:-}") ${POSTGRES_INITDB_ARGS:-} >/dev/null
  printf '\nhost all all all %s\n' "$method" >>"$PGDATA/pg_hba.conf"
  # The first server listens on no port: who waits for the port waits for the second one.
  pg_ctl start --silent --wait -o "-c listen_addresses='' $*"
  query() { psql --no-psqlrc -v ON_ERROR_STOP=1 --username="$user" "$@"; }
  [ "$database" = postgres ] || query --dbname=postgres --quiet -v name="$database" <<<'CREATE DATABASE :"name";'
  for script in /docker-entrypoint-initdb.d/*; do
    case $script in
      *.sh) . "$script" ;;
      *.sql) query --dbname="$database" --file="$script" ;;
      *.sql.gz) gunzip --stdout "$script" | query --dbname="$database" ;;
    esac
  done
  pg_ctl stop --silent --wait --mode=fast
fi

exec postgres -c listen_addresses='*' "$@"
