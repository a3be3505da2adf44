"""A state as bytes, to be kept in a file and mapped into memory: a head that says what follows, then the arrays.

Each part has a checksum, which tells a file that was torn or damaged from a whole one; it does not tell a forged one,
whose writer could have changed the database itself. What was written in another form, or by another release, is none.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from zlib import crc32

import msgspec
import numpy as np
from numpy.typing import NDArray

from remit import __version__
from remit.rollup.beside import Beside, Single
from remit.rollup.layout import Classes, Column, Layout, Series
from remit.rollup.state import State

__all__ = ["Kept", "SnapshotError", "pack", "read_about", "unpack"]

_MAGIC = b"remit roll 1\n"
_HEAD = len(_MAGIC) + 8  # then the head's length and checksum, four bytes each
_ALIGNED = 64
_EXCUSES = list[tuple[int, str, list[tuple[int, int, int]]]]
_SINGLES = list[tuple[int, str, tuple[Single, ...]]]


class SnapshotError(ValueError):
    """The bytes are no snapshot of this release, or not all of one."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A state that was kept, what was said about it, and the arrays that were kept with it."""

    about: Mapping[str, str]
    state: State
    arrays: Mapping[str, NDArray[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Array:
    name: str
    dtype: str
    shape: tuple[int, ...]
    start: int
    checksum: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    release: str
    about: dict[str, str]
    begins: date
    columns: tuple[Column, ...]
    series: list[dict[str, tuple[Series, ...]]]
    samples: tuple[int, ...]
    excuses: _EXCUSES
    singles: _SINGLES
    arrays: list[_Array]


def pack(
    state: State, about: Mapping[str, str], arrays: Mapping[str, NDArray[Any]]
) -> Iterator[bytes | memoryview]:
    """Yield the bytes of a state, of what is said about it and of arrays that go with it."""
    unlike, numbers = _unlike(state.layout.series)
    given: dict[str, NDArray[Any]] = {
        "done": state.done,
        "in_time": state.in_time,
        "of": state.classes.of,
        "applies": state.layout.applies,
        "unassigned": state.layout.unassigned,
        "series": np.array(numbers, np.int32),
    }
    given |= {f"+{name}": np.ascontiguousarray(array) for name, array in arrays.items()}
    told, start = [], 0
    for name, array in given.items():
        checksum = crc32(_bytes(array))
        told.append(
            _Array(name=name, dtype=array.dtype.str, shape=array.shape, start=start, checksum=checksum)
        )
        start += array.nbytes + -array.nbytes % _ALIGNED
    head = msgspec.json.encode(
        _Head(
            release=__version__,
            about=dict(about),
            begins=state.layout.begins,
            columns=state.layout.columns,
            series=unlike,
            samples=state.classes.samples,
            excuses=[(*key, some) for key, some in state.beside.excuses.items()],
            singles=[(*key, some) for key, some in state.beside.singles.items()],
            arrays=told,
        )
    )
    head += b" " * (-(_HEAD + len(head)) % _ALIGNED)
    yield _MAGIC + len(head).to_bytes(4, "little") + crc32(head).to_bytes(4, "little") + head
    for array in given.values():
        yield _bytes(array)
        yield b"\0" * (-array.nbytes % _ALIGNED)


def read_about(data: memoryview) -> Mapping[str, str]:
    """Return what was said about a state, without looking at its arrays. SnapshotError where that cannot be told."""
    return _head(data)[0].about


def unpack(data: memoryview) -> Kept:
    """Return what was kept: its arrays are views of the data, which has to be writable.

    SnapshotError where it is damaged.
    """
    head, body = _head(data)
    arrays = {one.name: _array(one, data[body:]) for one in head.arrays}
    try:
        state = _state(head, arrays)
    except (KeyError, IndexError) as missing:
        raise SnapshotError("incomplete") from missing
    return Kept(
        head.about, state, {name[1:]: array for name, array in arrays.items() if name.startswith("+")}
    )


def _unlike(
    series: Iterable[dict[str, tuple[Series, ...]]],
) -> tuple[list[dict[str, tuple[Series, ...]]], list[int]]:
    """Return what differs among the series of classes, and the place of each class in it."""
    places: dict[tuple[tuple[str, tuple[Series, ...]], ...], int] = {}
    numbers = [places.setdefault(tuple(one.items()), len(places)) for one in series]
    return [dict(one) for one in places], numbers


def _bytes(array: NDArray[Any]) -> bytes | memoryview:
    return array.reshape(-1).view(np.uint8).data if array.size else b""


def _state(head: _Head, arrays: Mapping[str, NDArray[Any]]) -> State:
    layout = Layout(
        begins=head.begins,
        columns=head.columns,
        applies=arrays["applies"],
        unassigned=arrays["unassigned"],
        series=tuple(head.series[number] for number in arrays["series"].tolist()),
        problems=(),
    )
    beside = Beside(
        excuses={(position, duty): some for position, duty, some in head.excuses},
        singles={(position, duty): some for position, duty, some in head.singles},
    )
    classes = Classes(arrays["of"], head.samples)
    return State(layout, classes, arrays["done"], arrays["in_time"], beside)


def _head(data: memoryview) -> tuple[_Head, int]:
    if bytes(data[: len(_MAGIC)]) != _MAGIC or sys.byteorder != "little":
        raise SnapshotError("another form")
    length, checksum = (int.from_bytes(data[at : at + 4], "little") for at in (len(_MAGIC), len(_MAGIC) + 4))
    said = data[_HEAD : _HEAD + length]
    if len(said) < length or crc32(said) != checksum:
        raise SnapshotError("damaged")
    try:
        head = msgspec.json.decode(said, type=_Head)
    except msgspec.MsgspecError as wrong:
        raise SnapshotError("another form") from wrong
    if head.release != __version__:
        raise SnapshotError("another release")
    return head, _HEAD + length


def _array(one: _Array, body: memoryview) -> NDArray[Any]:
    dtype = np.dtype(one.dtype)
    size = dtype.itemsize * int(np.prod(one.shape, dtype=np.int64))
    data = body[one.start : one.start + size]
    if len(data) < size or crc32(data) != one.checksum:
        raise SnapshotError("damaged")
    return np.frombuffer(data, dtype).reshape(one.shape)
