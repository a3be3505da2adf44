"""What is typed into the forms of the organisation: days and words, with a problem by each field that is not right."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.http import QueryDict

from remit.core.problem import Place, Problem, error
from remit.web.dates import parse_day

__all__ = ["by_field", "fresh_key", "key_of", "needed_day", "needed_words", "split_words"]

_SEPARATORS = re.compile(r"[,;，；、\n]")


def fresh_key() -> str:
    """Return a key for a form that is about to be filled in: sent twice, it is done once."""
    return secrets.token_urlsafe(16)


def key_of(form: QueryDict) -> str:
    """Return the key of a form that was sent."""
    return form.get("key", "") or fresh_key()


def needed_day(form: QueryDict, field: str) -> tuple[date | None, tuple[Problem, ...]]:
    """Return the day in a field, and what is wrong where there is none."""
    day, problems = parse_day(form.get(field, ""), field=field)
    if day is None and not problems:
        problems = (error("no-day-given", "No day is given.", "Choose the day.", at=Place(ref=field)),)
    return day, problems


def needed_words(form: QueryDict, *fields: str) -> tuple[Problem, ...]:
    """Return a problem for each of the fields that is empty."""
    return tuple(
        error("field-empty", "A field is empty that is needed.", "Fill it in.", at=Place(ref=field))
        for field in fields
        if not form.get(field, "").strip()
    )


def split_words(text: str) -> tuple[str, ...]:
    """Return the words between commas, each once."""
    return tuple(dict.fromkeys(word for part in _SEPARATORS.split(text) if (word := part.strip())))


def by_field(problems: Iterable[Problem], field: str, *known: str) -> tuple[Problem, ...]:
    """Return the problems, those that are about none of the `known` fields placed by one field."""
    return tuple(p if p.place.ref in known else replace(p, place=Place(ref=field)) for p in problems)
