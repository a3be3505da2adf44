"""Pages asked for over HTTP: the site in a process of its own, as `remit serve` runs it, and clients that ask it.

python -m bench.page_load     (serves REMIT_DATA, prints its port; used by bench.pages)
"""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from threading import Thread

THREADS = 8


def serve() -> None:
    """Serve the site with the bench's pages until the process is ended."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "remit.web.settings")
    from django.conf import settings
    from waitress import create_server

    settings.ROOT_URLCONF = "bench.site"
    from remit.web.wsgi import application

    server = create_server(application, host="127.0.0.1", port=0, threads=THREADS, ident=None)
    sys.stdout.write(f"{server.effective_port}\n")
    sys.stdout.flush()
    server.run()


@contextmanager
def served() -> Iterator[tuple[int, int]]:
    """Run the server; give its port and process number."""
    process = subprocess.Popen([sys.executable, "-m", "bench.page_load"], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield int(process.stdout.readline()), process.pid
    finally:
        process.terminate()
        process.wait()


def memory(pid: int) -> int:
    """The most memory that a process has had, in bytes."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))


def processor_seconds(pid: int) -> float:
    """The processor time that a process has used: unlike the clock, it does not count what other programs took."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def ask(port: int, cookie: str, addresses: Sequence[str], clients: int) -> tuple[float, list[float]]:
    """Ask for every address once, so many clients at a time; return requests a second and seconds of each."""
    seconds: list[float] = []
    wrong: list[str] = []

    def client(mine: Sequence[str]) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        for address in mine:
            start = time.perf_counter()
            connection.request("GET", address, headers={"Cookie": cookie, "Accept-Language": "zh-hans"})
            answer = connection.getresponse()
            answer.read()
            seconds.append(time.perf_counter() - start)
            if answer.status != http.client.OK:
                wrong.append(f"{address}: {answer.status}")
        connection.close()

    threads = [Thread(target=client, args=(addresses[n::clients],)) for n in range(clients)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise SystemExit(f"{len(wrong)} pages failed: {wrong[0]}")
    return len(addresses) / (time.perf_counter() - start), seconds


def compare(
    server: tuple[int, int], cookie: str, pages: dict[str, list[list[str]]], clients: int
) -> dict[str, dict[str, float]]:
    """Ask for pages of several kinds in rounds, kind by kind; return medians over the rounds.

    `pages` has for each kind as many lists of addresses as there are rounds, each address asked once; `server` is port
    and process number.
    """
    port, pid = server
    found: dict[str, list[tuple[float, list[float], float]]] = {kind: [] for kind in pages}
    for number in range(min(len(rounds) for rounds in pages.values())):
        for kind, rounds in pages.items():
            before = processor_seconds(pid)
            rate, seconds = ask(port, cookie, rounds[number], clients)
            spent = (processor_seconds(pid) - before) / len(seconds)
            found[kind].append((rate, seconds, spent))
    return {
        kind: {
            "requests_a_second": round(median(rate for rate, _, _ in some), 1),
            "requests_a_processor_second": round(1 / median(spent for _, _, spent in some), 1),
            "p50_ms": round(median(1000 * median(seconds) for _, seconds, _ in some), 2),
            "p95_ms": round(median(1000 * quantiles(seconds, n=20)[-1] for _, seconds, _ in some), 2),
        }
        for kind, some in found.items()
    }


if __name__ == "__main__":
    serve()
