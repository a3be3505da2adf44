"""Run the `console` blocks of a document and compare what they print with what the document says.

In a block, a line that begins with `$ ` is a command, continued by lines that begin with `> `; the lines below it are
its output, both streams in the order printed. A line `…` stands for any number of lines, `…` within a line for any
text. A command that is meant to end with another exit code than 0 says so at its end: `# exit 1`. All blocks of a
document run in one folder, in order.

    python -m tools.console docs/tutorial.md            says what differs
    python -m tools.console --write docs/tutorial.md    puts what was printed in place of what differs
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Step", "difference", "main", "matches", "run", "steps"]

ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*(?:\n> .*)*)\n", re.MULTILINE)
_EXIT = re.compile(r"\s+# exit (\d+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A command with the output and exit code that a document claims; `start` and `end` are offsets of the output."""

    command: str
    expected: str
    code: int
    start: int
    end: int


def steps(text: str) -> Iterator[Step]:
    """Return the commands of a document's console blocks."""
    for block in _BLOCK.finditer(text):
        commands = list(_COMMAND.finditer(block[1]))
        for number, found in enumerate(commands):
            end = commands[number + 1].start() if number + 1 < len(commands) else len(block[1])
            exits = _EXIT.search(found[1])
            command = _EXIT.sub("", found[1]).replace("\n> ", "\n")
            yield Step(
                command=command,
                expected=block[1][found.end() : end],
                code=int(exits[1]) if exits else 0,
                start=block.start(1) + found.end(),
                end=block.start(1) + end,
            )


def run(step: Step, *, folder: Path, language: str) -> tuple[int, str]:
    """Run a step's command in a folder, with this environment's commands first, and return exit code and output."""
    env = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "REMIT_LANG": language,
        "EXAMPLE": str(ROOT / "src/remit/examples/harbour"),
    }
    done = subprocess.run(
        ["bash", "-c", step.command],
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout


def matches(expected: str, printed: str) -> bool:
    """Whether the output is the expected one, `…` standing for anything."""
    pattern = ""
    for line in expected.rstrip().splitlines():
        pattern += (
            r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line.rstrip()).replace("…", ".*?") + r" *\n"
        )
    return re.fullmatch(pattern, printed.rstrip() + "\n" if printed.strip() else "") is not None


def difference(step: Step, code: int, printed: str) -> str:
    """What the document says against what happened; empty where they agree."""
    if code == step.code and matches(step.expected, printed):
        return ""
    return f"$ {step.command}\n--- said, exit {step.code}\n{step.expected}--- printed, exit {code}\n{printed}"


def main() -> int:
    """Run the documents named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true")
    parser.add_argument("documents", nargs="+", type=Path)
    args = parser.parse_args()
    return max(_run_document(path, write=args.write) for path in args.documents)


def _run_document(path: Path, *, write: bool) -> int:
    text = path.read_text(encoding="utf-8")
    language = "zh" if path.stem.endswith(".zh") else "en"
    changes = []
    with tempfile.TemporaryDirectory() as folder:
        for step in steps(text):
            code, printed = run(step, folder=Path(folder), language=language)
            said = difference(step, code, printed)
            sys.stdout.write(f"{path}: {said}\n" if said else "")
            if said and code == step.code:
                changes.append((step, printed.rstrip() + "\n" if printed.strip() else ""))
    if write:
        for step, printed in reversed(changes):
            text = text[: step.start] + printed + text[step.end :]
        path.write_text(text, encoding="utf-8")
    return 1 if changes else 0


if __name__ == "__main__":
    sys.exit(main())
