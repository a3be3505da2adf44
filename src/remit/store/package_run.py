"""Many packages in one run: examined in processes of their own, while this one takes in what they have let through.

No Django here: the processes of the pool have no use for it.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import msgspec

from remit.files.package_form import Content
from remit.files.package_reading import LARGEST
from remit.files.refusal import MEMORY_BYTES, bomb, damaged
from remit.store.package_examining import Examined, examine, examine_apart

try:
    import resource
except ImportError:  # not on Windows
    resource = None  # type: ignore[assignment]  # told apart below

__all__ = ["examine_files", "take_in_files"]

T = TypeVar("T")
_FEW = 8  # files: up to here a process for each is quicker than a pool
_CHUNK = 16
_BATCH_PACKAGES, _BATCH_RECORDS = 64, 20_000


def take_in_files(
    paths: Sequence[Path],
    *,
    keys: Mapping[str, bytes],
    to: str,
    take_in: Callable[[Sequence[Examined]], Sequence[T]],
    workers: int = 0,
) -> Iterator[T]:
    """Yield what becomes of the packages in files; `take_in` takes in some of them at a time.

    `keys` are the public keys known here by fingerprint, `to` the number of this installation. The order of the files
    does not matter to what is there in the end.
    """
    batch: list[Examined] = []
    size = 0
    for one in examine_files(paths, keys=keys, to=to, workers=workers):
        batch.append(one)
        size += len(one.content.records)
        if len(batch) >= _BATCH_PACKAGES or size >= _BATCH_RECORDS:
            yield from take_in(batch)
            batch, size = [], 0
    if batch:
        yield from take_in(batch)


def examine_files(
    paths: Sequence[Path], *, keys: Mapping[str, bytes], to: str, workers: int = 0
) -> Iterator[Examined]:
    """Yield the packages in files, examined, in order, no more of them in memory than are worked on.

    Where a process of the pool dies, the files that it may have died of are unpacked one by one, each in its own.
    """
    if len(paths) <= _FEW:
        yield from _apart(paths, keys, to)
        return
    chunks = [paths[at : at + _CHUNK] for at in range(0, len(paths), _CHUNK)]
    count = workers or max(1, os.cpu_count() or 1)
    done = 0
    while done < len(chunks):
        with ProcessPoolExecutor(
            count, mp_context=get_context("spawn"), initializer=_begin, initargs=(dict(keys), to)
        ) as pool:
            try:
                for found in _in_order(pool, chunks[done:], 2 * count):
                    yield from found
                    done += 1
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
        if done < len(chunks):
            yield from _apart(chunks[done], keys, to)
            done += 1


def _in_order(
    pool: ProcessPoolExecutor, chunks: Sequence[Sequence[Path]], ahead: int
) -> Iterator[list[Examined]]:
    running: deque[Future[list[_Packed]]] = deque()
    for chunk in chunks:
        running.append(pool.submit(_examine_some, chunk))
        if len(running) > ahead:
            yield [_whole(*one) for one in running.popleft().result()]
    while running:
        yield [_whole(*one) for one in running.popleft().result()]


_Packed = tuple[
    Examined, bytes
]  # what it says goes from process to process as MessagePack, quicker than by pickle
_DECODER = msgspec.msgpack.Decoder(Content)


def _whole(one: Examined, packed: bytes) -> Examined:
    return replace(one, content=_DECODER.decode(packed))


def _apart(paths: Sequence[Path], keys: Mapping[str, bytes], to: str) -> Iterator[Examined]:
    for path in paths:
        data = _read(path)
        yield examine_apart(data, keys=keys, to=to, place=str(path)) if data else _unfit(path)


_KNOWN: dict[str, bytes] = {}
_HERE: list[str] = [""]


def _begin(keys: dict[str, bytes], to: str) -> None:
    """Prepare a process of the pool: its memory is limited, and it knows the keys."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (2 * MEMORY_BYTES, 2 * MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _KNOWN.update(keys)
    _HERE[0] = to


def _examine_some(paths: Sequence[Path]) -> list[_Packed]:
    found = []
    for path in paths:
        data = _read(path)
        one = examine(data, keys=_KNOWN, to=_HERE[0], place=str(path)) if data else _unfit(path)
        found.append((replace(one, content=Content()), msgspec.msgpack.encode(one.content)))
    return found


def _read(path: Path) -> bytes:
    """The bytes of a file, none where it has too many."""
    return path.read_bytes() if path.stat().st_size <= LARGEST else b""


def _unfit(path: Path) -> Examined:
    return Examined(place=str(path), problems=(bomb() if path.stat().st_size else damaged(),))
