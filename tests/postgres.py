"""A PostgreSQL cluster of our own for a test run: a temporary folder, a Unix socket, no network.

`remit`'s suite runs on it with REMIT_TEST_DATABASE=postgresql. PostgreSQL refuses to run as root, so there the
cluster belongs to the user `postgres` that the distribution's package created.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

__all__ = ["ASKED_FOR", "start", "tools"]

ASKED_FOR = os.environ.get("REMIT_TEST_DATABASE") == "postgresql"
"""Whether this run is the one on PostgreSQL."""


def tools() -> Path | None:
    """Return the folder of PostgreSQL's programs, None where it is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name), reverse=True)
    configured = shutil.which("pg_config")
    if configured:
        asked = subprocess.run([configured, "--bindir"], capture_output=True, text=True, check=True)
        found.append(Path(asked.stdout.strip()))
    return next((folder for folder in found if (folder / "initdb").exists()), None)


def start() -> str:
    """Start a cluster, stop it when this process ends, and return the DATABASE_URL of its database `remit`."""
    programs = tools()
    if programs is None:
        raise RuntimeError("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="remit-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    data = folder / "data"
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c max_connections=60"
    options += " -c fsync=off -c synchronous_commit=off -c full_page_writes=off"  # no test pulls the plug
    _run(programs / "initdb", "-D", data, "-U", "remit", "-A", "trust", "-E", "UTF8", "--no-sync")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _run(programs / "pg_ctl", "-D", data, "-l", folder / "log", "-w", "-o", options, "start")
    atexit.register(_run, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    _run(programs / "createdb", "-h", folder, "-U", "remit", "remit")
    return f"postgresql://remit@/remit?host={folder}"


def _run(*command: str | Path) -> None:
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    done = subprocess.run(
        [*as_user, *map(str, command)], capture_output=True, text=True, cwd="/", check=False
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {done.stdout}{done.stderr}")
