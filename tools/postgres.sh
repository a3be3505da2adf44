#!/usr/bin/env bash
# Run a command with DATABASE_URL naming a PostgreSQL server of its own: a throwaway cluster in a temporary folder,
# reached on the loopback address only, gone afterwards.   tools/postgres.sh COMMAND…
set -euo pipefail
cd "$(dirname "$0")/.."

bin=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -n 1 || true)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb || true)" 2>/dev/null || true)
if [ ! -x "$bin/initdb" ]; then
    echo "remit: no PostgreSQL server here (initdb). On Debian or Ubuntu: apt-get install postgresql" >&2
    exit 2
fi

folder=$(mktemp -d)
# The server refuses to run as root: it then runs as the account that its package made.
as=()
if [ "$(id -u)" -eq 0 ]; then
    as=(runuser -u postgres --)
    chown postgres "$folder"
fi
stop() {
    "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap stop EXIT

port=$(.venv/bin/python -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
cd "$folder"
"${as[@]}" "$bin/initdb" -D "$folder/data" -U remit -E UTF8 --locale=C.UTF-8 --auth=trust >/dev/null
"${as[@]}" "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
    -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$folder -c fsync=off" start >/dev/null || {
    cat "$folder/log" >&2
    exit 2
}
"${as[@]}" "$bin/createdb" -h 127.0.0.1 -p "$port" -U remit remit
cd "$OLDPWD"
export DATABASE_URL="postgresql://remit@127.0.0.1:$port/remit"
"$@"
