"""A regime that asks terminals for reports, beside the one of the cast; and a report and a situation that are there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from remit.core.duty import Duty
from remit.core.period import Cadence
from remit.core.regime import Edition, Regime, RegimeClause, Role
from remit.store import actions
from tests.store import cast
from tests.store.cast import by

QUOTE = "Each terminal shall report to the level above in June and December."
DUTY = "port-reports/art-1"
WINDOW = f"{DUTY}@2027-06"


def reporting_regime() -> Regime:
    """The regime: a report in June and in December."""
    duty = Duty(
        ref="art-1",
        quote=QUOTE,
        holders=("each terminal",),
        actions=("report to the level above",),
        cadence=(Cadence(months=(6, 12)),),
        addressee=("the level above",),
        review=cast.REGIME.clauses[1].duties[0].review,
    )
    clause = RegimeClause(ref=("1",), text=QUOTE, start=0, end=len(QUOTE), duties=(duty,))
    return replace(
        cast.REGIME,
        id="port-reports",
        title="Reports in the port",
        roles=(Role(name="each terminal", units=("terminal",)),),
        clauses=(clause,),
    )


def settle_reports() -> None:
    """Put the regime in force for the port."""
    regime = reporting_regime()
    edition = Edition(regime.id, regime.edition)
    actions.import_edition(by(), regime)
    actions.issue_edition(by(), edition, version=1)
    actions.adopt(by(), edition, unit="/1", since=date(2027, 1, 1))


def begin_report() -> str:
    """Begin the report of the north terminal on the first half of the year."""
    return actions.open_report(by(), unit="/1/2", duty=WINDOW, period="2027H1")


def tell_situation() -> str:
    """Tell of a fire at the north terminal."""
    return actions.open_situation(
        by(), unit="/1/2", title="A fire in the rope store", known=cast.NOW, starts=(cast.REPORT,)
    )
