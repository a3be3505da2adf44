"""Libraries of CISO Assistant: what is written keeps the rules by which they are loaded, and comes back as it was."""

from __future__ import annotations

import re
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings

from remit.core.regime import Regime, duties_in_force
from remit.files.ciso_library import dump_library
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
