"""Rows of long lists, in plain Python: a template costs ten times as much for each of them.

What is put together here is markup of ours; every value goes through `escape`, as it would in a template.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from html import escape

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from remit.core.post import Unit
from remit.core.standing import Status
from remit.files.wording import path_words
from remit.store.load_unit import Latest, Numbered
from remit.store.unit_inquiry import OPEN, Due, HeatMap
from remit.web import dates
from remit.web.addresses import address_of, addresses_of, editions, query_of, quoted
from remit.web.templatetags.marks import bar, mark, markup
from remit.web.templatetags.words import cite, record_kind, status_word

__all__ = ["counts_table", "crumbs", "due_list", "heat_table", "ledger_rows", "record_rows", "tiles"]

register = template.Library()

_SHORT = 30
_OPEN = frozenset(OPEN)


@register.simple_tag
def crumbs(
    above: Iterable[tuple[Numbered, bool]], here: str, on: str = "", *, unit: Unit | None = None
) -> SafeString:
    """Return the way down to a page of a unit: those above it, as links where the reader may go there, and itself.

    `here` is the page's name where it is not the unit's first one, which then is a link too. `on`: a day that stays.
    """
    steps = [(one.code, one.name, seen) for one, seen in above]
    if unit is not None:
        steps.append((unit.code, unit.name, True))
    if not steps:
        return SafeString("")
    said = "".join(
        f'<li><a href="{_unit(code, on)}">{escape(name)}</a></li>'
        if seen
        else f"<li><span>{escape(name)}</span></li>"
        for code, name, seen in steps
    )
    return markup(
        f'<nav class="crumbs" aria-label="{escape(_("Units above"))}"><ol>{said}'
        f'<li><span aria-current="page">{escape(here)}</span></li></ol></nav>'
    )


@register.simple_tag
def tiles(figures: Sequence[int], code: str, on: str = "", *, whole: bool = False) -> SafeString:
    """Return a unit's counts by status as a strip; each leads to its lines of the ledger (`whole`: and all below)."""
    shown, below = [], "1" if whole else ""
    for status, said, count in zip(Status, _phrases(get_language()).marks, figures, strict=True):
        inner = f'<span class="count-word">{said}</span><span class="count-figure">{count}</span>'
        if count:
            address = escape(query_of("ledger", unit=code, whole=below, status=status.value, on=on))
            shown.append(f'<li class="is-{status.value}"><a class="count" href="{address}">{inner}</a></li>')
        else:
            shown.append(f'<li class="is-{status.value}"><span class="count none">{inner}</span></li>')
    return markup(f'<ul class="counts" aria-label="{escape(_("Counts"))}">{"".join(shown)}</ul>')


@register.simple_tag
def counts_table(below: Iterable[tuple[Numbered, Sequence[int]]], caption: str, on: str = "") -> SafeString:
    """Return units with a bar and their counts by status, one in a row."""
    rows, units, query = [], addresses_of("unit"), f"?on={on}" if on else ""
    for one, figures in below:
        cells = "".join(
            f'<td class="number">{n}</td>' if n else '<td class="number zero">0</td>' for n in figures
        )
        rows.append(
            f'<tr><th scope="row"><a href="{escape(units(one.code))}{query}">{escape(one.name)}</a></th>'
            f"<td>{bar(figures, name=one.name)}</td>{cells}</tr>\n"
        )
    return markup(
        '<div class="table-scroll" role="region" tabindex="0" aria-labelledby="children-caption">'
        f'<table class="figures"><caption id="children-caption" class="unseen">{escape(caption)}</caption>'
        f"{_counts_head(get_language())}<tbody>{''.join(rows)}</tbody></table></div>"
    )


@register.simple_tag
def due_list(items: Iterable[Due], code: str, on: date, *, may_record: bool = False) -> SafeString:
    """Return what a unit owes, each duty once with its first window; where the day asked about is `on`."""
    said, edition = _phrases(get_language()), editions()
    who, ledger, record = (escape(query_of(name, unit=code)) for name in ("who", "ledger", "record-new"))
    day, rows = on.isoformat(), []
    for one in items:
        duty = _duty_words(one, said.language, edition)
        address = f"{who}&amp;duty={duty.name}&amp;on={day}"
        facts = f'<li>{duty.clause}</li><li><a href="{address}">{said.who}{duty.unseen}</a></li>'
        if one.more:
            address = f"{ledger}&amp;duty={duty.name}&amp;status={one.status.value}&amp;on={day}"
            facts += f'<li><a href="{address}">{_more(one.more, said.language)}{duty.unseen}</a></li>'
        act = ""
        if may_record and one.status in _OPEN and one.opens <= on:
            address = f"{record}&amp;duty={duty.name}&amp;window={escape(quoted(one.window))}"
            act = f'<p class="owed-act"><a class="button" href="{address}">{said.record}{duty.unseen}</a></p>'
        rows.append(
            f'<li class="owed"><div class="owed-when">{said.chips[one.status.value]}'
            f"<span>{said.due.format(day=_day(one.due))}</span>"
            f'<span class="hint">{_window(one.window, said.language)}</span></div><div>'
            f'<p class="words" lang="{duty.language}">{duty.quote}</p><ul class="facts">{facts}</ul></div>{act}</li>\n'
        )
    return markup("".join(rows))


@register.simple_tag
def ledger_rows(
    lines: Iterable[tuple[Numbered, Due]], on: date, kept: str = "", *, may_record: bool = False
) -> SafeString:
    """Return the lines of a ledger as rows of a table: unit, how it stands, duty, window, due day, ways on.

    `kept` is the day where it stays in the way to a unit.
    """
    said, edition, units = _phrases(get_language()), editions(), addresses_of("unit")
    who, record = escape(query_of("who")), escape(query_of("record-new"))
    day, rows, query_kept = on.isoformat(), [], f"?on={kept}" if kept else ""
    for at, one in lines:
        duty, window = _duty_words(one, said.language, edition), _window(one.window, said.language)
        query = f"unit={escape(quoted(at.code))}&amp;duty={duty.name}"
        links = f'<a href="{who}?{query}&amp;on={day}">{said.who}{duty.unseen}</a>'
        if may_record and one.status in _OPEN and one.opens <= on:
            address = f"{record}?{query}&amp;window={escape(quoted(one.window))}"
            links += f' <a href="{address}">{said.record}{duty.unseen}</a>'
        rows.append(
            f'<tr><th scope="row"><a href="{escape(units(at.code))}{query_kept}">{escape(at.name)}</a></th>'
            f"<td>{said.chips[one.status.value]}</td>"
            f'<td><span class="words" lang="{duty.language}">{duty.quote}</span> '
            f'<span class="hint">{duty.clause}</span></td>'
            f"<td>{window}</td><td>{_day(one.due)}</td><td>{links}</td></tr>\n"
        )
    return markup("".join(rows))


@register.simple_tag
def heat_table(seen: HeatMap, caption: str, on: str = "") -> SafeString:
    """Return units and duties as a table, each cell with the share done of what was done or is overdue."""
    heads = "".join(
        f'<th scope="col"><a href="{_ledger(seen.place.unit.code, reference, on)}">'
        f'{escape(path_words(words[1].ref))}</a><span class="hint">{escape(_shorten(words[2].quote))}</span></th>'
        for reference, words in seen.duties
    )
    rows = []
    for one, figures in seen.rows:
        every = [sum(counts) for counts in zip(*figures, strict=True)] or [0] * len(Status)
        cells = "".join(
            _heat_cell(counts, _ledger(one.code, reference, on))
            for (reference, _words), counts in zip(seen.duties, figures, strict=True)
        )
        rows.append(
            f'<tr><th scope="row"><a href="{_unit(one.code, on)}">{escape(one.name)}</a></th>'
            f"{_heat_cell(every, _ledger(one.code, '', on))}{cells}</tr>\n"
        )
    return markup(
        '<div class="table-scroll" role="region" tabindex="0" aria-labelledby="heat-caption">'
        f'<table class="heat"><caption id="heat-caption" class="unseen">{escape(caption)}</caption>'
        f'<thead><tr><th scope="col">{escape(_("Unit"))}</th><th scope="col">{escape(_("all duties"))}</th>'
        f"{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def _heat_cell(figures: Sequence[int], address: str) -> str:
    met, late, overdue = figures[0], figures[1], figures[2]
    done, asked = met + late, met + late + overdue
    if not asked:
        return f'<td class="number zero">–<span class="unseen"> {escape(_("nothing was due"))}</span></td>'
    share = 100 * done // asked  # never a hundred while something is overdue
    said = _("{done} done, {overdue} overdue").format(done=done, overdue=overdue)
    shown = f'{share}%<span class="unseen"> {escape(said)}</span>'
    if overdue:
        shown = f'<a href="{address}">{shown}</a>'
    return f'<td class="number heat-{share // 20}">{shown}</td>'


def _ledger(code: str, duty: str, on: str) -> str:
    address = query_of("ledger", unit=code, whole="1", duty=duty, status=Status.OVERDUE.value, on=on)
    return escape(address)


@register.simple_tag
def record_rows(records: Iterable[Latest]) -> SafeString:
    """Return records as rows of a table: day, title, kind, how many files."""
    return markup(
        "".join(
            f'<tr><td>{_day(one.day)}</td><th scope="row"><a href="{escape(address_of("record", one.ref))}">'
            f"{escape(one.title)}</a></th><td>{escape(record_kind(one.kind))}</td>"
            f'<td class="number{"" if one.files else " zero"}">{one.files}</td></tr>\n'
            for one in records
        )
    )


def _unit(code: str, on: str) -> str:
    return escape(address_of("unit", code)) + (f"?on={on}" if on else "")


@dataclass(frozen=True, slots=True)
class _Phrases:
    """What every row says in one language, escaped: looked up once, not for every row. Chips are by status."""

    language: str | None
    chips: dict[str, str]
    marks: tuple[str, ...]
    who: str
    record: str
    due: str


@lru_cache(maxsize=8)
def _phrases(language: str | None) -> _Phrases:
    marks = tuple(f"{mark(one)}{escape(status_word(one))}" for one in Status)
    return _Phrases(
        language=language,
        chips={
            one.value: f'<span class="status is-{one.value}">{said}</span>'
            for one, said in zip(Status, marks, strict=True)
        },
        marks=marks,
        who=escape(_("Who answers")),
        record=escape(_("Record it")),
        due=escape(_("due {day}")),
    )


@dataclass(frozen=True, slots=True)
class _DutyWords:
    """A duty as rows show it, escaped; `name` is its reference in a query.

    `unseen` is what a link is about, for those who hear it alone.
    """

    name: str
    quote: str
    language: str
    unseen: str
    clause: str


def _duty_words(one: Due, language: str | None, edition: Callable[[str, date], str]) -> _DutyWords:
    regime, duty = one.regime, one.duty
    address = f"{edition(regime.id, regime.edition)}#q-{duty.ref}"
    return _worded(language, one.reference, duty.quote, regime.title, regime.language, one.clause, address)


@lru_cache(maxsize=2048)
def _worded(
    _language: str | None,
    reference: str,
    quote: str,
    title: str,
    spoken: str,
    clause: tuple[str, ...],
    address: str,
) -> _DutyWords:
    words = cite(title, spoken, clause)
    return _DutyWords(
        name=escape(quoted(reference)),
        quote=escape(quote),
        language=escape(spoken),
        unseen=_unseen(quote),
        clause=f'<a href="{escape(address)}">{escape(words)}</a>',
    )


@lru_cache(maxsize=256)
def _more(count: int, _language: str | None) -> str:
    return escape(ngettext("{count} more window", "{count} more windows", count).format(count=count))


@lru_cache(maxsize=2048)
def _window(window: str, _language: str | None) -> str:
    return escape(dates.window_words(window) if window else _("counted from an event"))


def _unseen(text: str) -> str:
    return f'<span class="unseen">{escape(_(": ") + _shorten(text))}</span>'


def _shorten(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"


def _day(value: date) -> str:
    return f'<time class="nowrap" datetime="{value.isoformat()}">{escape(dates.day_words(value))}</time>'


@lru_cache(maxsize=8)
def _counts_head(language: str | None) -> str:
    heads = "".join(
        f'<th scope="col" class="number is-{status.value}">{said}</th>'
        for status, said in zip(Status, _phrases(language).marks, strict=True)
    )
    return (
        f'<thead><tr><th scope="col">{escape(_("Unit"))}</th><th scope="col">{escape(_("Proportions"))}</th>'
        f"{heads}</tr></thead>"
    )
