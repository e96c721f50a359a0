# Read by the image's entry point when the data folder is empty. One schema for each application: the engine would take
# another schema's tables for its own, and nobody reads the other's. Giao Việc's tables belong to an account of their own, which
# lets the application's write into the ledger but not over it.
schema() {
    docker_process_sql <<SQL
CREATE DATABASE $1;
CREATE USER '$2'@'%' IDENTIFIED BY '${3//\'/\'\'}';
GRANT ALL PRIVILEGES ON $1.* TO '$2'@'%' $4;
SQL
}

schema giaoviec giaoviec_owner "${GIAOVIEC_DATABASE_OWNER_PASSWORD:?}" "WITH GRANT OPTION"
schema keycloak keycloak "${KEYCLOAK_DATABASE_PASSWORD:?}" ""
docker_process_sql <<SQL
CREATE USER giaoviec@'%' IDENTIFIED BY '${GIAOVIEC_DATABASE_PASSWORD//\'/\'\'}';
SQL
