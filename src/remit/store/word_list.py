"""Conditions on columns that hold a list of words as JSON, alike in both databases."""

from __future__ import annotations

from django.db import connection
from django.db.models import BooleanField, Func, Value

__all__ = ["holds"]


class _InSQLite(Func):
    """Whether a JSON list holds a word."""

    template = "EXISTS (SELECT 1 FROM json_each(%(expressions)s)"
    arg_joiner = ") WHERE value = "
    output_field = BooleanField()


class _InPostgreSQL(Func):
    """Whether a JSON list holds a word."""

    template = "(%(expressions)s::text))"
    arg_joiner = " @> to_jsonb("
    output_field = BooleanField()


def holds(column: str, word: str) -> Func:
    """Return the condition that a list holds a word as a whole."""
    made = _InPostgreSQL if connection.vendor == "postgresql" else _InSQLite
    return made(column, Value(word))
