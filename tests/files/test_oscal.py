"""OSCAL catalogs: what is written is valid by the official models, and comes back as it was."""

from __future__ import annotations

import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from trestle.oscal.catalog import Catalog

from remit.core.duty import Kind
from remit.core.regime import Regime, duties_in_force
from remit.files.ciso_library import dump_library
from remit.files.oscal import NAMESPACE, dump_catalog
from remit.files.regime_yaml import read_regime
from tests.files.catalogs import CATALOG, EXAMPLES, OUTSIDE, TEXTS, drafted, drafted_text, said, written


def catalog(regime: Regime) -> dict[str, Any]:
    return json.loads(dump_catalog(regime))["catalog"]


def things(value: Any) -> Iterator[dict[str, Any]]:
    """Every group, control and part."""
    for name in ("groups", "controls", "parts"):
        for one in value.get(name, ()):
            yield one
            yield from things(one)


def validate(regime: Regime, folder: Path) -> None:
    path = folder / "out.json"
    path.write_bytes(dump_catalog(regime))
    assert Catalog.oscal_read(path) is not None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_reviewed_example_is_a_valid_catalog(language: str, tmp_path: Path) -> None:
    regime, _ = read_regime(EXAMPLES / f"regime.{language}.yaml")
    assert regime is not None
    validate(regime, tmp_path)
    made = catalog(regime)
    assert made["metadata"]["last-modified"] == f"{regime.edition}T00:00:00Z"
    assert len(made["groups"]) == 7
    assert [control["id"] for control in made["groups"][1]["controls"]][:2] == ["art-5", "art-6"]
    named = {duty.ref for _, duty in duties_in_force(regime)}
    grouped = {p["group"] for one in things(made) for p in one.get("props", ()) if "group" in p}
    assert grouped == named


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_example_comes_back_as_it_was(language: str, tmp_path: Path) -> None:
    regime, _ = drafted(EXAMPLES / f"regulation.{language}.txt")
    again, document = drafted(written(tmp_path, dump_catalog(regime)))
    assert said(again) == said(regime)
    assert (again.title, again.edition, again.language) == (regime.title, regime.edition, language)
    assert document.problems == ()


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_whatever_is_read_gives_a_valid_catalog_with_every_word(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        regime = drafted_text(Path(folder), text)
        validate(regime, Path(folder))
    made = catalog(regime)
    prose = [one["prose"] for one in things(made) if "prose" in one]
    assert Counter(prose) == Counter(c.text for c in regime.clauses if not c.heading)
    ids = [one["id"] for one in things(made)]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.-]*", one) for one in ids)


def test_a_heading_without_a_number_stays_where_it_was(tmp_path: Path) -> None:
    made = control(title="Alarms", parts=[{"name": "statement", "prose": "The office shall test them."}])
    one = made["catalog"].pop("controls")
    made["catalog"]["groups"] = [
        {"id": "g", "title": "Harbour", "controls": one},
        {"id": "h", "title": "Warehouses", "controls": [{**one[0], "id": "b-1"}]},
    ]
    regime, _ = drafted(written(tmp_path, made))
    lines = [c.text for c in regime.clauses]
    assert lines[4] == "Warehouses"
    for data in (dump_catalog(regime), dump_library(regime, str)):
        again, _ = drafted(written(tmp_path, data))
        assert [c.text for c in again.clauses] == lines
    validate(regime, tmp_path)


def test_identifiers_labels_and_places_are_those_of_the_clauses(tmp_path: Path) -> None:
    text = "第一章 总则\n第八条 学校应当留存记录。\n学校应当：\n（一）每年演练；\n（二）每月检查。\n"
    made = catalog(drafted_text(tmp_path, text))
    found = {one["id"]: one for one in things(made)}
    item = found["art-8.p-2.i-2"]
    assert item["prose"] == "（二）每月检查。"
    assert {"name": "label", "value": "(二)"} in item["props"]
    own = {p["name"]: p["value"] for p in item["props"] if p.get("ns") == NAMESPACE}
    assert text[int(own["start"]) : int(own["end"])] == item["prose"]
    assert json.loads(own["cadence"]) == {"min": 1, "period": "P1M"}


def test_a_clause_outside_scope_is_labelled_and_has_no_duty(tmp_path: Path) -> None:
    made = catalog(drafted_text(tmp_path, f"第一条 {OUTSIDE}\n第二条 学校应当每年演练。\n"))
    found = {one["id"]: one for one in things(made)}
    props = {p["name"]: p["value"] for p in found["art-1_smt"]["props"]}
    assert (props["screen"], found["art-1_smt"]["prose"]) == ("out", f"第一条 {OUTSIDE}")
    assert not {"duty", "holder", "action", "cadence"} & set(props)


def test_the_same_regime_gives_the_same_bytes_and_an_edition_another_identifier(tmp_path: Path) -> None:
    regime = drafted_text(tmp_path, "第一条 学校应当每年演练。自2026年1月1日起施行。\n")
    later = drafted_text(tmp_path, "第一条 学校应当每年演练。自2027年1月1日起施行。\n")
    assert dump_catalog(regime) == dump_catalog(regime)
    assert catalog(regime)["uuid"] != catalog(later)["uuid"]


def test_a_catalog_of_others_is_read(tmp_path: Path) -> None:
    regime, document = drafted(written(tmp_path, CATALOG))
    clauses = {c.ref: c for c in regime.clauses if not c.heading}
    assert set(clauses) == {("WH-1", "a."), ("WH-1", "b."), ("WH-1", "(1)")}
    assert [c.text for c in regime.clauses if c.heading] == [
        "Harbour City Rules on Warehouse Safety", "Warehouses", "WH-1 Inspection", "(1) Night"
    ]  # fmt: skip
    first = clauses["WH-1", "a."]
    assert "inform [Selection (one or more): the owner; the tenant]; and" in first.text
    assert clauses["WH-1", "b."].text.endswith(
        "to the city office within 30 days [Assignment: organization-defined frequency]."
    )
    assert first.text == document.text[first.start : first.end]
    assert first.duties[0].holders == ("warehouse operator",)
    assert first.duties[0].cadence[0].period == "P3M"
    assert [p.code for p in document.problems] == ["catalog-guidance"]
    assert (regime.title, regime.edition.isoformat()) == (
        "Harbour City Rules on Warehouse Safety",
        "2026-02-01",
    )
    assert {d.kind for c in clauses.values() for d in c.duties} == {Kind.DUTY}


def control(**fields: Any) -> dict[str, Any]:
    return {
        "catalog": {
            "metadata": {"title": "Harbour rules"},
            "controls": [{"id": "a-1", "title": "A", **fields}],
        }
    }


def statement(prose: str, *params: dict[str, Any]) -> dict[str, Any]:
    return control(params=list(params), parts=[{"name": "statement", "prose": prose}])


@pytest.mark.parametrize(
    ("parameter", "words"),
    [
        ({"label": "frequency"}, "[Assignment: organization-defined frequency]"),
        ({"label": "organization-defined time"}, "[Assignment: organization-defined time]"),
        ({"values": ["30 days", "noon"]}, "30 days, noon"),
        ({"select": {"choice": ["lock", "close"]}}, "[Selection: lock; close]"),
        ({"select": {"how-many": "one", "choice": ["lock"]}}, "[Selection (one): lock]"),
        (
            {"label": "frequency", "constraints": [{"description": "at least once a\nyear."}]},
            "[Assignment: organization-defined frequency, required: at least once a year]",
        ),
    ],
)
def test_a_parameter_stands_as_it_is_printed(parameter: dict[str, Any], words: str, tmp_path: Path) -> None:
    made = statement("The office shall report {{ insert: param, p }} ; and log.", {"id": "p", **parameter})
    regime, _ = drafted(written(tmp_path, made))
    assert regime.clauses[-1].text == f"The office shall report {words}{' ' * (words[-1] != ']')}; and log."


@pytest.mark.parametrize(
    ("links", "words"),
    [
        ([], "[Withdrawn.]"),
        ([("incorporated-into", "#b-1")], "[Withdrawn: Incorporated into B-1.]"),
        (
            [
                ("incorporated-into", "#b-1_smt.k"),
                ("related", "#x"),
                ("moved-to", "#c-9"),
                ("moved-to", "#b-1"),
            ],
            "[Withdrawn: Incorporated into B-1k; Moved to c-9, B-1.]",
        ),
    ],
)
def test_a_control_that_was_withdrawn_says_where_it_went(
    links: list[tuple[str, str]], words: str, tmp_path: Path
) -> None:
    made = control(
        title="The office shall report every year.",
        props=[{"name": "status", "value": "withdrawn"}],
        links=[{"rel": rel, "href": href} for rel, href in links],
    )
    made["catalog"]["controls"].append(
        {"id": "b-1", "title": "B", "props": [{"name": "label", "value": "B-1"}]}
    )
    regime, _ = drafted(written(tmp_path, made))
    clause = next(c for c in regime.clauses if c.ref == ("a-1",) and not c.heading)
    assert (clause.text, clause.duties) == (words, ())


@pytest.mark.parametrize(
    ("label", "ref"), [("Night (WH-9)", "WH-9"), ("Night", "Night"), ("Night ()", "Night ()"), ("WH", "WH")]
)
def test_of_a_label_that_repeats_the_title_the_number_counts(label: str, ref: str, tmp_path: Path) -> None:
    made = control(
        title="Night",
        props=[{"name": "label", "value": label}],
        parts=[{"name": "statement", "prose": "Watch."}],
    )
    regime, _ = drafted(written(tmp_path, made))
    assert [c.ref for c in regime.clauses if c.ref] == [(ref,)] * (1 if ref == "Night" else 2)


def test_a_link_without_words_leaves_none(tmp_path: Path) -> None:
    regime, _ = drafted(written(tmp_path, statement("The office shall keep [](#x)a [log](#y).")))
    assert regime.clauses[-1].text == "The office shall keep a log."


def test_guidance_binds_nobody(tmp_path: Path) -> None:
    _, document = drafted(written(tmp_path, CATALOG))
    assert "read this" not in document.text


def test_a_title_that_is_a_sentence_is_a_clause(tmp_path: Path) -> None:
    one = {"id": "a-1", "title": "The school shall test its alarms at least once a year."}
    two = {
        "id": "a-2",
        "title": "Fire alarms",
        "parts": [{"name": "guidance", "prose": "The school shall read this."}],
    }
    regime, _ = drafted(written(tmp_path, {"catalog": {"controls": [one, two]}}))
    assert [(c.text, bool(c.duties)) for c in regime.clauses] == [
        ("a-1 The school shall test its alarms at least once a year.", True),
        ("a-2 Fire alarms", False),
    ]
