"""No reader breaks on a changed file: a few of the inputs that `python -m tools.fuzz` makes without end."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.files.text import extract
from remit.files.webpage import parse_html
from tests.files.documents import write
from tools.fuzz import made_input
from tools.fuzz_targets import Target, targets

TARGETS = {target.name: target for target in targets()}
INPUTS = {"text": 100, "html": 150, "mht": 60, "pdf": 80, "bytes": 200}
SEED = 20260301


@pytest.fixture(autouse=True)
def deep(monkeypatch: pytest.MonkeyPatch) -> None:
    """The depth of calls that the confined process allows itself."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(12_000)
    yield
    sys.setrecursionlimit(before)


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_a_good_file_is_read(name: str) -> None:
    for seed in TARGETS[name].seeds:
        assert TARGETS[name].tried(seed) in {"read", "pdf"}


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_a_changed_file_is_read_or_refused(name: str) -> None:
    for number in range(INPUTS.get(name, 30)):
        assert TARGETS[name].tried(made_input(TARGETS[name], SEED, number))


def test_inputs_follow_from_the_seed_alone() -> None:
    for target in TARGETS.values():
        assert made_input(target, 1, 7) == made_input(target, 1, 7)


def test_a_fault_is_not_taken_for_a_refusal() -> None:
    def broken(_: bytes) -> object:
        raise KeyError

    with pytest.raises(KeyError):
        Target("broken", (b"a",), "bytes", broken).tried(b"a")


TAGS = (
    "<ol type=i>", "<li>", "</ol>", "<table>", "<tr>", "<td rowspan=3>", "</table>", "<p>", "第一条 检查。", "<br>",
    "<a href=x>首页</a>", "<nav>", "</nav>", "<div class=menu>", "</div>", "&#0;", "<pre>\n a",
)  # fmt: skip


@given(st.lists(st.sampled_from(TAGS), max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_order_of_tags_is_read_or_has_no_text(pieces: list[str]) -> None:
    def read(data: bytes) -> str:
        text = parse_html(data).text
        assert all(line == line.rstrip() for line in text.splitlines())
        return "read"

    page = ("<html>" + "".join(pieces)).encode()
    assert Target("html", (), "html", read).tried(page) in {"read", "file-empty"}


@pytest.mark.parametrize("name", ["docx", "ofd", "html", "pdf"])
def test_through_the_front_door_a_changed_file_gives_text_or_an_error_with_a_remedy(
    name: str, tmp_path: Path
) -> None:
    for number in range(3):
        found = extract(write(tmp_path / "a", made_input(TARGETS[name], SEED, number)))
        assert found.text or all(problem.remedy for problem in found.problems)
        assert found.text or found.problems
