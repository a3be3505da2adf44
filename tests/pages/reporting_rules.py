"""What the permission matrix has of reports and situations: their rules, one of each at a unit, and their addresses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from remit.core.duty import Duty, Review, ReviewState
from remit.core.period import Cadence
from remit.core.regime import Edition, Regime, RegimeClause, Role
from remit.store import actions
from tests.pages.conftest import by

__all__ = ["REPORTED", "begin_report", "probes", "settle", "tell_situation"]

REPORTED = "port-reports/art-1"
_DAY = date(2026, 1, 1)


def settle(now: datetime) -> None:
    """Put a regime in force that asks every office for reports."""
    text = "Each office shall report to the office above in June and December."
    duty = Duty(
        ref="art-1",
        quote=text,
        holders=("each office",),
        actions=("report to the office above",),
        cadence=(Cadence(months=(6, 12)),),
        addressee=("the office above",),
        review=Review(state=ReviewState.ACCEPTED, by="Eve", on=_DAY),
    )
    regime = Regime(
        id="port-reports",
        title="Port report rules",
        edition=_DAY,
        language="en",
        subject="safety",
        roles=(Role(name="each office", units=("office",)),),
        clauses=(RegimeClause(ref=("1",), text=text, start=0, end=len(text), duties=(duty,)),),
    )
    edition = Edition(regime.id, _DAY)
    actions.import_edition(by(now), regime)
    actions.issue_edition(by(now), edition, version=1)
    actions.adopt(by(now), edition, unit="/1", since=_DAY)


def begin_report(code: str, now: datetime, words: str) -> str:
    """Begin and write a unit's report, and return its reference."""
    ref = actions.open_report(by(now), unit=code, duty=f"{REPORTED}@2026-06", period="2026H1")
    return actions.write_report(by(now), ref=ref, texts=(("done", f"{words}."),), seen=1)


def tell_situation(code: str, now: datetime, title: str, place: str) -> str:
    """Tell of a situation at a unit, and return its reference."""
    return actions.open_situation(by(now), unit=code, title=title, known=now, place=place)


def probes(
    ask: Callable[..., Any], do: Callable[..., Any], code: str, report: str, situation: str
) -> list[Any]:
    """The addresses of reports and situations at a unit."""
    query = {"unit": code}
    window = {"duty": REPORTED, "window": "2026-12", "period": "2026H2", **query}
    return [
        ask("reports", "see", **query),
        ask("reports-below", "see", duty=REPORTED, window="2026-06", **query),
        do("reports-begin", "record", **{**window, "duty": f"{REPORTED}@2026-12"}),
        do("reports-urge", "record", units=code, **window),
        ask("report", "see", report),
        do("report-write", "record", report, seen="2", done="Words"),
        do("report-submit", "record", report, seen="2"),
        ask("report-figure", "see", report, "1"),
        ask("report-document", "see", report),
        ask("situations", "see", **query),
        ask("situation-new", "record", **query),
        do("situation-new", "record", title="A leak", known="2026-05-20T09:00", **query),
        ask("situation", "see", situation),
        do("situation-report", "record", situation, text="Under control"),
        do("situation-escalate", "record above", situation, reason="Beyond our means"),
    ]
