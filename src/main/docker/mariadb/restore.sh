#!/bin/bash
# Restores what backup.sh wrote into a server that has no such schema yet:
#   restore.sh giaoviec.sql.gz [options of the client]
# A file that was cut off, and a server that holds data, are refused before anything is written.
set -euo pipefail
file=$1
shift
if ! gzip -dc "$file" | tail -n 1 | grep -q '^-- Dump completed'; then
    echo "$file is not a whole back-up: its last line is missing. Take another one." >&2
    exit 1
fi
present=$(mariadb "$@" --batch --skip-column-names -e \
    "SELECT table_schema, COUNT(*) FROM information_schema.tables
     WHERE table_schema NOT IN ('mysql', 'sys', 'information_schema', 'performance_schema') GROUP BY 1")
if [ -n "$present" ]; then
    echo "This server already holds tables; restore into an empty one: $present" >&2
    exit 1
fi
gzip -dc "$file" | mariadb "$@"
