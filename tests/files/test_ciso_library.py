"""Libraries of CISO Assistant: what is written keeps the rules by which they are loaded, and comes back as it was."""

from __future__ import annotations

import json
import re
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.regime import Regime, duties_in_force
from remit.files.ciso_library import dump_library
from remit.files.ciso_nodes import parse_library
from remit.files.document import read_document
from remit.files.regime_yaml import read_regime
from tests.files.catalogs import EXAMPLES, LIBRARY, OUTSIDE, TEXTS, drafted, drafted_text, said, written

URN = re.compile(r"urn:[\w-]+:[\w-]+:[\w-]+(?::[\w-]+)?:[0-9A-Za-z\[\]().:_-]+", re.ASCII)
LENGTHS = {
    "urn": 255,
    "parent_urn": 255,
    "ref_id": 100,
    "name": 200,
    "provider": 200,
    "packager": 100,
    "copyright": 4096,
}
NODE = {
    "urn", "parent_urn", "assessable", "depth", "ref_id", "name", "description", "annotation", "typical_evidence"
}  # fmt: skip


def library(regime: Regime) -> dict[str, Any]:
    return yaml.safe_load(dump_library(regime, str))


def nodes(regime: Regime) -> list[dict[str, Any]]:
    return library(regime)["objects"]["framework"]["requirement_nodes"]


def faults(data: bytes) -> list[str]:
    """Everything for which a library would not be loaded: missing, ill-typed, too long or dangling."""
    made = yaml.safe_load(data)
    framework = made["objects"]["framework"]
    found = [
        f"no {name}"
        for name in ("urn", "name", "version", "objects", "ref_id", "locale")
        if not made.get(name)
    ]
    found += [
        f"framework: no {name}" for name in ("urn", "ref_id", "requirement_nodes") if not framework.get(name)
    ]
    if not isinstance(made["version"], int) or not 0 < made["version"] < 2**31:
        found.append("version")
    date.fromisoformat(made["publication_date"])
    depths: dict[str, int] = {}
    for node in framework.get("requirement_nodes", ()):
        urn, parent = node["urn"], node.get("parent_urn")
        if urn in depths:
            found.append(f"{urn} twice")
        if parent is not None and parent not in depths:
            found.append(f"{urn}: parent not before it")
        depths[urn] = node["depth"]
        if node["depth"] != (depths[parent] + 1 if parent in depths else 1):
            found.append(f"{urn}: depth")
        if not isinstance(node["assessable"], bool) or set(node) - NODE:
            found.append(f"{urn}: fields")
        if any(not isinstance(node.get(name, ""), str) for name in NODE - {"assessable", "depth"}):
            found.append(f"{urn}: kinds")
    for one in (made, framework, *framework.get("requirement_nodes", ())):
        if not URN.fullmatch(one["urn"]) or one["urn"] != one["urn"].lower():
            found.append(one["urn"])
        found += [f"{name} too long" for name, limit in LENGTHS.items() if len(one.get(name, "")) > limit]
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_reviewed_example_loads(language: str) -> None:
    regime, _ = read_regime(EXAMPLES / f"regime.{language}.yaml")
    assert regime is not None
    data = dump_library(regime, str)
    assert faults(data) == []
    made = library(regime)
    assert (made["locale"], made["version"]) == (language, 20260101)
    assessable = [node for node in nodes(regime) if node["assessable"]]
    assert len(assessable) == len({clause.ref for clause, _ in duties_in_force(regime)}) > 40
    assert all(node["annotation"] for node in assessable)


def test_the_checker_finds_what_would_not_load() -> None:
    good = LIBRARY.replace("urn:Harbour:", "urn:harbour:").replace("2026-02-01", "'2026-02-01'")
    assert faults(good.encode()) == []
    for right, wrong in (
        ("version: 1", "version: one"),
        ("depth: 2", "depth: 3"),
        ("ref_id: WH-1", f"ref_id: {'x' * 101}"),
        ("req_node:warehouse:wh-2", "req_node:warehouse:wh-1"),
        ("urn: urn:harbour:risk:req_node:warehouse:wh\n", "urn: urn:harbour:wh\n"),
        ("assessable: true", "assessable: maybe"),
        ("parent_urn: urn:harbour:risk:req_node:warehouse:wh\n", "parent_urn: urn:harbour:risk:req_node:x\n"),
    ):
        assert faults(good.replace(right, wrong).encode()), wrong


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_example_comes_back_as_it_was(language: str, tmp_path: Path) -> None:
    regime, _ = drafted(EXAMPLES / f"regulation.{language}.txt")
    again, document = drafted(written(tmp_path, dump_library(regime, str), "library.yaml"))
    assert said(again) == said(regime)
    assert (again.title, again.edition, again.language) == (regime.title, regime.edition, language)
    assert document.problems == ()


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_whatever_is_read_gives_a_library_with_every_word(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        regime = drafted_text(Path(folder), text)
    if any(clause.ref for clause in regime.clauses):
        assert faults(dump_library(regime, str)) == []
        described = [node["description"] for node in nodes(regime) if "description" in node]
        assert described == [c.text for c in regime.clauses if not c.heading]


def test_a_clause_outside_scope_is_said_so_and_is_not_assessable(tmp_path: Path) -> None:
    first, second = nodes(drafted_text(tmp_path, f"第一条 {OUTSIDE}\n第二条 学校应当每年演练。\n"))
    assert (first["assessable"], first["annotation"]) == (False, "Outside scope: punish-expression")
    assert second["assessable"] is True
    assert "Who: 学校" in second["annotation"]


def test_a_library_of_others_is_read(tmp_path: Path) -> None:
    regime, document = drafted(written(tmp_path, LIBRARY, "x.yaml"))
    assert [(c.ref, c.text) for c in regime.clauses if not c.heading] == [
        (("WH", "WH-1"), "The warehouse operator shall:"),
        (("WH", "WH-1", "(a)"), "(a) inspect each warehouse at least once a quarter;"),
        (("WH", "WH-1", "(b)"), "(b) report to the city office within 30 days after the inspection."),
        (("WH", "WH-2"), "WH-2 The watchman shall walk the rounds every day."),
    ]
    duties = {clause.ref[-1]: clause.duties[-1] for clause in regime.clauses if clause.duties}
    assert duties["(a)"].holders == ("warehouse operator",)
    assert duties["(a)"].cadence[0].period == "P3M"
    assert duties["WH-2"].holders == ("watchman",)
    assert document.problems == ()
    assert regime.edition == date(2026, 2, 1)


def test_the_translation_of_a_library_in_another_language_is_read(tmp_path: Path) -> None:
    text = LIBRARY.replace("locale: en", "locale: fr\ntranslations: {en: {name: Rules}}").replace(
        "      description: The watchman shall walk the rounds\n        every day.\n",
        "      description: Le gardien fait sa ronde.\n"
        "      translations: {en: {description: The watchman shall walk the rounds every day.}}\n",
    )
    regime, document = drafted(written(tmp_path, text, "x.yaml"))
    assert regime.clauses[-1].text == "WH-2 The watchman shall walk the rounds every day."
    assert regime.title == "Rules"
    assert [p.code for p in document.problems] == ["library-translation"]


def test_a_library_in_a_language_that_is_not_read_is_kept_and_said(tmp_path: Path) -> None:
    _, document = drafted(written(tmp_path, LIBRARY.replace("locale: en", "locale: de"), "x.yaml"))
    assert [p.code for p in document.problems] == ["library-language"]
    assert len(document.provisions) == 4


def test_a_counted_node_has_no_number(tmp_path: Path) -> None:
    text = LIBRARY.replace("warehouse:wh-2\n", "warehouse:node17\n").replace("      ref_id: WH-2\n", "")
    regime, _ = drafted(written(tmp_path, text, "x.yaml"))
    assert (regime.clauses[-1].ref, regime.clauses[-1].text) == (
        ("WH", "第一款"),
        "The watchman shall walk the rounds every day.",
    )


SHAPES = ["library", "one in a list", "json", "spaced"]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_of_one_library_is_the_same_regime(shape: str, tmp_path: Path) -> None:
    made = yaml.safe_load(LIBRARY)
    if shape == "one in a list":
        made["objects"] = {"frameworks": [made["objects"]["framework"]]}
    text = yaml.safe_dump(made, sort_keys=False, allow_unicode=True)
    if shape == "json":
        text = json.dumps(made, default=str)
    if shape == "spaced":
        text = text.replace("objects:\n", "objects:  # of the library\n")
    expected, _ = drafted(written(tmp_path, LIBRARY, "x.yaml"))
    regime, document = drafted(written(tmp_path, text, "x.yaml"))
    assert said(regime) == said(expected)
    assert document.problems == ()


def test_of_several_frameworks_each_is_a_part(tmp_path: Path) -> None:
    made = yaml.safe_load(LIBRARY)
    one = made["objects"].pop("framework")
    made["objects"]["frameworks"] = [one, {**one, "ref_id": "BARGES", "name": "Rules on Barges"}]
    regime, document = drafted(written(tmp_path, yaml.safe_dump(made), "x.yaml"))
    refs = [c.ref for c in regime.clauses if not c.heading]
    assert refs[-1] == ("BARGES", "WH", "WH-2")
    assert len(set(refs)) == len(refs) == 8
    assert "Rules on Barges" in document.text
    assert document.problems == ()


BESIDE = """\
  threats: [{urn: "urn:harbour:risk:threat:t:1", name: Fire}]
  risk_matrix:
  - {urn: "urn:harbour:risk:matrix:m", name: M}
  reference_controls: [{urn: "urn:harbour:risk:function:f:1"}, {urn: "urn:harbour:risk:function:f:2"}]
  requirement_mapping_sets: []
"""


def test_what_else_a_library_holds_is_named(tmp_path: Path) -> None:
    text = LIBRARY + (
        "      annotation: Ask the watchman.\n"
        "      implementation_groups: [G1, G2]\n"
        "      questions: {'urn:harbour:risk:question:1': {text: Do you?, type: unique_choice}}\n"
        "    - {urn: 'urn:harbour:risk:req_node:warehouse:wh-3', ref_id: WH-3, typical_evidence: A log.}\n"
    )
    regime, document = drafted(written(tmp_path, text.replace("objects:\n", f"objects:\n{BESIDE}"), "x.yaml"))
    (problem,) = document.problems
    assert problem.code == "library-left-out"
    assert dict(problem.values)["kinds"] == (
        "threats (1), risk_matrix (1), reference_controls (2), annotation (1), implementation_groups (1), "
        "questions (1), requirement_nodes (1), typical_evidence (1)"
    )
    assert "Ask the watchman" not in document.text
    assert len(document.provisions) == 4
    assert regime.title == "Harbour City Rules on Warehouse Safety"


def test_a_library_without_a_framework_says_what_it_holds(tmp_path: Path) -> None:
    text = LIBRARY[: LIBRARY.index("objects:")] + f"objects:\n{BESIDE}"
    (problem,) = read_document(written(tmp_path, text, "x.yaml")).problems
    assert problem.code == "library-empty"
    assert dict(problem.values)["kinds"] == "threats (1), risk_matrix (1), reference_controls (2)"


def test_children_may_come_before_their_parent(tmp_path: Path) -> None:
    made = yaml.safe_load(LIBRARY)
    made["objects"]["framework"]["requirement_nodes"].reverse()
    regime, document = drafted(written(tmp_path, yaml.safe_dump(made), "x.yaml"))
    refs = [c.ref for c in regime.clauses if not c.heading]
    assert refs == [("WH", "WH-2"), ("WH", "WH-1"), ("WH", "WH-1", "(a)"), ("WH", "WH-1", "(b)")]
    assert document.problems == ()


def test_a_translation_of_the_nodes_alone_is_enough(tmp_path: Path) -> None:
    text = LIBRARY.replace("locale: en", "locale: fr").replace(
        "      ref_id: WH-2\n",
        "      ref_id: WH-2\n      translations: {de: {name: x}, en: {description: The watchman shall walk.}}\n",
    )
    regime, document = drafted(written(tmp_path, text, "x.yaml"))
    assert regime.clauses[-1].text == "WH-2 The watchman shall walk."
    assert [p.code for p in document.problems] == ["library-translation"]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(-1, 7)), max_size=8))
def test_no_node_is_lost_whatever_its_parent_is(links: list[tuple[int, int]]) -> None:
    lines = [
        f"    - {{urn: 'urn:a:b:c:{own}', ref_id: N-{at}, description: Word {at} here."
        + (f", parent_urn: 'urn:a:b:c:{above}'}}\n" if above >= 0 else "}\n")
        for at, (own, above) in enumerate(links)
    ]
    head = LIBRARY[: LIBRARY.index("    - urn:")]
    parsed = parse_library((head + "".join(lines)).encode())
    assert all(parsed.text.count(f"Word {at} here.") == 1 for at in range(len(links)))
