#!/bin/bash
# Adds the made-up people of a trial to the realm, all with one password; who exists stays as he is.
set -euo pipefail
cli=${KEYCLOAK_CLI:-/opt/keycloak/bin/kcadm.sh}
login=$(mktemp)
trap 'rm -f "$login"' EXIT
people=$(< "${GIAOVIEC_DEMO_PEOPLE:-/demo-people.json}")
password=${GIAOVIEC_DEMO_PASSWORD:?set the password that all people of the trial sign in with}
if [[ $password == *[\"\\]* ]]; then
    echo 'The password of the trial may hold neither " nor \.' >&2
    exit 1
fi
export KC_CLI_PASSWORD=$KC_BOOTSTRAP_ADMIN_PASSWORD
"$cli" config credentials --config "$login" --server "$KEYCLOAK_URL" --realm master --user "$KC_BOOTSTRAP_ADMIN_USERNAME"
"$cli" create partialImport --config "$login" -r giaoviec -s ifResourceExists=SKIP -o -f - \
    <<< "${people//\$\{GIAOVIEC_DEMO_PASSWORD\}/"$password"}"
