#!/usr/bin/env bash
# The whole suite on SQLite, then the folders that meet the database on PostgreSQL. Both always run; the exit code
# is 0 only when both passed, and the last lines printed are the closing lines of both.
#   tools/test.sh WORKERS FOLDER…
set -uo pipefail
cd "$(dirname "$0")/.."
workers=$1
shift
folders=()
for folder in "$@"; do
    [ -d "$folder" ] && folders+=("$folder")
done
log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=0

run() {
    .venv/bin/python -m pytest -n "$workers" "$@" 2>&1 | tee -a "$log"
    [ "${PIPESTATUS[0]}" -eq 0 ] || failed=1
}

[ -d "${REMIT_CORPUS:-../shared/corpus}" ] || echo "Left out: the reading scores, as there is no ../shared/corpus (or REMIT_CORPUS)."
run
if [ "${CI:-}" = true ] || .venv/bin/python -c 'import sys; from tests import postgres; sys.exit(postgres.tools() is None)'; then
    # What a browser sees does not depend on the database, nor who is let in where, nor whether the matrix would see a fault,
    # nor how long a text may be.
    REMIT_TEST_DATABASE=postgresql run "${folders[@]}" --ignore-glob="tests/*/test_browser*.py" \
        --ignore=tests/pages/test_permission_faults.py --ignore=tests/pages/test_permissions.py \
        --ignore=tests/api/test_roles.py --ignore=tests/pages/test_overlong_words.py
else
    echo "Left out: the same on PostgreSQL, as there is no server. As root: apt-get install postgresql"
fi
echo
echo "SQLite, then PostgreSQL:"
grep -aE '^=+ .*(passed|failed|error|no tests ran).* =+$' "$log"
exit "$failed"
