"""The fields of a part as a form asks for them, and back, with what is wrong with what was typed."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from enum import StrEnum
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from remit.core.part_words import FIELD_LABELS, WORDS, amount_text
from remit.core.period import Cadence
from remit.core.problem import Place, Problem, error
from remit.core.regime_part import Answerability, Part
from remit.web.pages import rhythm
from remit.web.pages.rhythm import Row

__all__ = ["Control", "PartTyped", "controls", "read_part", "typed_part"]

_HEAD = frozenset({"ref", "clause", "quote", "review"})
_NUMBER = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,6})?")
_HINTS: dict[tuple[type[Part], str], str] = {
    (Answerability, "holders"): gettext_noop("Names of roles as the regulation has them."),
    (Answerability, "matter"): gettext_noop("Empty: for all that the regime asks."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """A field of a form: `shape` is lines, words, number, choice or boxes; `options` are value, word and chosen."""

    name: str
    label: str
    shape: str
    value: str = ""
    options: tuple[tuple[str, str, bool], ...] = ()
    needed: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartTyped:
    """A part as typed into its form: the words, each field as it was sent, the rhythm, and what is wrong."""

    kind: type[Part]
    quote: str = ""
    reason: str = ""
    sent: tuple[tuple[str, tuple[str, ...]], ...] = ()
    cadence: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()


def typed_part(
    kind: type[Part], part: Part | None = None, *, given: Mapping[str, str] | None = None
) -> PartTyped:
    """Return the form's content for a part as it stands, or for one that is new, with what is `given`."""
    hints = _hints(kind)
    sent = {name: _written(getattr(part, name)) for name in hints} if part else _defaults(kind)
    sent |= {name: (value,) for name, value in (given or {}).items()}
    cadence = rhythm.cadence_rows(getattr(part, "cadence", ())) if "cadence" in _names(kind) else []
    return PartTyped(
        kind=kind, quote=part.quote if part else "", sent=tuple(sent.items()), cadence=tuple(cadence)
    )


def controls(typed: PartTyped) -> tuple[Control, ...]:
    """Return the fields of the form in the order of the part's own."""
    sent = dict(typed.sent)
    return tuple(
        _control(typed.kind, name, hint, sent.get(name, ())) for name, hint in _hints(typed.kind).items()
    )


def read_part(form: QueryDict, kind: type[Part]) -> tuple[dict[str, Any], PartTyped]:
    """Return the fields of a part as they were typed, and the form's content with what is wrong with it."""
    found: dict[str, Any] = {}
    problems: list[Problem] = []
    sent: dict[str, tuple[str, ...]] = {}
    for name, hint in _hints(kind).items():
        sent[name] = tuple(text.strip() for text in form.getlist(name))
        shape, words = _shape(hint)
        found[name], wrong = _READERS[shape](sent[name], words)
        if not wrong and found[name] in (None, "") and name in _needed(kind):
            wrong = error(
                "field-empty", "A field is empty that is needed.", "Fill it in.", at=Place(ref=name)
            )
        if wrong:
            problems.append(replace(wrong, place=Place(ref=name)))
    rows: list[Row] = []
    if "cadence" in _names(kind):
        flat = {name: str(value) for name, value in form.items()}
        found["cadence"], unsound, rows = rhythm.read_cadences(flat)
        problems += unsound
    quote = form.get("quote", "").strip().replace("\r\n", "\n")
    typed = PartTyped(
        kind=kind,
        quote=quote,
        reason=form.get("reason", ""),
        sent=tuple(sent.items()),
        cadence=tuple(rows),
        problems=tuple(problems),
    )
    return {**found, "quote": quote}, typed


def _control(kind: type[Part], name: str, hint: Any, sent: tuple[str, ...]) -> Control:
    shape, words = _shape(hint)
    options = tuple((value, _(said), value in sent) for value, said in WORDS[words].items()) if words else ()
    return Control(
        name=name,
        label=_(FIELD_LABELS[name]),
        shape=shape,
        value="" if options or not sent else sent[0],
        options=options,
        needed=name in _needed(kind),
        hint=_(_HINTS[kind, name]) if (kind, name) in _HINTS else "",
    )


def _lines(sent: tuple[str, ...], _words: Any) -> tuple[Any, Problem | None]:
    return tuple(line for text in sent for one in text.splitlines() if (line := one.strip())), None


def _plain(sent: tuple[str, ...], _words: Any) -> tuple[Any, Problem | None]:
    return " ".join(sent), None


def _number(sent: tuple[str, ...], _words: Any) -> tuple[Any, Problem | None]:
    text = "".join(sent)
    if not text:
        return None, None
    return (float(text), None) if _NUMBER.fullmatch(text) else (None, _no_number(text))


def _whole(sent: tuple[str, ...], _words: Any) -> tuple[Any, Problem | None]:
    text = "".join(sent)
    if not text:
        return None, None
    return (int(text), None) if re.fullmatch(r"[0-9]{1,4}", text) else (None, _no_number(text))


def _choice(sent: tuple[str, ...], words: type[StrEnum]) -> tuple[Any, Problem | None]:
    text = "".join(sent)
    return (words(text), None) if text in set(words) else (None, _no_choice(text))


def _boxes(sent: tuple[str, ...], words: type[StrEnum]) -> tuple[Any, Problem | None]:
    strange = next((text for text in sent if text not in set(words)), None)
    chosen = tuple(word for word in words if word in sent)
    return chosen, None if strange is None else _no_choice(strange)


_READERS: dict[str, Callable[[tuple[str, ...], Any], tuple[Any, Problem | None]]] = {
    "lines": _lines,
    "words": _plain,
    "number": _number,
    "whole": _whole,
    "choice": _choice,
    "boxes": _boxes,
}


def _shape(hint: Any) -> tuple[str, Any]:
    """How a field of this type is asked for, and the closed list it is chosen from."""
    members = typing.get_args(hint)
    if typing.get_origin(hint) is tuple:
        return ("lines", None) if members[0] is str else ("boxes", members[0])
    if isinstance(hint, types.UnionType):
        return "number", None
    if issubclass(hint, StrEnum):
        return "choice", hint
    return ("whole", None) if hint is int else ("words", None)


def _written(value: object) -> tuple[str, ...]:
    """A value as its control holds it."""
    if value is None or value == ():
        return ()
    if isinstance(value, tuple):
        many = tuple(str(one) for one in value)
        return many if isinstance(value[0], StrEnum) else ("\n".join(many),)
    return (amount_text(value) if isinstance(value, float) else str(value),)


def _defaults(kind: type[Part]) -> dict[str, tuple[str, ...]]:
    hints = _hints(kind)
    return {
        field.name: () if field.default is MISSING else _written(field.default)
        for field in fields(kind)
        if field.name in hints
    }


def _names(kind: type[Part]) -> frozenset[str]:
    return frozenset(field.name for field in fields(kind))


def _needed(kind: type[Part]) -> frozenset[str]:
    return frozenset(f.name for f in fields(kind) if f.default is MISSING and f.name not in _HEAD)


def _hints(kind: type[Part]) -> dict[str, Any]:
    """The types of the fields that have a control of their own."""
    hints = typing.get_type_hints(kind)
    names = [field.name for field in fields(kind) if field.name not in _HEAD]
    return {name: hints[name] for name in names if typing.get_args(hints[name])[:1] != (Cadence,)}


def _no_number(text: str) -> Problem:
    return error(
        "not-an-amount", "“{text}” is not a number.", "Write digits, such as 20 or 2.5.", text=text[:40]
    )


def _no_choice(text: str) -> Problem:
    return error("not-a-choice", "“{text}” is not in the list.", "Choose one of the list.", text=text[:40])
