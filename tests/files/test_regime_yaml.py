"""Regime files: what is written is what is read, and every mistake is shown with its line and what to do."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from ruamel.yaml import YAML

from remit.core.problem import Level, Problem
from remit.core.regime import Regime
from remit.files.regime_yaml import dump_regime, parse_regime, read_regime, write_regime
from remit.files.schema import fresh_schema, published_schema
from remit.files.yaml_values import Decoder
from tests.files.documents import write
from tests.files.regimes import HARBOUR, REGIMES

DUMPED = dump_regime(HARBOUR)


def decoded(text: str) -> tuple[Regime | None, list[Problem]]:
    decoder = Decoder()
    return decoder.decode(text, Regime), decoder.problems


def only(text: str) -> Problem:
    _, problems = decoded(text)
    assert len(problems) == 1, problems
    assert problems[0].level is Level.ERROR
    return problems[0]


def test_a_sound_regime_comes_back_without_a_word() -> None:
    assert parse_regime(DUMPED) == (HARBOUR, ())


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(REGIMES)
def test_whatever_is_written_is_read_back(regime: Regime) -> None:
    assert decoded(dump_regime(regime)) == (regime, [])


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=30)
@given(REGIMES)
def test_whatever_is_written_satisfies_the_published_schema(regime: Regime) -> None:
    yaml = YAML(typ="safe", pure=True)
    yaml.constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: node.value)
    jsonschema.validate(yaml.load(dump_regime(regime)), json.loads(published_schema()))


def test_the_published_schema_is_that_of_the_values() -> None:
    assert published_schema() == fresh_schema(), "run: python tools/write_schema.py"


def test_a_clause_stands_with_its_words_in_a_block_and_its_duties_beneath() -> None:
    expected = """\
- ref: [第一章, 第一条]
  text: |-
    第一条 市人民政府每半年至少召开一次消防工作会议。
  start: 7
  end: 32
  kind: duty
  duties:
  - ref: art-1
    quote: 市人民政府每半年至少召开一次消防工作会议
    holders: [市人民政府]
    actions: [召开消防工作会议]
    cadence:
    - {min: 1, period: P6M}
    basis: {holders: explicit, cadence: explicit}
    review:
      state: accepted
      by: 李明
      on: 2026-03-02
"""
    assert expected in DUMPED


def changed(old: str, new: str) -> str:
    assert old in DUMPED
    return DUMPED.replace(old, new, 1)


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("    holders: [市人民政府]", "    holder: [市人民政府]", "field-unknown", "holders"),
        ("degree: first", "degree: firts", "value-unknown", "first"),
        ("degree: first", "degree: 第一责任人", "value-unknown", "principal"),
        ("    holders: [市人民政府]", "    holders: 市人民政府", "value-kind", "list"),
        ("min: 1, period: P6M", "min: once, period: P6M", "value-kind", "whole number"),
        ("edition: 2026-03-01", "edition: 2026-02-30", "date-invalid", "2026-03-01"),
        ("edition: 2026-03-01", "edition: 1 March", "date-invalid", "year-month-day"),
        ("id: harbour-fire\n", "", "field-missing", "id"),
        ("  year_starts: 1\n", "  year_starts: 1\n  year_starts: 2\n", "field-twice", "one"),
        ("heading: true", "heading: yes", "value-kind", "true or false"),
    ],
)
def test_a_mistake_is_shown_with_its_line_and_what_to_do(old: str, new: str, code: str, said: str) -> None:
    text = changed(old, new)
    problem = only(text)
    line = next(
        n for n, (a, b) in enumerate(zip(text.split("\n"), DUMPED.split("\n"), strict=False), 1) if a != b
    )
    assert problem.code == code
    assert said in problem.text()
    assert problem.place.line in {line, line + 1} or code == "field-missing"
    assert problem.place.column >= 1


def test_all_mistakes_are_collected() -> None:
    text = (
        changed("degree: first", "degree: x")
        .replace("state: accepted", "state: y")
        .replace("P6M}", "P6M, often: 2}")
    )
    _, problems = decoded(text)
    assert [p.code for p in problems] == ["value-unknown", "field-unknown", "value-unknown"]


def test_what_is_wrong_with_the_regime_itself_is_shown_at_its_line() -> None:
    text = changed("    holders: [市人民政府]", "    holders: [市政府]")
    _, problems = parse_regime(text, file="r.yaml")
    line = DUMPED.split("\n").index("  - ref: art-1") + 1
    assert problems
    assert (str(problems[0].place.file), problems[0].place.line) == ("r.yaml", line)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "regime-empty"),
        ("# only a remark\n", "regime-empty"),
        ("a: [1, 2", "yaml-syntax"),
        ("a: b: c", "yaml-syntax"),
        ("\tid: x", "yaml-syntax"),
        ("- a\n- b\n", "regime-kind"),
        ("just words", "regime-kind"),
        ("[" * 5000, "yaml-syntax"),
        ("clauses: *a", "yaml-syntax"),
    ],
)
def test_what_is_no_regime_is_one_problem(text: str, code: str) -> None:
    regime, problems = parse_regime(text)
    assert regime is None
    assert [p.code for p in problems] == [code]


def test_aliases_cannot_unfold_into_a_bomb() -> None:
    lists = "x0: &x0 [a]\n" + "".join(f"x{n}: &x{n} [*x{n - 1}, *x{n - 1}]\n" for n in range(1, 30))
    regime, problems = parse_regime(lists + "roles: *x29\n")
    assert regime is None
    assert len(problems) < 60


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    assert write_regime(path, HARBOUR) == ()
    assert read_regime(path) == (HARBOUR, ())
    assert [p.name for p in tmp_path.iterdir()] == ["r.yaml"]
    (problem,) = write_regime(tmp_path / "none" / "r.yaml", HARBOUR)
    assert problem.code == "file-unwritable"


def test_a_file_that_is_no_text_is_refused_as_such(tmp_path: Path) -> None:
    regime, problems = read_regime(write(tmp_path / "r.yaml", bytes(range(256)) * 4))
    assert (regime, [p.code for p in problems]) == (None, ["file-binary"])
