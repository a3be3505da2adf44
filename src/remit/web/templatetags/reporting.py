"""Reports and situations: what their states and marks are called, their figures and lines in words."""

from __future__ import annotations

from datetime import timedelta

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from remit.core.expected_report import ReportState
from remit.core.flow_words import STATE_WORDS
from remit.core.incident import Clock, Mark
from remit.core.report import Figure, Line, figure_text, line_text
from remit.files.wording import path_words
from remit.web import dates

__all__ = ["clock", "figure_words", "line_words", "mark_chip", "report_state"]

register = template.Library()

_STATES: dict[str, str] = {
    ReportState.EXPECTED: gettext_noop("Not begun"),
    ReportState.MISSING: gettext_noop("Missing"),
    ReportState.RECORDED: gettext_noop("Recorded as done"),
    ReportState.EXCUSED: gettext_noop("Excused"),
}
_TONES: dict[str, str] = {
    ReportState.MISSING: "suspect",
    ReportState.RETURNED: "suspect",
    ReportState.ACCEPTED: "done",
    ReportState.RECORDED: "done",
}
_MARKS: dict[Mark, str] = {
    Mark.UNREPORTED: gettext_noop("Time has run out, not reported"),
    Mark.LATE: gettext_noop("Reported late"),
    Mark.INCOMPLETE: gettext_noop("Sent back as incomplete"),
    Mark.ADDED: gettext_noop("Reported further"),
    Mark.CORRECTED: gettext_noop("Corrected"),
    Mark.ESCALATED: gettext_noop("Reported further up"),
}


@register.filter
def report_state(state: str) -> SafeString:
    """Return how far a report has come, as a chip."""
    word = _(_STATES[state]) if state in _STATES else _(STATE_WORDS["report", state])
    return format_html('<span class="chip nowrap {}">{}</span>', _TONES.get(state, ""), word)


@register.filter
def figure_words(figure: Figure) -> str:
    """Return a figure with what it counts."""
    return figure_text(figure, _)


@register.filter
def line_words(line: Line) -> str:
    """Return what a report says of a duty, as a sentence."""
    return line_text(line, _, path=path_words, day=dates.day_words)


@register.filter
def mark_chip(mark: Mark) -> SafeString:
    """Return a mark of a situation, as a chip."""
    tone = "suspect" if mark in {Mark.UNREPORTED, Mark.LATE, Mark.INCOMPLETE} else ""
    return format_html('<span class="chip {}">{}</span>', tone, _(_MARKS[mark]))


@register.filter
def clock(value: Clock) -> str:
    """Return what is left of a time limit, or by how much it was missed."""
    if value.left is None or value.until is None:
        return _("no time limit")
    until = dates.day_words((value.until - timedelta(days=1)).date()) if value.whole_days else None
    until = until or f"{dates.day_words(value.until.date())} {value.until:%H:%M}"
    if value.done is not None:
        return _("until {until}").format(until=until)
    if value.left < timedelta():
        return _("ran out {time} ago (until {until})").format(time=_span(-value.left), until=until)
    return _("{time} left (until {until})").format(time=_span(value.left), until=until)


def _span(value: timedelta) -> str:
    minutes = int(value.total_seconds() // 60)
    if minutes >= 48 * 60:
        days = minutes // (24 * 60)
        return ngettext("{count} day", "{count} days", days).format(count=days)
    return _("{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)
