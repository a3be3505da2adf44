#!/usr/bin/env bash
# Make .venv with Python 3.11, or with a newer python3.
set -euo pipefail
cd "$(dirname "$0")/.."
for python in "${PYTHON:-python3.11}" python3 python; do
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        "$python" -m venv .venv && exit 0
        echo "remit: $python cannot make a virtual environment. On Debian or Ubuntu: apt-get install python3-venv" >&2
        exit 2
    fi
done
echo "remit: Python 3.11 or newer was not found. Install it, or name it: make run PYTHON=/path/to/python3.11" >&2
exit 2
