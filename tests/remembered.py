"""Worlds that many tests begin with: each is built once by the store's own actions and then put back row by row."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings
from django.db import connection, transaction

__all__ = ["remembered"]

T = TypeVar("T")
_Rows = list[tuple[Any, ...]]


@dataclass(frozen=True)
class _Table:
    """What building changed in a table: the rows that are gone, by their key, and those that came."""

    columns: tuple[str, ...]
    gone: _Rows
    came: _Rows


@dataclass(frozen=True)
class _World:
    value: Any
    tables: dict[str, _Table]
    files: Path


_worlds: dict[Callable[[], Any], _World] = {}


def remembered(build: Callable[[], T], folder: Path) -> T:
    """Do what `build()` did to the database and to a folder, and return what it returned.

    A world is always built on the same: an empty database, or another world that was put back.
    """
    world = _worlds.get(build)
    if world is None:
        before = _everything()
        value = build()
    XX
        folder.mkdir(exist_ok=True)
        shutil.copytree(folder, kept)
        world = _worlds[build] = _World(value, _difference(before, _everything()), kept)
    else:
        shutil.copytree(world.files, folder, dirs_exist_ok=True)
        with transaction.atomic(), connection.cursor() as cursor:
            for name, table in world.tables.items():
                _put_back(cursor, connection.ops.quote_name(name), table)
    return copy(world.value)


def _everything() -> dict[str, tuple[tuple[str, ...], _Rows]]:
    """The columns and rows of all tables."""
    found = {}
    with connection.cursor() as cursor:
        for name in sorted(connection.introspection.django_table_names(only_existing=True)):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)} ORDER BY 1")
            found[name] = (tuple(column[0] for column in cursor.description), cursor.fetchall())
    return found


def _difference(before: dict[str, Any], after: dict[str, Any]) -> dict[str, _Table]:
    found = {}
    for name, (columns, rows) in after.items():
        _, earlier = before[name]
        gone = [row[:1] for row in earlier if row not in rows]
        came = [row for row in rows if row not in earlier]
        if gone or came:
            found[name] = _Table(tuple(map(connection.ops.quote_name, columns)), gone, came)
    return found


def _put_back(cursor: Any, name: str, table: _Table) -> None:
    if table.gone:
        cursor.executemany(f"DELETE FROM {name} WHERE {table.columns[0]} = %s", table.gone)
    if table.came:
        places = ", ".join(["%s"] * len(table.columns))
        cursor.executemany(
            f"INSERT INTO {name} ({', '.join(table.columns)}) VALUES ({places})", table.came
        )
