"""`remit import` of an organisation's lists: what they would change, what is wrong with them, and taking them in."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

from django.utils import timezone

from remit.cli.import_arguments import ORGANISATION
from remit.cli.language import Words
from remit.cli.living_console import console, say
from remit.cli.output import print_json, print_problems, problem_fields, table
from remit.core.post import Post
from remit.core.problem import Level, Problem, worst
from remit.files.organisation import Lists, located, read_lists
from remit.files.organisation_errors import error_workbook
from remit.files.whole import write_whole
from remit.store import actions, load
from remit.store.access import CONSOLE
from remit.store.import_plan import LIST_NAMES, LISTS, Change, differences, lasting
from remit.store.refusal import Refused

__all__ = ["run"]

_SHOWN = 50  # changes that a dry run prints as a table; --json prints all


def run(args: argparse.Namespace, words: Words) -> int:
    """All or nothing: lists with an error change nothing."""
    lists = read_lists(args.file, ORGANISATION[args.what], known=_known_posts())
    if not lists.sheets:
        _complain(args, lists, lists.problems, words)
        return 2
    if not args.errors:
        lists = replace(lists, sheets=())  # the cells take as much room as all else
    given, problems, change = lists.organisation, lists.problems, None
    if worst(problems) is Level.ERROR:
        found = actions.plan_import(CONSOLE, given, today=timezone.localdate(), correct=args.correct)
        problems += located(lasting(found.problems), lists.lines)
    elif args.dry_run:
        change = actions.plan_import(CONSOLE, given, today=timezone.localdate(), correct=args.correct)
        problems += located(change.problems, lists.lines)
    else:
        try:
            _, change = actions.take_in(console(), given, correct=args.correct)
        except Refused as refused:
            problems += located(refused.problems, lists.lines)
    if change is None or worst(problems) is Level.ERROR:
        _complain(args, lists, problems, words)
        return 1
    print_problems(problems, words, as_json=args.json)
    _tell(args, change, words)
    return 0


def _tell(args: argparse.Namespace, change: Change, words: Words) -> None:
    changed = change.changed
    if args.json:
        found = differences(change) if args.dry_run else ()
        print_json({"counts": change.counts, "done": not args.dry_run, "differences": tuple(found)})
        return
    counts = {"units": len(changed.units), "posts": len(changed.posts), "holders": len(changed.holders)}
    say(words("New or different: {units} units, {posts} posts, {holders} holders.", **counts))
    if not args.dry_run:
        return
    head = [words(word) for word in ("List", "New", "Changed", "Unchanged")]
    rows = [
        [words(LIST_NAMES[name]), *(str(figure) for figure in (one.new, one.changed, one.unchanged))]
        for name in LISTS
        for one in [change.counts[name]]
    ]
    say(table(head, rows).rstrip())
    _show_changes(change, words)
    say(words("Nothing was changed."))


def _show_changes(change: Change, words: Words) -> None:
    rows = [
        [words(LIST_NAMES[one.list]), one.key, name, before, after]
        for one in differences(change, last=_SHOWN)
        for name, before, after in one.fields
        if not one.new
    ]
    if rows:
        say(table([words(word) for word in ("List", "Row", "Column", "Before", "After")], rows).rstrip())


def _complain(args: argparse.Namespace, lists: Lists, problems: Iterable[Problem], words: Words) -> None:
    found = tuple(dict.fromkeys(problems))
    if args.errors and lists.sheets:
        found += write_whole(args.errors, error_workbook(lists.sheets, found, words))
    if args.json:
        print_json({"done": False, "problems": [problem_fields(problem, words) for problem in found]})
    else:
        print_problems(found, words)


def _known_posts() -> Callable[[str], Post | None]:
    @cache
    def posts() -> dict[str, Post]:
        return {post.code: post for post in load.organisation().posts}

    return lambda code: posts().get(code)
