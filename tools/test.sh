#!/usr/bin/env bash
# The whole suite on SQLite, then the folders that meet the database on PostgreSQL. Both always run; the exit code
# is 0 only when both passed, and the last lines printed are the closing lines of both.
#   tools/test.sh WORKERS FOLDER…
set -uo pipefail
cd "$(dirname "$0")/.."
workers=$1
shift
folders=()
for folder in "$@"; do [ -d "$folder" ] && folders+=("$folder"); done
python=.venv/bin/python
log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=0

run() {
    "$@" 2>&1 | tee -a "$log"
    [ "${PIPESTATUS[0]}" -eq 0 ] || failed=1
}

[ -d "${REMIT_CORPUS:-../shared/corpus}" ] || echo "Left out: the reading scores, there is no ../shared/corpus (or REMIT_CORPUS)."
run "$python" -m pytest -n "$workers"
if compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null || [ "${CI:-}" = true ]; then
    REMIT_TEST_DATABASE=postgresql run tools/postgres.sh "$python" -m pytest -n "$workers" "${folders[@]}"
else
    echo "Left out: the same on PostgreSQL, there is no server here. As root: apt-get install postgresql"
fi
echo
echo "SQLite, then PostgreSQL:"
grep -aE '^=+ .*(passed|failed|error|no tests ran).* =+$' "$log"
exit "$failed"
