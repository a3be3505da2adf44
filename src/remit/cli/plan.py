"""`remit plan`: a regime laid over an organisation, and what falls due in a year."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from remit.cli.language import Words
from remit.cli.output import exit_code, print_json, print_problems, problem_fields, table
from remit.core.adoption import Adoption, adoption_problems
from remit.core.post import Directory, index_organisation
from remit.core.problem import Level, Place, Problem, error, worst
from remit.core.regime import Regime
from remit.core.workday import WorkCalendar
from remit.files.calendar import SHIPPED, read_calendar, shipped_calendar
from remit.files.organisation import read_organisation
from remit.files.regime_yaml import locate_problems, read_regime
from remit.files.whole import write_whole
from remit.files.year_plan import HEAD, YearPlan, lay_out_year, plan_calendar, plan_rows, plan_workbook

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare the regime, the organisation, the year and the files to write."""
    parser.add_argument("regime", type=Path, metavar="REGIME", help=words("a regime file (YAML)"))
    parser.add_argument(
        "--org",
        type=Path,
        required=True,
        metavar="ORG",
        help=words("a folder or workbook: units, posts, holders"),
    )
    parser.add_argument("--year", type=int, required=True, metavar="YYYY", help=words("the year"))
    parser.add_argument("--unit", metavar="CODE", help=words("the unit that adopts; else the root"))
    parser.add_argument(
        "--from",
        dest="since",
        type=date.fromisoformat,
        metavar="DATE",
        help=words("in force from; else from 1 January"),
    )
    parser.add_argument("--calendar", metavar="FILE", help=words("working days: cn, uk or a file (TOML)"))
    parser.add_argument("--xlsx", type=Path, metavar="FILE", help=words("write the plan as a workbook"))
    parser.add_argument("--ics", type=Path, metavar="FILE", help=words("write the due days as a calendar"))
    parser.add_argument("--json", action="store_true", help=words("print JSON"))


def run(args: argparse.Namespace, words: Words) -> int:
    """Print or write the year's occurrences; 1 where something could not be scheduled, 2 without a plan."""
    plan, problems = _planned(args)
    if plan is None:
        print_problems(problems, words, as_json=args.json)
        return 2
    written: tuple[Problem, ...] = ()
    if args.xlsx:
        written += write_whole(args.xlsx, plan_workbook(plan, words))
    if args.ics:
        written += write_whole(args.ics, plan_calendar(plan, words))
    problems += written
    if args.json:
        print_json({**_fields(plan, args.year), "problems": [problem_fields(p, words) for p in problems]})
    elif not args.xlsx and not args.ics:
        rows = [[str(cell) for cell in row] for row in plan_rows(plan, words)]
        print(table([words(column) for column in HEAD], rows, widest=30), end="")
        print("\n" + words("{count} occurrences in {year}", count=len(rows), year=args.year))
    print_problems(problems, words, as_json=args.json)
    return 2 if written else exit_code(problems)


def _planned(args: argparse.Namespace) -> tuple[YearPlan | None, tuple[Problem, ...]]:
    regime, found = read_regime(args.regime)
    organisation, doubts = read_organisation(args.org)
    problems = found + doubts
    if not 1 <= args.year <= 9998:
        problems += (error("year", "{year} is no year.", "Write four figures.", year=args.year),)
    if regime is None or worst(problems) is Level.ERROR:
        return None, problems
    directory = index_organisation(organisation)
    unit, unknown = _adopting(args, directory)
    calendar, faults = _calendar(args.calendar, regime)
    problems += unknown + faults
    if calendar is None or unknown:
        return None, problems
    adoption = Adoption(regime=regime, unit=unit, since=args.since or date(args.year, 1, 1))
    doubts = adoption_problems(adoption, directory)
    plan = lay_out_year(
        adoption, directory, calendar, first=date(args.year, 1, 1), last=date(args.year, 12, 31)
    )
    return plan, problems + locate_problems(args.regime, doubts + plan.problems)


def _adopting(args: argparse.Namespace, directory: Directory) -> tuple[str, tuple[Problem, ...]]:
    if args.unit is None:
        return directory.tree.codes[0], ()
    if args.unit in directory.units:
        return args.unit, ()
    unknown = error(
        "unit-unknown",
        "There is no unit with the code '{code}'.",
        "Look up the code in the list of units.",
        at=Place(str(args.org)),
        code=args.unit,
    )
    return "", (unknown,)


def _calendar(named: str | None, regime: Regime) -> tuple[WorkCalendar | None, tuple[Problem, ...]]:
    name = named or SHIPPED.get(regime.language, "cn")
    if name in SHIPPED.values():
        return shipped_calendar(name), ()
    return read_calendar(Path(name))


def _fields(plan: YearPlan, year: int) -> dict[str, Any]:
    return {
        "regime": plan.adoption.regime.id,
        "edition": plan.adoption.regime.edition,
        "unit": plan.adoption.unit,
        "since": plan.adoption.since,
        "year": year,
        "occurrences": [
            {
                "duty": item.occurrence.duty,
                "unit": item.occurrence.unit,
                "window": item.occurrence.window,
                "opens": item.occurrence.opens,
                "due": item.occurrence.due,
                "needed": item.occurrence.needed,
                "clause": item.occurrence.clause,
                "quote": item.duty.quote,
                "answers": [
                    {"degree": a.degree, "post": a.post, "person": a.person, "through": a.through}
                    for a in item.answers
                ],
            }
            for item in plan.items
        ],
    }
