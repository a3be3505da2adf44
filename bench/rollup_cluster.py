"""The roll-up on a ClickHouse cluster of several servers: each has an interval of the tree, one asks all of them.

    python -m bench.rollup_cluster --server PROGRAM --units N [--shards K] [--duties D] [--seed S]

PROGRAM is a clickhouse-server (Debian's package has one). Servers listen on 127.0.0.1 only, on ports that are free, and
are stopped at the end. The queries are those of `remit.rollup.columnar`; as Debian's server is of 2018 and has neither
bitCount nor dictionaries made by a statement, these two are put in its own words.
"""

from __future__ import annotations

import argparse
import json
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np

from bench import landscape
from bench.rollup import DAY, same, settle, timed
from remit.rollup.columnar import NAMES, Columnar, node_query, units_query
from remit.rollup.rebuilding import RecordColumns, rebuild
from remit.rollup.state import State, sum_subtrees

_HOST = "127.0.0.1"


def ask(port: int, sql: str, data: bytes = b"") -> bytes:
    """Send a statement, with rows for an INSERT, and return the answer."""
    address = (
        f"http://{_HOST}:{port}/?query={urllib.request.quote(sql)}" if data else f"http://{_HOST}:{port}/"
    )
    try:
        with urllib.request.urlopen(address, data or sql.encode(), timeout=600) as answer:
            return answer.read()
    except urllib.error.HTTPError as refused:
        raise SystemExit(f"{sql[:300]}: {refused.read().decode()[:500]}") from refused


def free_ports(count: int) -> list[int]:
    """Ports that nobody listens on."""
    some = [socket.socket() for _ in range(count)]
    for one in some:
        one.bind((_HOST, 0))
    ports = [one.getsockname()[1] for one in some]
    for one in some:
        one.close()
    return ports


@contextmanager
def cluster(server: str, shards: int, folder: Path) -> Iterator[list[int]]:
    """Start the servers and yield their ports; stop them at the end."""
    web, native = free_ports(shards), free_ports(shards)
    (folder / "users.xml").write_text(_USERS)
    members = "".join(
        f"<shard><replica><host>{_HOST}</host><port>{port}</port></replica></shard>" for port in native
    )
    running = []
    try:
        for number in range(shards):
            place = folder / str(number)
            place.mkdir()
            given = {"place": place, "http": web[number], "tcp": native[number], "members": members}
            (place / "config.xml").write_text(_CONFIG.format(host=_HOST, users=folder / "users.xml", **given))
            command = [server, f"--config-file={place / 'config.xml'}"]
            out = (place / "out").open("wb")
            running.append(subprocess.Popen(command, stdout=out, stderr=out))
        for port in web:
            _wait(port)
        yield web
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait()


def _wait(port: int) -> None:
    for _ in range(300):
        with suppress(OSError):
            ask(port, "SELECT 1")
            return
        time.sleep(0.1)
    raise SystemExit("a server did not start")


_USERS = """<yandex><profiles><default/></profiles><quotas><default/></quotas><users><default><password></password>
<networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users></yandex>"""
_CONFIG = """<yandex><logger><level>warning</level><log>{place}/log</log><errorlog>{place}/errors</errorlog></logger>
<http_port>{http}</http_port><tcp_port>{tcp}</tcp_port><listen_host>{host}</listen_host><path>{place}/data/</path>
<tmp_path>{place}/tmp/</tmp_path><users_config>{users}</users_config><default_profile>default</default_profile>
<default_database>default</default_database><mark_cache_size>100000000</mark_cache_size>
<remote_servers><roll>{members}</roll></remote_servers></yandex>"""


def load(port: int, name: str, table: Mapping[str, np.ndarray], engine: str) -> None:
    """Make a table and fill it, as rows of fixed width."""
    kinds = {name: f"UInt{column.dtype.itemsize * 8}" for name, column in table.items()}
    ask(
        port,
        f"CREATE TABLE {name} ({', '.join(f'{one} {kind}' for one, kind in kinds.items())}) ENGINE = {engine}",
    )
    rows = np.rec.fromarrays(list(table.values()), names=list(table))
    for first in range(0, len(rows), 2_000_000):
        ask(port, f"INSERT INTO {name} FORMAT RowBinary", rows[first : first + 2_000_000].tobytes())


def fill(
    port: int,
    columnar: Columnar,
    state: State,
    ends: np.ndarray,
    records: RecordColumns,
    low: int,
    high: int,
) -> None:
    """Give a server its interval of the tree, and the view that counts its units."""
    rows = slice(int(records.starts[low]), int(records.starts[high]))
    place = np.arange(low, high, dtype=np.uint32)
    position = np.repeat(place, np.diff(records.starts[low : high + 1]))
    series = columnar.series(state.classes.of[position], records.duty[rows])
    told = {"position": position, "series": series, "day": records.day[rows].astype(np.uint16)}
    load(port, "records", told, "MergeTree() ORDER BY position")
    kinds = state.classes.of[low:high].astype(np.uint32)
    told = {"position": place, "ends": ends[low:high].astype(np.uint32), "class": kinds}
    load(port, "units", told, "MergeTree() ORDER BY position")
    for table in ("cells", "classes"):
        looked = {key: np.asarray(column) for key, column in getattr(columnar, table)().items()}
        load(port, f"look_{table}", looked, "Join(ANY, LEFT, key)")
    sql = in_its_words(
        units_query(columnar, {"records": "records", "units": "units"}, DAY, low=low, high=high)
    )
    ask(port, f"CREATE VIEW counts AS {sql}")
    ask(port, "CREATE TABLE every AS counts ENGINE = Distributed(roll, default, counts)")


def in_its_words(sql: str) -> str:
    """Say bitCount and dictGet as an old server has them: the length of a list of bits, a look into a Join table."""
    sql = re.sub(r"dictGet\('(\w+)'", r"joinGet('\1'", sql)
    said, rest = "", sql
    while "bitCount(" in rest:
        before, _, rest = rest.partition("bitCount(")
        depth, end = 1, 0
        while depth:
            depth += {"(": 1, ")": -1}.get(rest[end], 0)
            end += 1
        said += f"{before}length(bitmaskToArray({rest[: end - 1]}))"
        rest = rest[end:]
    return said + rest


def main() -> int:
    """Print sizes and seconds as JSON; a difference from the engine in memory ends the run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--server", required=True)
    parser.add_argument("--units", type=int, default=100_000)
    parser.add_argument("--duties", type=int, default=40)
    parser.add_argument("--shards", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    state, ends = settle(args.units, args.duties)
    records = landscape.records(args.units, args.duties, seed=args.seed)
    rebuild(state, records)
    columnar = Columnar.of(state.layout, records.duties, first=records.first, days=int(records.day.max()) + 1)
    cuts = [args.units * n // args.shards for n in range(args.shards + 1)]
    with tempfile.TemporaryDirectory() as name, cluster(args.server, args.shards, Path(name)) as ports:
        version = ask(ports[0], "SELECT version()").decode().strip()
        start = time.perf_counter()
        for port, low, high in zip(ports, cuts, cuts[1:], strict=False):
            fill(port, columnar, state, ends, records, low, high)
        loaded = time.perf_counter() - start
        wanted, half = state.count(DAY), args.units // 3

        def node(low: int, high: int) -> np.ndarray:
            inside = f"SELECT * FROM every WHERE position >= {low} AND position < {high}"
            return np.array(ask(ports[0], node_query(inside)).split(), np.int64)

        def tree() -> np.ndarray:
            names = ", ".join(f"toInt32({one})" for one in NAMES)
            said = ask(ports[0], f"SELECT {names} FROM every ORDER BY position FORMAT RowBinary")
            return sum_subtrees(np.frombuffer(said, "<i4").reshape(-1, len(NAMES)).T.copy(), ends)

        same(node(0, args.units), wanted.sum(axis=1), "the cluster, of the root")
        same(
            node(half, 2 * half),
            wanted[:, half : 2 * half].sum(axis=1),
            "the cluster, of an interval over two shards",
        )
        same(tree(), sum_subtrees(wanted, ends), "the cluster, of every node")
        result = {
            "server": version,
            "shards": args.shards,
            "units": args.units,
            "records": int(records.starts[-1]),
            "load_seconds": round(loaded, 2),
            "root_seconds": round(timed(lambda: node(0, args.units), 3).wall, 3),
            "every_node_seconds": round(timed(tree, 3).wall, 3),
        }
    sys.stdout.write(json.dumps(result, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
