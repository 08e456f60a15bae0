#!/bin/sh
# Run once, when the database is made: the role of Grafana.
set -eu
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" -v password="$(cat /run/secrets/password)" <<'SQL'
create role reader login password :'password' in role pg_read_all_data;
SQL
