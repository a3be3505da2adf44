"""Core, reading and roll-up are pure: no clock, no I/O, no randomness; and one rule has one home."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, modules, parsed

PURE = ("core", "reading", "rollup")
IMPURE_MODULES = {
    "asyncio", "glob", "http", "io", "logging", "multiprocessing", "os", "pathlib", "random", "secrets", "shutil",
    "socket", "sqlite3", "subprocess", "tempfile", "threading", "time", "urllib", "uuid",
}  # fmt: skip
CLOCKS = {"today", "now", "utcnow"}
DOORS = {"open", "input", "print", "exec", "eval", "__import__"}


def impurities(source: str) -> list[str]:
    """What a module does that a pure one may not: imports of the outside, reads of the clock, doors opened."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [f"{node.lineno}: import {a.name}" for a in node.names if _outside(a.name)]
        elif isinstance(node, ast.ImportFrom) and node.module and _outside(node.module):
            found.append(f"{node.lineno}: from {node.module}")
        elif isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Attribute) and called.attr in CLOCKS:
                found.append(f"{node.lineno}: {ast.unparse(called)}()")
            elif isinstance(called, ast.Name) and called.id in DOORS:
                found.append(f"{node.lineno}: {called.id}()")
    return found


def _outside(module: str) -> bool:
    return module.partition(".")[0] in IMPURE_MODULES


@pytest.mark.parametrize("path", modules(*PURE), ids=lambda p: str(p.relative_to(ROOT / "src/remit")))
def test_it_has_no_clock_no_input_or_output_and_no_randomness(path: Path) -> None:
    assert impurities(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "path", modules("core", "reading"), ids=lambda p: str(p.relative_to(ROOT / "src/remit"))
)
def test_it_imports_the_standard_library_and_its_own_rooms_only(path: Path) -> None:
    rooms = ("remit.core",) if path.parent.name == "core" else ("remit.core", "remit.reading")
    foreign = []
    for node in ast.walk(parsed(path)):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        foreign += [
            n for n in names if n.split(".")[0] not in sys.stdlib_module_names and not n.startswith(rooms)
        ]
    assert foreign == []


@pytest.mark.parametrize(
    "source",
    [
        "import random",
        "from os import path",
        "date.today()",
        "x = open('f')",
        "import datetime\ndatetime.datetime.now()",
    ],
)
def test_an_impurity_is_seen(source: str) -> None:
    assert impurities(source)


def test_overdue_is_decided_in_one_place() -> None:
    """`Status.OVERDUE` may be compared and counted anywhere; only `core.standing` and the roll-up decide it."""
    deciding = ("core/standing.py", "core/status.py", "rollup/")
    strays = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in modules()
        if not str(path.relative_to(ROOT / "src/remit")).startswith(deciding)
        for line in decisions(path.read_text(encoding="utf-8"))
    ]
    assert strays == []


def decisions(source: str) -> list[int]:
    """The lines where a function returns or a value is built as overdue: not comparisons, keys or look-ups."""
    lines = []
    for node in ast.walk(ast.parse(source)):
        said = []
        if isinstance(node, ast.Return | ast.Assign) and node.value is not None:
            said = [node.value]
        elif isinstance(node, ast.Call):
            said = [keyword.value for keyword in node.keywords if keyword.arg == "status"]
        for value in said:
            branches = [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]
            lines += [node.lineno for branch in branches if _is_overdue(branch)]
    return lines


def _is_overdue(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "OVERDUE" and "Status" in ast.unparse(node.value)


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("def f(s):\n    return Status.OVERDUE", True),
        ("s = Status.OVERDUE if day > due else Status.MET", True),
        ("Standing(status=Status.OVERDUE)", True),
        ("x = counts[Status.OVERDUE]", False),
        ("if s is Status.OVERDUE: pass", False),
    ],
)
def test_a_decision_is_told_from_a_look_up(source: str, seen: bool) -> None:
    assert bool(decisions(source)) is seen
