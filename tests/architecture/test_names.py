"""Modules are nouns of the domain, and say what they offer."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.tree import ROOT, files, modules, parsed

BANNED = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "base", "misc", "part2"}


def test_no_module_or_folder_has_a_name_that_says_nothing() -> None:
    banned = [
        str(path.relative_to(ROOT))
        for path in files(".py")
        if BANNED & {path.stem, *path.relative_to(ROOT).parts[:-1]} or set(path.stem.split("_")) & BANNED
    ]
    assert banned == []


def test_every_module_has_a_docstring() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in modules()
        if parsed(path).body and ast.get_docstring(parsed(path)) is None
    ]
    assert silent == []


def test_every_module_with_public_names_lists_them() -> None:
    assert [line for path in modules() if (line := _unlisted(path))] == []


def _unlisted(path) -> str:
    tree = parsed(path)
    public = {
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and node.name[0] != "_"
    }
    listed = _all(tree)
    where = str(path.relative_to(ROOT))
    if public and listed is None:
        return f"{where}: no __all__"
    missing = public - set(listed or ())
    return f"{where}: not in __all__: {', '.join(sorted(missing))}" if missing else ""


def _all(tree: ast.Module) -> list[str] | None:
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets):
            return ast.literal_eval(node.value)
    return None


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('__all__ = ["f"]\ndef f(): ...', ["f"]),
        ('__all__: list[str] = ["f"]\ndef f(): ...', ["f"]),
        ("def f(): ...", None),
    ],
)
def test_the_list_of_public_names_is_found(source: str, found: list[str] | None) -> None:
    assert _all(ast.parse(source)) == found
