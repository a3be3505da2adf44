"""The example that comes with Remit: a fictional port city, its regulation, and what its schools did."""

from __future__ import annotations

from dataclasses import replace
from importlib import resources
from pathlib import Path

from django.utils import timezone

from remit.cli.language import Words
from remit.cli.living_console import console, say
from remit.cli.living_lists import read_excuses, read_records
from remit.cli.living_work import adopt_regime, keep_excuses
from remit.core.duty import Degree
from remit.core.post import Organisation
from remit.core.regime import Regime
from remit.core.regime_part import Parts
from remit.files.calendar import read_calendar
from remit.files.document import read_document
from remit.files.draft_file import draft_document
from remit.files.organisation import read_organisation
from remit.files.regime_yaml import read_regime
from remit.store import actions
from remit.store.access import Role
from remit.store.refusal import refuse

__all__ = ["load_example"]


def load_example(words: Words) -> None:
    """Take in the example in the language of `words`; records that are still to come are left out."""
    tail = ".en" if words.language == "en" else ""
    with resources.as_file(resources.files("remit") / "examples" / "harbour") as folder:
        lists = folder / f"organisation{tail}"
        organisation, problems = read_organisation(lists)
        regime, unsound = read_regime(folder / f"regime.{words.language}.yaml")
        again = _read_again(folder / f"regulation.{words.language}.txt")
        calendar, misdated = read_calendar(folder / "calendar.toml")
        deeds, unreadable = read_records(lists / "records.csv")
        excuses, unexcused = read_excuses(lists / "excuses.csv")
    refuse((*problems, *unsound, *misdated, *unreadable, *unexcused))
    if regime is None or calendar is None:
        raise FileNotFoundError(2, "the example is not part of this installation", str(folder))
    root = actions.import_organisation(console(), organisation)
    actions.set_calendar(console(), calendar)
    adopt_regime(regime, unit=root, since=regime.edition)
    actions.import_edition(console(), _next_edition(regime, again))
    today = timezone.localdate()
    past = [d for d in deeds if d.day <= today]
    actions.import_records(console(), past)
    keep_excuses(e for e in excuses if e.decided <= today)
    _open_school(organisation, words)
    counts = {"units": len(organisation.units), "records": len(past)}
    say(words("Loaded the example: {units} units, {records} records.", **counts))


def _read_again(path: Path) -> Parts:
    """The parts of the regulation as they are read, before anybody looked at them."""
    return draft_document(read_document(path), path)[0].parts


def _next_edition(regime: Regime, parts: Parts) -> Regime:
    """The draft of the next year's edition: its duties are reviewed, its parts still to be."""
    return replace(regime, edition=regime.edition.replace(year=regime.edition.year + 1), parts=parts)


def _open_school(organisation: Organisation, words: Words) -> None:
    """An account for the head of the last unit, so that one can look from below as well."""
    heads = [p for p in organisation.posts if p.degree is Degree.FIRST]
    people = {h.post: h.person for h in organisation.holders if h.until is None}
    post = next((p for p in reversed(heads) if p.code in people), None)
    if post is not None:
        actions.create_account(
            console(),
            username="head",
            person=people[post.code],
            unit=post.unit,
            role=Role.HOLDER,
            language="en" if words.language == "en" else "zh-hans",
        )
