"""The table of commands: each is loaded only when it is called.

A command's module has `add_arguments(parser, words)` and `run(args, words) -> int`. Where a module serves several
commands, `parser.get_default("command")` and `args.command` name the one that was called. Exit codes: 0 done, 1 it ran
and found problems or violations, 2 it could not do it.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn, Protocol, cast

from remit import __version__
from remit.cli.language import LANGUAGES, Words, choose_language, load_words

__all__ = ["COMMANDS", "Command", "main"]


@dataclass(frozen=True, slots=True)
class Command:
    """A command's name, the module of `remit.cli` that has it, and one line of help."""

    name: str
    module: str
    help: str


COMMANDS: dict[str, tuple[Command, ...]] = {
    "Reading a regulation": (
        Command("read", "read", "read regulations: the register of duties, with every fact cited"),
        Command("lint", "lint", "find faults in a regulation's own text"),
        Command("screen", "screen", "tell clauses inside the scope from clauses outside it"),
    ),
    "Regimes": (
        Command("check", "regime", "say everything that is wrong with a regime file"),
        Command("diff", "regime", "show what an amendment changes, duty by duty"),
        Command("conform", "conform", "show where a lower regime is weaker than the one above it"),
        Command("plan", "plan", "lay a regime over an organisation: what falls due in a year"),
        Command("schema", "regime", "print the JSON Schema of regime files"),
    ),
    "A living system": (
        Command("up", "living", "start everything in one process"),
        Command("serve", "living", "serve pages"),
        Command("worker", "living", "do what is due in the background"),
        Command("tick", "living", "do what is due now, once"),
        Command("migrate", "living", "bring the database up to date"),
        Command("import", "living", "take in units, posts, people or records"),
        Command("account", "living", "open an account, or renew its sign-in link"),
        Command("sync-people", "living", "take people over from the directory"),
        Command("reset-factors", "living", "take lost second factors away from an account"),
        Command("token", "living", "make, list or revoke a token for the API"),
        Command(
            "unit", "living", "rename, move, merge, split, close or reclassify a unit, or tell its history"
        ),
        Command("post", "living", "make a post, fill it or let it fall vacant"),
        Command("handover", "living", "write down what passes on with a post; both sign it"),
        Command("lend", "living", "lend a post to a person for a while"),
        Command("review", "living", "review the duties and parts of a draft, and issue it"),
        Command("adopt", "living", "put an edition of a regime in force for a unit"),
        Command("breakdown", "living", "write a unit's task breakdown, or its implementing plan"),
        Command("register", "living", "keep places, channels, systems and assets, and their checks"),
        Command("means", "living", "count posts, trainings and money; set money aside and spend it"),
        Command("grant", "living", "give an account a role and a unit, or list who has which"),
        Command("record", "living", "record what was done"),
        Command("correct", "living", "put a record right by a new version; the first stays"),
        Command("withdraw", "living", "say that a record counts no more, and why"),
        Command("evidence", "living", "let a record show more evidence, or a newer version of some"),
        Command("task", "living", "hand a task down, and lead it on from hand to hand"),
        Command("filing", "living", "file an activity before it happens, and lead it on to its approval"),
        Command("standing", "living", "show where a unit and its subtree stand"),
        Command("who", "living", "say who answers for a duty on a day, and why"),
        Command("rollup", "living", "count met, late and overdue for every node"),
        Command("burden", "living", "show what regimes ask of a unit in a year, and what is asked twice"),
        Command("report", "living", "write a report of a unit in the form that offices use"),
        Command("situation", "living", "tell of a major situation, report it in time, pass it on"),
        Command("export-package", "living", "make the signed package that is sent to the level above"),
        Command("import-package", "living", "take in the signed packages of those below"),
        Command("package", "living", "keys of packages, who sends them, and who is late"),
        Command("journal", "living", "verify or hand out the journal"),
        Command("backup", "living", "make a backup that restores"),
        Command("restore", "living", "restore a backup and check it"),
        Command("doctor", "living", "check the installation"),
    ),
}


class _Module(Protocol):
    def add_arguments(self, parser: argparse.ArgumentParser, words: Words) -> None: ...
    def run(self, args: argparse.Namespace, words: Words) -> int: ...


class _Parser(argparse.ArgumentParser):
    """Complains in one line that says where to read on."""

    words: Words

    def error(self, message: str) -> NoReturn:
        self.exit(
            2,
            "remit: error call: "
            + self.words("{fault}. See: {command} --help", fault=message, command=self.prog)
            + "\n",
        )


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; never shows a traceback unless REMIT_DEBUG is set."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    words = load_words(choose_language(arguments, os.environ))
    _speak_unicode()
    arguments = _without_leading_language(arguments)
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        sys.stdout.write(_overview(words))
        return 0 if arguments else 2
    if arguments[0] == "--version":
        sys.stdout.write(f"remit {__version__}\n")
        return 0
    command = next((c for group in COMMANDS.values() for c in group if c.name == arguments[0]), None)
    if command is None:
        said = words("There is no command '{name}'. See: remit --help", name=arguments[0])
        sys.stderr.write(f"remit: error call: {said}\n")
        return 2
    return _guarded(command, arguments[1:], words)


def _guarded(command: Command, arguments: list[str], words: Words) -> int:
    """The boundary of the process: what nobody foresaw becomes one line and exit 2."""
    try:
        code = _called(command, arguments, words)
        sys.stdout.flush()
    except SystemExit as stop:  # argparse: help or a wrong call
        return stop.code if isinstance(stop.code, int) else 2
    except KeyboardInterrupt:
        sys.stderr.write(words("Stopped.") + "\n")
        return 2
    except BrokenPipeError:  # the reader of our output, such as `head`, has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as fault:
        if os.environ.get("REMIT_DEBUG"):
            raise
        said = words(
            "This should not happen ({fault}). Please report it; REMIT_DEBUG=1 shows more.", fault=repr(fault)
        )
        sys.stderr.write(f"remit: error internal: {said}\n")
        return 2
    return code


def _called(command: Command, arguments: list[str], words: Words) -> int:
    module = cast("_Module", importlib.import_module(f"remit.cli.{command.module}"))
    parser = _Parser(
        prog=f"remit {command.name}",
        description=words(command.help),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.words = words
    parser.set_defaults(command=command.name)
    module.add_arguments(parser, words)
    parser.add_argument("--lang", choices=LANGUAGES, help=words("language of messages"))
    return module.run(parser.parse_args(arguments), words)


def _without_leading_language(arguments: list[str]) -> list[str]:
    if arguments and arguments[0].startswith("--lang="):
        return arguments[1:]
    return arguments[2:] if arguments and arguments[0] == "--lang" else arguments


def _overview(words: Words) -> str:
    lines = [words("usage: remit COMMAND … [--lang zh|en]"), "", words(_PURPOSE), ""]
    for group, commands in COMMANDS.items():
        lines.append(words(group))
        lines.extend(f"  {c.name:<14} {words(c.help)}" for c in commands)
        lines.append("")
    return "\n".join([*lines, words("remit COMMAND --help says more."), ""])


_PURPOSE = "Give Remit a responsibility regulation; get back a running responsibility system."


def _speak_unicode() -> None:
    """Names of files and clauses must never break printing, whatever the terminal's encoding."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")
