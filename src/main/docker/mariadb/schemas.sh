# Read by the image's entry point when the data folder is empty. One schema and one account for each application: the engine
# would take another schema's tables for its own, and nobody reads the other's.
schema() {
    docker_process_sql <<SQL
CREATE DATABASE $1;
CREATE USER '$1'@'%' IDENTIFIED BY '${2//\'/\'\'}';
GRANT ALL PRIVILEGES ON $1.* TO '$1'@'%';
SQL
}

schema giaoviec "${GIAOVIEC_DATABASE_PASSWORD:?}"
schema keycloak "${KEYCLOAK_DATABASE_PASSWORD:?}"
