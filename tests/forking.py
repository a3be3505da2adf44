"""Processes that do not wait for an interpreter to load: `python -m tests.forking` makes each by forking itself.

It has loaded what reads neither the environment nor the settings: other people's packages and the rooms without a
database. Each process it makes has the environment, folder and output that it is given, runs a module as
`python -m` does, sets up its site itself and ends as any process does.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import runpy
import select
import signal
import socket
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any, TextIO

__all__ = ["Process", "main", "run"]

ROOT = Path(__file__).parents[1]
_ROOMS = ("remit.core", "remit.reading", "remit.files", "remit.journal", "remit.rollup")
_PACKAGES = (
    "cryptography.hazmat.primitives.ciphers.aead",
    "cryptography.hazmat.primitives.kdf.hkdf",
    "cryptography.x509",
    "csp.checks",
    "csp.constants",
    "django.contrib.auth.hashers",
    "django.contrib.staticfiles",
    "django.core.management.commands.migrate",
    "django.db.backends.sqlite3.base",
    "django.db.backends.postgresql.base",
    "django.db.models.sql.compiler",
    "django.forms",
    "django.template.defaulttags",
    "django.template.loader_tags",
    "django.views.debug",
    "pytest",
    "urllib.request",
    "remit.cli.living",
)


class Process:
    """A process that runs a module, used as a `subprocess.Popen` is; only what is piped can be read on the way."""

    def __init__(self, module: str, *arguments: str, env: dict[str, str], piped: bool = False) -> None:
        self.returncode: int | None = None
        self._error = _output()
        self.stdout: TextIO
        if piped:
            reading, out = os.pipe()
            self.stdout = os.fdopen(reading, encoding="utf-8")
        else:
            self.stdout = _output()
            out = os.dup(self.stdout.fileno())
        self._piped = piped
        told, telling = os.pipe()
        self._told = os.fdopen(told, encoding="utf-8")
        asked = json.dumps({"argv": [module, *arguments], "env": env, "cwd": str(Path.cwd())}) + "\n"
        _send(_forker(), asked.encode(), [out, self._error.fileno(), telling])
        os.close(out)
        os.close(telling)
        self.pid = int(self._told.readline())

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def communicate(self, timeout: float | None = None) -> tuple[str, str]:
        """Wait for the end; return what was printed and not read, and what was complained of."""
        if not select.select([self._told], [], [], timeout)[0]:
            raise subprocess.TimeoutExpired(str(self.pid), timeout or 0)
        self.returncode = int(self._told.readline())
        for output in (self._error, *(() if self._piped else (self.stdout,))):
            output.seek(0)
        said = self.stdout.read(), self._error.read()
        for output in (self.stdout, self._error, self._told):
            output.close()
        return said


def run(module: str, *arguments: str, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a module in a process of its own and return how it ended, as `subprocess.run` does."""
    process = Process(module, *arguments, env=env)
    said, complaint = process.communicate()
    return subprocess.CompletedProcess([module, *arguments], process.returncode or 0, said, complaint)


def _output() -> TextIO:
    """A file that nobody else sees; the process it is given to writes it, `communicate` reads and closes it."""
    number, name = tempfile.mkstemp(prefix="remit-output-")
    Path(name).unlink()
    return os.fdopen(number, "w+", encoding="utf-8")


@cache
def _forker() -> socket.socket:
    """The process that forks; it ends when the other end of its socket is closed, at the latest with this one."""
    here, there = socket.socketpair()
    command = [sys.executable, "-m", "tests.forking", str(there.fileno())]
    environment = {
        k: v for k, v in os.environ.items() if not k.startswith(("DATABASE_URL", "DJANGO_", "REMIT_"))
    }
    with there:
        subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            pass_fds=[there.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
    return here


def _send(to: socket.socket, asked: bytes, files: list[int]) -> None:
    sent = socket.send_fds(to, [asked], files)
    to.sendall(asked[sent:])


def main(number: str) -> None:
    """Fork a process for each that is asked for, until nobody can ask any more."""
    door = socket.socket(fileno=int(number))
    for room in _ROOMS:
        package = importlib.import_module(room)
        for module in pkgutil.walk_packages(package.__path__, f"{room}."):
            importlib.import_module(module.name)
    for name in _PACKAGES:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # those who wait for the processes are not waited for
    while True:
        asked, files, *_ = socket.recv_fds(door, 1 << 20, 3)
        while asked and not asked.endswith(b"\n"):
            asked += door.recv(1 << 20)
        if not asked:
            return
        if os.fork() == 0:
            door.close()
            _wait_for(json.loads(asked), files)
            return
        for file in files:
            os.close(file)


def _wait_for(asked: dict[str, Any], files: list[int]) -> None:
    """Fork once more: the child runs the module, this one tells of its end."""
    out, error, telling = files
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    child = os.fork()
    if child:
        os.write(telling, b"%d\n" % child)
        os.close(out)
        os.close(error)
        _, status = os.waitpid(child, 0)
        os.write(telling, b"%d\n" % os.waitstatus_to_exitcode(status))
        os._exit(0)
    os.dup2(out, 1)
    os.dup2(error, 2)
    for file in files:
        os.close(file)
    os.chdir(asked["cwd"])
    os.environ.clear()
    os.environ.update(asked["env"])
    sys.argv[1:] = asked["argv"][1:]
    runpy.run_module(asked["argv"][0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(sys.argv[1])
