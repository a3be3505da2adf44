"""The project's own files, as these tests see them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

__all__ = ["ROOT", "files", "functions", "modules", "parsed"]

ROOT = Path(__file__).parents[2]
_SKIPPED = {".git", ".venv", "__pycache__", "build", "dist", "data", "test-results", "htmlcov"}


def files(*suffixes: str, under: str = "") -> list[Path]:
    """Every file of the tree with one of these suffixes (none: every file), caches and environments left out."""
    found = []
    for path in sorted((ROOT / under).rglob("*")):
        parts = path.relative_to(ROOT).parts
        if any(p in _SKIPPED or p.endswith((".egg-info", "_cache")) or p == ".hypothesis" for p in parts):
            continue
        if path.is_file() and (not suffixes or path.suffix in suffixes):
            found.append(path)
    return found


def modules(*rooms: str) -> list[Path]:
    """The Python modules of these rooms (none: of the whole package), migrations left out."""
    under = [f"src/remit/{room}" for room in rooms] or ["src/remit"]
    return [path for room in under for path in files(".py", under=room) if "migrations" not in path.parts]


@cache
def parsed(path: Path) -> ast.Module:
    """A module's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
