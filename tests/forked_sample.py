"""A module for `tests.forking` to run: says what it was given, and ends as it is told."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

if __name__ == "__main__":
    print(
        json.dumps(
            {"argv": sys.argv[1:], "cwd": str(Path.cwd()), "env": dict(os.environ), "pid": os.getpid()}
        )
    )
    sys.stdout.flush()
    sys.stderr.write("a complaint\n")
    if sys.argv[1:] == ["wait"]:
        signal.pause()  # until it is killed
    sys.exit(int(sys.argv[1]) if sys.argv[1:] else 0)
