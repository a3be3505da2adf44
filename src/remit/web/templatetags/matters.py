"""What matters, their states and steps are called, and their light: a shape, a word and a colour together."""

from __future__ import annotations

from datetime import datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from remit.core.flow import Hand
from remit.core.flow_words import FLOW_WORDS, HAND_WORDS, MOVE_WORDS, STATE_WORDS, STEP_WORDS, TIME_WORDS
from remit.core.standing import Status
from remit.web import dates
from remit.web.addresses import address_of

__all__ = [
    "address",
    "flow_word",
    "hand_word",
    "light",
    "moment",
    "move_word",
    "state_word",
    "step_word",
    "time_word",
]

register = template.Library()

# A light is told apart without its colour: a ring with a tick, a diamond, a triangle with a stroke, a barred ring.
_LIGHTS: dict[Status, tuple[str, str, SafeString]] = {
    Status.UPCOMING: (
        "met",
        gettext_noop("In time"),
        mark_safe('<circle cx="8" cy="8" r="6.5"/>'),
    ),  # constant
    Status.MET: (
        "met",
        gettext_noop("Done in time"),
        mark_safe('<circle cx="8" cy="8" r="6.5"/><path d="M4.8 8.2l2.3 2.3 4.2-4.7"/>'),
    ),
    Status.DUE_SOON: (
        "due-soon",
        gettext_noop("Due soon"),
        mark_safe('<path d="M8 1l7 7-7 7-7-7z"/><path d="M8 4.6v4.2M8 10.3v1.3"/>'),
    ),
    Status.LATE: (
        "due-soon",
        gettext_noop("Done late"),
        mark_safe('<path d="M8 1l7 7-7 7-7-7z"/><path d="M5.2 8.2l2 2 3.6-4"/>'),
    ),
    Status.OVERDUE: (
        "overdue",
        gettext_noop("Overdue"),
        mark_safe(
            '<path d="M8 .8 15.6 15H.4z" fill="currentColor" stroke="none"/>'
            '<path d="M8 5.6v4.6M8 11.6v1.6" class="cut" stroke-width="1.8"/>'
        ),
    ),
    Status.EXCUSED: (
        "excused",
        gettext_noop("No longer asked"),
        mark_safe('<circle cx="8" cy="8" r="6.7"/><path d="M3.4 12.6l9.2-9.2"/>'),
    ),
}


@register.simple_tag
def light(status: Status) -> SafeString:
    """Return the light of a matter: green, yellow or red, with its shape and word."""
    tone, word, shape = _LIGHTS[status]
    return format_html(
        '<span class="status is-{}"><svg class="mark" viewBox="0 0 16 16" fill="none" stroke="currentColor" '
        'stroke-width="1.6" aria-hidden="true">{}</svg>{}</span>',
        tone,
        shape,
        _(word),
    )


@register.filter
def flow_word(flow: str) -> str:
    """Return what a flow is called."""
    return _(FLOW_WORDS[flow])


@register.simple_tag
def state_word(flow: str, state: str) -> str:
    """Return what a state of a flow is called."""
    return _(STATE_WORDS[flow, state])


@register.filter
def time_word(state: str) -> str:
    """Return what is asked and not decided about more time, empty where nothing is."""
    return _(TIME_WORDS[state]) if state in TIME_WORDS else ""


@register.simple_tag
def move_word(flow: str, move: str) -> str:
    """Return what a move is called where it can be taken."""
    return _(MOVE_WORDS[flow, move])


@register.simple_tag
def step_word(flow: str, move: str) -> str:
    """Return what a move is called once it was taken; one of an older flow stands as it was written."""
    return _(STEP_WORDS[flow, move]) if (flow, move) in STEP_WORDS else move


@register.filter
def hand_word(hand: Hand) -> str:
    """Return in whose name a step was taken."""
    return _(HAND_WORDS[hand])


@register.filter
def moment(value: datetime) -> SafeString:
    """Return a moment to the minute, in the installation's time, as a `time` element."""
    said = f"{dates.day_words(value.date())} {value:%H:%M}"
    return format_html(
        '<time class="nowrap" datetime="{}">{}</time>', value.isoformat(timespec="minutes"), said
    )


@register.simple_tag
def address(flow: str, ref: str) -> str:
    """Return the address of a matter: reports and situations have pages of their own."""
    return address_of(_PAGES.get(flow, "matter"), ref)


_PAGES = {"report": "report", "incident": "situation"}
