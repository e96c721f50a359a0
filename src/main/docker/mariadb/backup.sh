#!/bin/bash
# Writes both schemas to its output, compressed, as of one moment and without stopping anybody:
#   backup.sh [options of the client, such as --host and --user] > giaoviec.sql.gz
# The account reads all tables and may name the place in the binary log (RELOAD, BINLOG MONITOR); root does.
set -euo pipefail
mariadb-dump "$@" --single-transaction --master-data=2 --routines --triggers --hex-blob \
    --databases ${GIAOVIEC_SCHEMAS:-giaoviec keycloak} | gzip
