"""Shapes: the logo, a mark for each status, and bars of counts; their colours come from the stylesheet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from remit.core.standing import Status
from remit.web.templatetags.words import status_word

__all__ = ["bar", "logo", "mark", "markup", "meter", "status"]

register = template.Library()

_WIDTH = 1000
_STATUSES = tuple(status.value for status in Status)

# One outline a status, on a field of 16 by 16, told apart without colour: tick, late tick, warning sign,
# clock, open ring, barred ring, question.
_SHAPES: dict[Status, SafeString] = {
    Status.MET: mark_safe(  # constant
        '<circle cx="8" cy="8" r="7.5" fill="currentColor" stroke="none"/>'
        '<path d="M4.6 8.3l2.4 2.4 4.5-5" class="cut" stroke-width="2"/>'
    ),
    Status.LATE: mark_safe(
        '<circle cx="8" cy="8" r="6.7" stroke-dasharray="2.6 1.6"/><path d="M4.8 8.2l2.3 2.3 4.2-4.7"/>'
    ),
    Status.OVERDUE: mark_safe(
        '<path d="M8 .8 15.6 15H.4z" fill="currentColor" stroke="none"/>'
        '<path d="M8 5.6v4.6M8 11.6v1.6" class="cut" stroke-width="1.8"/>'
    ),
    Status.DUE_SOON: mark_safe('<circle cx="8" cy="8" r="6.7"/><path d="M8 3.8V8l3 2"/>'),
    Status.UPCOMING: mark_safe('<circle cx="8" cy="8" r="6.5"/>'),
    Status.EXCUSED: mark_safe('<circle cx="8" cy="8" r="6.7"/><path d="M3.4 12.6l9.2-9.2"/>'),
    Status.UNASSIGNED: mark_safe(
        '<path d="M1.2 1.2h13.6v13.6H1.2z"/><path d="M5.9 6.2c0-2.9 4.3-2.7 4.3-.2C10.2 7.9 8 7.7 8 9.6M8 11.3v1.5"/>'
    ),
}


def markup(text: str) -> SafeString:
    """Return text that is markup of ours with every value escaped: for rows, where `format_html` costs too much."""
    return mark_safe(text)  # noqa: S308 - see above; what calls it is tested with hostile names


@register.simple_tag
def logo() -> SafeString:
    """Return the product's mark: a ledger whose last line is ticked."""
    return mark_safe(
        '<svg viewBox="0 0 32 32" aria-hidden="true"><rect class="plate" width="32" height="32" rx="4"/>'
        '<g class="strokes" stroke-width="2.5" stroke-linecap="square"><path d="M8 9h16M8 15.5h8"/>'
        '<path d="M8 22.5l3.8 3.8L24.5 16"/></g></svg>'
    )


@register.simple_tag
def mark(status: Status) -> SafeString:
    """Return the shape of a status, hidden from screen readers: the word stands beside it."""
    return format_html(
        '<svg class="mark" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.6" '
        'aria-hidden="true">{}</svg>',
        _SHAPES[status],
    )


@register.simple_tag
def status(value: Status) -> SafeString:
    """Return a status as shape, word and colour together."""
    return format_html('<span class="status is-{}">{}{}</span>', value.value, mark(value), status_word(value))


@register.simple_tag
def bar(figures: Sequence[int], *, name: str) -> SafeString:
    """Return a bar of counts by status; its label says the figures, which a table beside it repeats."""
    comma, template, nothing, words = _bar_words(get_language())
    total, parts, said, seen = sum(figures), "", [], 0
    for value, word, count in zip(_STATUSES, words, figures, strict=True):
        if count:
            left, right = _WIDTH * seen // total, _WIDTH * (seen + count) // total
            parts += f'<rect class="part-{value}" x="{left}" width="{max(right - left - 3, 2)}" height="24"/>'
            said.append(f"{word} {count}")
            seen += count
    called = escape(name)
    label = template.format(name=called, counts=comma.join(said) or nothing)
    return markup(
        f'<svg class="bar" viewBox="0 0 {_WIDTH} 24" preserveAspectRatio="none" role="img" '
        f'aria-label="{label}"><title>{called}</title>'
        f'<rect class="rest" width="{_WIDTH}" height="24"/>{parts}</svg>'
    )


@lru_cache(maxsize=8)
def _bar_words(_language: str | None) -> tuple[str, str, str, tuple[str, ...]]:
    """What bars say in one language, escaped: looked up once, not for every bar."""
    words = tuple(escape(status_word(status)) for status in Status)
    return escape(_(", ")), escape(_("{name}: {counts}")), escape(_("nothing")), words


@register.simple_tag
def meter(done: int, total: int, *, name: str) -> SafeString:
    """Return how much of a whole is done, as a bar; the words beside it say the figures."""
    said = _("{done} of {total}").format(done=done, total=total)
    return format_html(
        '<svg class="bar" viewBox="0 0 {} 24" preserveAspectRatio="none" role="img" aria-label="{}">'
        '<title>{}</title><desc>{}</desc><rect class="rest" width="{}" height="24"/>'
        '<rect class="part-met" width="{}" height="24"/></svg>',
        _WIDTH,
        _("{name}: {counts}").format(name=name, counts=said),
        name,
        said,
        _WIDTH,
        round(_WIDTH * done / total) if total else 0,
    )
