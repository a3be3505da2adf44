"""What the commands on the organisation take: `remit unit`, `post`, `handover`, `lend`."""

from __future__ import annotations

import argparse
from datetime import date

from remit.cli.language import Words
from remit.cli.subcommands import subcommands

__all__ = ["handover_arguments", "lend_arguments", "post_arguments", "unit_arguments"]

_DEGREES = ("first", "direct", "leadership", "coordinating", "lead", "supporting", "executing")


def unit_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare `remit unit WHAT CODE …`."""
    add = subcommands(parser, words)
    for name, help_text, takes in (
        ("rename", words("give it another name"), ("name", words("the new name"))),
        ("move", words("put it under another unit"), ("parent", words("the code of the new superior"))),
        ("merge", words("close it into another unit"), ("into", words("the code of the unit it goes into"))),
        ("reclassify", words("make it one of another kind"), ("kind", words("the new kind"))),
        ("close", words("close it without a successor"), None),
    ):
        command = add(name, help_text)
        _code(command, words)
        if takes:
            command.add_argument("to", metavar=takes[0].upper(), help=takes[1])
        _change(command, words)
    split = add("split", words("make a new unit of a part of it"))
    _code(split, words)
    split.add_argument("part", metavar="NEWCODE", help=words("the code of the new unit"))
    split.add_argument("name", metavar="NAME", help=words("the name of the new unit"))
    split.add_argument("--kind", default="", help=words("the kind of the new unit"))
    split.add_argument(
        "--under", default="", metavar="CODE", help=words("its superior (default: that of the unit)")
    )
    _change(split, words)
    tag = add("tag", words("give it words to find it by, instead of those it has"))
    _code(tag, words)
    tag.add_argument("tags", nargs="*", metavar="WORD", help=words("the words"))
    history = add("history", words("say what became of it"))
    _code(history, words)
    _json(history, words)


def post_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare `remit post WHAT CODE …`."""
    add = subcommands(parser, words)
    put = add("set", words("make a post, or bring it up to date"))
    _post(put, words)
    put.add_argument("--unit", metavar="CODE", help=words("the unit's code"))
    put.add_argument("--title", help=words("what the post is called"))
    put.add_argument("--degree", choices=_DEGREES, help=words("how it answers"))
    put.add_argument("--portfolio", nargs="*", metavar="SUBJECT", help=words("the subjects it covers"))
    put.add_argument("--covers", nargs="*", metavar="CODE", help=words("the units it is limited to"))
    _day(put, "--from", "since", words("the first day of the post"))
    _day(put, "--until", "until", words("the last day of the post: with it ends whoever holds it"))
    appoint = add("appoint", words("give a post to a person"))
    _post(appoint, words)
    appoint.add_argument("person", metavar="PERSON", help=words("the person"))
    _day(appoint, "--from", "since", words("the first day"), required=True)
    appoint.add_argument("--acting", action="store_true", help=words("until a holder is named"))
    vacate = add("vacate", words("let a post fall vacant"))
    _post(vacate, words)
    _day(vacate, "--last", "last", words("the last day of whoever holds it"), required=True)


def handover_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare `remit handover WHAT …`."""
    add = subcommands(parser, words)
    prepare = add("prepare", words("write down what passes on with a post"))
    _post(prepare, words)
    _day(prepare, "--on", "day", words("the first day of the new holder"), required=True)
    sign = add("sign", words("enter a signature that was given on paper"))
    sign.add_argument("ref", metavar="NUMBER", help=words("the number of the handover"))
    sign.add_argument(
        "--person", required=True, help=words("who signed: the outgoing or the incoming holder")
    )
    show = add("show", words("print what passes on, and who has signed"))
    show.add_argument("ref", metavar="NUMBER", help=words("the number of the handover"))
    _json(show, words)


def lend_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare `remit lend POST PERSON …`."""
    _post(parser, words)
    parser.add_argument("person", metavar="PERSON", help=words("to whom"))
    _day(parser, "--from", "since", words("the first day"), required=True)
    _day(parser, "--until", "until", words("the last day"), required=True)
    parser.add_argument("--reason", required=True, help=words("why"))


def _change(parser: argparse.ArgumentParser, words: Words) -> None:
    _day(parser, "--from", "since", words("the first day on which it holds (default: today)"))
    parser.add_argument(
        "--dry-run", action="store_true", help=words("say what would change, and change nothing")
    )


def _code(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("code", metavar="CODE", help=words("the unit's code"))


def _post(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("post", metavar="POST", help=words("the post's code"))


def _json(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("--json", action="store_true", help=words("print JSON"))


def _day(parser: argparse.ArgumentParser, flag: str, name: str, said: str, *, required: bool = False) -> None:
    parser.add_argument(
        flag, dest=name, type=date.fromisoformat, required=required, metavar="DATE", help=said
    )
