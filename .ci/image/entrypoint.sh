#!/bin/sh
# What the official image does before the server starts: NEO4J_AUTH becomes the
# initial password, NEO4J_some_key__name becomes the setting some.key_name, and the
# server runs as the user neo4j in the foreground, logging to stdout.
set -euf

conf=$NEO4J_HOME/conf/neo4j.conf

fail() {
  echo "$*" >&2
  exit 1
}

# as_neo4j runs a command as the owner of the data, or as whoever started the container.
as_neo4j() {
  if [ "$(id -u)" = 0 ]; then
    setpriv --reuid neo4j --regid neo4j --clear-groups "$@"
  else
    "$@"
  fi
}

# settings prints "key=value" for each NEO4J_ variable that names a setting;
# NEO4J_AUTH and the other upper-case ones steer the image itself.
settings() {
  env | sed -n 's/^NEO4J_\([a-z][A-Za-z0-9_]*\)=\(.*\)$/\1 \2/p' | while read -r name value; do
    key=$(printf '%s' "$name" | sed 's/__/%/g; s/_/./g; s/%/_/g')
    printf '%s=%s\n' "$key" "$value"
  done
}

# defaults are the official image's, and some of our own: nothing is reported over the
# network, Bolt does not wait for its quiet period at the end (10 s against 2), and the
# JVM is set for short runs on few cores.
defaults() {
  cat <<'SETTINGS'
server.default_listen_address=0.0.0.0
server.directories.logs=/logs
server.memory.pagecache.size=512M
db.tx_log.rotation.retention_policy=100M size
dbms.usage_report.enabled=false
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
server.jvm.additional=-XX:+UseSerialGC
server.jvm.additional=-XX:TieredStopAtLevel=1
SETTINGS
}

if [ "${1:-neo4j}" != neo4j ]; then
  exec "$@"
fi

case ${NEO4J_AUTH:-} in
none) export NEO4J_dbms_security_auth__enabled=false ;;
'') ;;
neo4j/neo4j) fail "Invalid value for password. It cannot be 'neo4j', which is the default." ;;
neo4j/?*) password=${NEO4J_AUTH#neo4j/} ;;
*) fail "Invalid value for NEO4J_AUTH: '$NEO4J_AUTH'" ;;
esac

chosen=$(settings)
{
  defaults | while IFS= read -r line; do
    printf '%s\n' "$chosen" | grep -q "^${line%%=*}=" || printf '%s\n' "$line"
  done
  printf '%s\n' "$chosen"
} >"$conf"

if [ "$(id -u)" = 0 ]; then
  find /data /logs ! -user neo4j -exec chown neo4j:neo4j {} +
fi
if [ -n "${password:-}" ]; then
  as_neo4j neo4j-admin dbms set-initial-password "$password"
fi
unset NEO4J_AUTH

# The launcher would stay as a parent JVM of 200 MB: take its command line instead.
command=$(as_neo4j neo4j console --dry-run)
if [ "$(id -u)" = 0 ]; then
  command="setpriv --reuid neo4j --regid neo4j --clear-groups $command"
fi
eval "exec $command"
