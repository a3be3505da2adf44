"""What the documents show is what happens: their console blocks run, and print what the document says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import console

ROOT = Path(__file__).parents[2]
DOCUMENTS = [
    path
    for path in [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
    if "```console\n" in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_document_shows_what_happens(path: Path, tmp_path: Path) -> None:
    language = "zh" if path.stem.endswith(".zh") else "en"
    for step in console.steps(path.read_text(encoding="utf-8")):
        said = console.difference(step, *console.run(step, folder=tmp_path, language=language))
        assert not said, f"{said}\nIf it is right so, run `make documents` and look at what changed."


@pytest.mark.parametrize(
    ("expected", "printed", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\n", "a\n", True),
        ("took … s\n", "took 1.5 s\n", True),
        ("", "", True),
        ("a  \n", "a\n", True),
        ("a\n", "b\n", False),
        ("a\n…\nd\n", "a\nb\n", False),
        ("", "a\n", False),
    ],
)
def test_an_ellipsis_stands_for_anything_and_nothing_else_does(
    expected: str, printed: str, same: bool
) -> None:
    assert console.matches(expected, printed) is same


def test_a_step_knows_its_command_its_output_and_its_exit_code() -> None:
    text = "Text.\n\n```console\n$ one\nout\n$ two  # exit 1\n```\n\n```python\n$ no\n```\n"
    found = [
        (step.command, step.expected, step.code, text[step.start : step.end]) for step in console.steps(text)
    ]
    assert found == [("one", "out\n", 0, "out\n"), ("two", "", 1, "")]


def test_a_command_goes_on_over_lines(tmp_path: Path) -> None:
    (step,) = console.steps("```console\n$ cat <<'END'\n> one\n>  two\n> END\none\n two\n```\n")
    assert console.run(step, folder=tmp_path, language="en") == (0, "one\n two\n")
    assert not console.difference(step, 0, "one\n two\n")


def test_a_difference_is_told(tmp_path: Path) -> None:
    (step,) = console.steps("```console\n$ printf 'a\\n'; exit 3\nb\n```\n")
    assert "exit 3" in console.difference(step, *console.run(step, folder=tmp_path, language="en"))
