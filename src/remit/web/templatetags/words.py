"""Language: what values are called, in the reader's language; sentences come from the core's templates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from remit.core.answer_words import DEGREES
from remit.core.assignment import Answer, answer_text
from remit.core.duty import Basis, Degree, Duty, Kind, Review, ReviewState
from remit.core.phrase import cadence_text, deadline_text
from remit.core.problem import Level, Problem
from remit.core.record_kind import KINDS
from remit.core.regime import Regime
from remit.core.scope import REASONS
from remit.core.standing import Standing, Status, standing_text
from remit.files.wording import path_words
from remit.web import dates

__all__ = [
    "Slot",
    "answer_why",
    "citation",
    "cite",
    "day",
    "day_words",
    "degree_word",
    "due_words",
    "field",
    "figure",
    "kind_word",
    "label",
    "level_word",
    "month_words",
    "path_words",
    "problem_words",
    "record_kind",
    "review_words",
    "screen_words",
    "size_words",
    "slots",
    "status_word",
    "why",
    "window_words",
]

register = template.Library()
register.filter("cadence", lambda value: cadence_text(value, _))
register.filter("deadline", lambda value: deadline_text(value, _))
register.filter(path_words)

_STATUS = {
    Status.MET: gettext_noop("Met"),
    Status.LATE: gettext_noop("Met late"),
    Status.OVERDUE: gettext_noop("Overdue"),
    Status.DUE_SOON: gettext_noop("Due soon"),
    Status.UPCOMING: gettext_noop("Upcoming"),
    Status.EXCUSED: gettext_noop("Excused"),
    Status.UNASSIGNED: gettext_noop("Nobody answers"),
}
_KIND = {Kind.DUTY: gettext_noop("Duty"), Kind.PROHIBITION: gettext_noop("Prohibition")}
_LEVEL = {
    Level.ERROR: gettext_noop("Error"),
    Level.WARNING: gettext_noop("Warning"),
    Level.NOTE: gettext_noop("Note"),
}
_BASIS = {
    Basis.EXPLICIT: gettext_noop("said in the clause"),
    Basis.INHERITED: gettext_noop("taken over from the words before"),
    Basis.ASSUMED: gettext_noop("assumed"),
}
_REVIEW = {
    ReviewState.PROPOSED: gettext_noop("Not reviewed yet."),
    ReviewState.ACCEPTED: gettext_noop("Accepted by {person} on {day}."),
    ReviewState.CORRECTED: gettext_noop("Corrected by {person} on {day}: {reason}"),
    ReviewState.REJECTED: gettext_noop("Rejected by {person} on {day}: {reason}"),
}
RECORD_KINDS = {key: kind.label for key, kind in KINDS.items()}


_OPEN, _CLOSE = "\ue000", "\ue001"  # around what becomes a link


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of a duty: its name, what is said there, and on what basis where that is not the clause itself."""

    name: str
    said: tuple[str, ...]
    basis: str = ""


@register.filter
def status_word(status: Status) -> str:
    """Return what a status is called."""
    return _(_STATUS[status])


@register.filter
def degree_word(degree: Degree) -> str:
    """Return what a degree of answerability is called."""
    return _(DEGREES[degree])


@register.filter
def level_word(level: Level) -> str:
    """Return how much a problem weighs, in a word."""
    return _(_LEVEL[level])


@register.filter
def kind_word(kind: Kind) -> str:
    """Return what a kind of duty is called."""
    return _(_KIND.get(kind, kind.value))


@register.filter
def record_kind(kind: str) -> str:
    """Return what a kind of record is called; one that is not of ours stands as it was written."""
    return _(RECORD_KINDS[kind]) if kind in RECORD_KINDS else kind


@register.filter
def label(text: str) -> str:
    """Return what a field of a record is called."""
    return _(text) if text else ""


@register.filter
def figure(number: Decimal) -> str:
    """Return a number as it was given, without noughts after the point."""
    return f"{number.normalize():f}"


@register.filter
def day(value: date) -> SafeString:
    """Return a day in words as a `time` element."""
    return format_html(
        '<time class="nowrap" datetime="{}">{}</time>', value.isoformat(), dates.day_words(value)
    )


@register.filter
def due_words(value: date) -> SafeString:
    """Return `due 30 June 2026`, the day as a `time` element."""
    return format_html(_("due {day}"), day=day(value))


@register.filter
def day_words(value: date) -> str:
    """Return a day in words."""
    return dates.day_words(value)


@register.filter
def month_words(day: date) -> str:
    """Return the month of a day in words, such as `May 2026`."""
    return dates.window_words(f"{day:%Y-%m}")


@register.filter
def window_words(window: str) -> str:
    """Return a window's name in words."""
    return dates.window_words(window)


@register.filter
def citation(regime: Regime, ref: tuple[str, ...]) -> str:
    """Return title and clause together."""
    return cite(regime.title, regime.language, ref)


def cite(title: str, language: str, ref: tuple[str, ...]) -> str:
    """Return a regulation's title, as its language sets it, and the clause together."""
    template = _("“{title}”, {path}") if language != "zh" else _("《{title}》{path}")
    return template.format(title=title, path=path_words(ref))


@register.filter
def why(standing: Standing) -> SafeString:
    """Return why an occurrence stands as it does, its days in words and the records that count as links."""
    occurrence = standing.occurrence
    said = (
        ("clause", path_words(occurrence.clause)),
        ("window", dates.window_words(occurrence.window)),
        ("opens", dates.day_words(occurrence.opens)),
        ("due", dates.day_words(occurrence.due)),
        ("records", _(", ").join(f"{_OPEN}{ref}{_CLOSE}" for ref in standing.records)),
        *_said(standing.values),
    )
    text = standing_text(replace(standing, values=said), _)
    unnamed = [ref for ref in standing.records if f"{_OPEN}{ref}{_CLOSE}" not in text]
    text += "".join(f" {_OPEN}{ref}{_CLOSE}" for ref in unnamed)
    parts = re.split(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}", text)  # words and references by turns
    return format_html_join("", "{}", ((_record_link(p) if n % 2 else p,) for n, p in enumerate(parts)))


def _record_link(ref: str) -> SafeString:
    return format_html('<a href="{}">{}</a>', reverse("record", args=[ref]), ref)


@register.filter
def answer_why(answer: Answer) -> str:
    """Return why a post answers."""
    values = dict(answer.values)
    clause = ("clause", path_words(tuple(values.get("clause", "").split())))
    return answer_text(replace(answer, values=(*_said(answer.values), clause)), _)


@register.filter
def problem_words(problem: Problem) -> str:
    """Return a problem's message and remedy, its days in words."""
    return replace(problem, values=_said(problem.values)).text(_)


@register.filter
def screen_words(why: str) -> str:
    """Return under which rule a text lies outside scope, and what the rule says."""
    return _("{rule}: {why}").format(rule=why, why=_(REASONS.get(why, "")) if why in REASONS else "")


@register.filter
def slots(duty: Duty) -> list[Slot]:
    """Return the parts of a duty that are filled, and the holder even where none is named."""
    basis = {name: "" if b is Basis.EXPLICIT else _(_BASIS[b]) for name, b in duty.basis}
    parts: tuple[tuple[str, str, tuple[str, ...]], ...] = (
        ("holders", _("Who"), duty.holders or (_("nobody is named"),)),
        ("actions", _("What"), duty.actions),
        ("cadence", _("How often"), tuple(cadence_text(c, _) for c in duty.cadence)),
        ("deadline", _("By when"), tuple(deadline_text(d, _) for d in duty.deadline)),
        ("addressee", _("To whom"), duty.addressee),
        ("evidence", _("Evidence"), duty.evidence),
    )
    return [Slot(name, said, basis.get(slot, "")) for slot, name, said in parts if said]


@register.filter
def review_words(review: Review) -> str:
    """Return who decided what about a duty, when and why."""
    on = dates.day_words(review.on) if review.on else ""
    return _(_REVIEW[review.state]).format(person=review.by, day=on, reason=review.reason)


@register.filter
def field(typed: Mapping[str, str], name: str) -> str:
    """Return what was typed into a field whose name a template cannot spell."""
    return typed.get(name, "")


@register.filter
def size_words(size: int) -> str:
    """Return a file's size in KB or MB."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f}".removesuffix(".0") + " MB"


def _said(values: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Days and rules of scope among the values, in words."""
    return tuple((name, _value_said(name, value)) for name, value in values)


def _value_said(name: str, value: str) -> str:
    if name == "field":
        return label(value)
    if name in {"rule", "why"} and value in REASONS:
        return screen_words(value)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return value
    try:
        return dates.day_words(date.fromisoformat(value))
    except ValueError:
        return value
