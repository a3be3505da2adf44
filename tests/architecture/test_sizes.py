"""A page of code is enough."""

from __future__ import annotations

from tests.architecture.tree import ROOT, files, functions

MODULE_LINES = 400
FUNCTION_LINES = 55


def _python() -> list:
    return [path for path in files(".py") if "migrations" not in path.parts]


def test_no_module_is_longer_than_it_may_be() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in _python()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MODULE_LINES
    }
    assert long == {}


def test_no_function_is_longer_than_it_may_be() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: {lines} lines"
        for path in _python()
        for node in functions(path)
        if (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_LINES
    ]
    assert long == []
