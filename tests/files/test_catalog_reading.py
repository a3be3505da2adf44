"""Catalogs from strangers: whatever is wrong with them is said, and the scope line stands on this way in too."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.problem import Level
from remit.core.soundness import regime_problems
from remit.files import ciso_nodes, oscal_catalog, refusal
from remit.files.ciso_library import dump_library
from remit.files.document import read_document
from remit.files.oscal import dump_catalog
from tests.files.catalogs import CATALOG, LIBRARY, OUTSIDE, TEXTS, drafted, drafted_text, written

HEAD = "urn: urn:a:b:library:x\nname: X\nobjects:\n  framework:\n"
SAID = "The school shall report every year."
NODE = '    - {urn: "urn:a:b:c:1", description: 学校应当每年演练。}\n'
RING = tuple(
    f'    - {{urn: "urn:a:b:c:{n}", parent_urn: "urn:a:b:c:{m}", name: a}}\n'
    for n, m in ((2, 4), (3, 2), (4, 3))
)


def control(prose: object, **fields: object) -> dict[str, Any]:
    return {"id": "c-1", "title": "C-1", "parts": [{"name": "statement", "prose": prose}], **fields}


def of(*controls: object, **fields: object) -> dict[str, Any]:
    return {"catalog": {"metadata": {"title": "T"}, "controls": list(controls), **fields}}


def nodes(*lines: str) -> str:
    return HEAD + "    requirement_nodes:\n" + "".join(lines)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ('{"catalog": {"controls": [', "catalog-json"),
        ('{"catalog": ' + '{"groups": [' * 100_000, "catalog-json"),
        ('{"catalog": []}', "catalog-empty"),
        ('{"catalog": {}}', "catalog-empty"),
        ('{"profile": {"imports": []}}', "file-not-catalog"),
        ('{"profile": {"imports": [{"href": "../Harbour_catalog.json"}]}}', "file-profile"),
        ("---\n# ours\nprofile:\n  metadata:\n    oscal-version: 1.1.3\n", "file-not-catalog"),
        ("---\ncatalog:\n  metadata:\n    oscal-version: 1.1.3\n", "catalog-empty"),
        ("catalog:\n  metadata:\n    oscal-version: [1\n", "catalog-yaml"),
        (
            '{"urn": "urn:a:b:library:x", "objects": {"threats": [{"urn": "urn:a:b:threat:x:1"}]}}',
            "library-empty",
        ),
        ('{"component-definition": {}}', "file-not-catalog"),
        (HEAD, "library-empty"),
        (HEAD + "  - [", "library-yaml"),
        (nodes("    - 3\n", "    - [a]\n"), "library-empty"),
        (HEAD.replace("framework", "risk_matrix") + "    - urn: x\n", "library-empty"),
    ],
)
def test_what_holds_no_requirements_is_one_error(data: str, code: str, tmp_path: Path) -> None:
    document = read_document(written(tmp_path, data))
    assert document.failed
    assert [p.code for p in document.problems if p.level is Level.ERROR] == [code]


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (of(control(SAID), 7, "x"), {"catalog-value"}),
        (of(control({"a": 1}), control(SAID), groups={}), {"catalog-value", "catalog-twice"}),
        (of(control(SAID, title="", props=3)), {"catalog-title", "catalog-value"}),
        (of(control(SAID, controls=[[]], params=[{"id": 4}])), {"catalog-value"}),
        (of(control(SAID, id=["a"], title=None)), {"catalog-value", "catalog-title"}),
        (nodes(NODE, NODE), {"catalog-twice"}),
        (nodes(NODE, "    - 3\n"), {"catalog-value"}),
        (nodes(NODE, '    - {urn: "urn:a:b:c:2", parent_urn: "urn:a:b:c:9", name: a}\n'), {"library-parent"}),
        (nodes(NODE, '    - {urn: "urn:a:b:c:2", parent_urn: "urn:a:b:c:2", name: a}\n'), {"library-parent"}),
        (nodes(NODE, *RING), {"library-parent"}),
        (nodes(NODE, '    - {urn: "urn:a:b:c:2"}\n'), {"library-left-out"}),
        (nodes(NODE, '    - {urn: [a], name: {b: c}, translations: x}\n'), {"catalog-value"}),
        (nodes(NODE).replace("name: X", "name: [X]"), {"catalog-value"}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_the_rest_is_read(data: object, codes: set[str], tmp_path: Path) -> None:
    regime, document = drafted(written(tmp_path, data))  # type: ignore[arg-type]
    assert {p.code for p in document.problems if p.code != "holder-assumed"} == codes
    assert all(p.place.file for p in document.problems)
    assert any(clause.duties for clause in regime.clauses)


def test_too_many_findings_are_counted(tmp_path: Path) -> None:
    _, document = drafted(written(tmp_path, of(*[control(SAID)] * 300)))
    assert len(document.problems) == 101
    assert dict(document.problems[-1].values)["count"] == "199"


def nested(levels: int) -> dict[str, Any]:
    one = control(SAID)
    for level in range(levels):
        one = {"id": f"g-{level}", "title": "G", "controls": [one]}
    return of(one)


def test_what_lies_too_deep_is_not_read(tmp_path: Path) -> None:
    assert len(drafted(written(tmp_path, nested(30)))[1].provisions) == 1
    document = read_document(written(tmp_path, nested(60)))
    assert [p.code for p in document.problems] == ["catalog-depth", "catalog-empty"]
    chain = [
        f'    - {{urn: "urn:a:b:c:{n}", parent_urn: "urn:a:b:c:{n - 1}", description: 学校应当每年演练。}}\n'
        for n in range(200)
    ]
    document = read_document(written(tmp_path, nodes(*chain)))
    assert "catalog-depth" in {p.code for p in document.problems}
    assert len(document.provisions) == 200


def test_parameters_that_call_each_other_end(tmp_path: Path) -> None:
    calls = "{{ insert: param, p }} {{ insert: param, p }}"
    _, document = drafted(
        written(tmp_path, of(control(f"The office shall {calls}."), params=[{"id": "p", "label": calls}]))
    )
    assert 100 < len(document.text) < 5_000


def test_a_parameter_that_is_not_there_is_named(tmp_path: Path) -> None:
    _, document = drafted(written(tmp_path, of(control("The office shall report {{ insert: param, p-1 }}."))))
    assert "report [Assignment: p-1]." in document.text


@pytest.mark.parametrize("parse", [oscal_catalog.parse_catalog, ciso_nodes.parse_library])
def test_a_catalog_larger_than_any_document_is_refused(parse: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("remit.files.catalog_text._LARGEST", 50)
    data = json.dumps(CATALOG) if parse is oscal_catalog.parse_catalog else LIBRARY
    with pytest.raises(refusal.RefusedError) as refused:
        parse(data.encode())
    assert refused.value.problem.code == "file-bomb"


def test_aliases_do_not_unfold(tmp_path: Path) -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 15)
    )
    document = read_document(written(tmp_path, bomb + HEAD + "    requirement_nodes: *a14\n"))
    assert [p.code for p in document.problems if p.level is Level.ERROR] == ["library-empty"]


def test_other_encodings_are_read(tmp_path: Path) -> None:
    text = json.dumps(of(control("学校应当每年演练。")), ensure_ascii=False)
    for encoding in ("gb18030", "utf-16", "utf-8-sig"):
        regime, _ = drafted(written(tmp_path, text.encode(encoding)))
        assert regime.clauses[-1].text == "c-1 学校应当每年演练。"


def test_plain_text_that_looks_alike_is_plain_text(tmp_path: Path) -> None:
    for text in ('{"a": 1}', "第一条 urn: 学校应当每年演练。\nobjects:\n"):
        document = read_document(written(tmp_path, text, "x.txt"))
        assert document.text == text


@pytest.mark.parametrize("form", ["oscal", "ciso"])
def test_a_hostile_catalog_cannot_bring_in_what_is_outside_scope(form: str, tmp_path: Path) -> None:
    """Neither as a statement, nor below an innocent one, nor by calling itself one of ours with duties of its own."""
    space = "urn:remit:oscal:1"
    own = [
        {"name": n, "ns": space, "value": v}
        for n, v in (("kind", "duty"), ("screen", "in"), ("action", OUTSIDE))
    ]
    if form == "oscal":
        hostile = control("各单位应当：", title="甲", props=[{"name": "label", "value": "一、"}])
        hostile["parts"][0]["parts"] = [
            {"name": "item", "props": [{"name": "label", "value": "（一）"}, *own], "prose": OUTSIDE},
            {"name": "item", "props": [{"name": "label", "value": "（二）"}], "prose": "每年演练。"},
        ]
        path = written(tmp_path, of(hostile))
    else:
        lines = (
            '    - {urn: "urn:a:b:c:1", ref_id: "一、", description: "各单位应当："}\n',
            (
                '    - {urn: "urn:remit:risk:c:2", parent_urn: "urn:a:b:c:1", ref_id: （一）, '
                f'description: "{OUTSIDE}"}}\n'
            ),
            '    - {urn: "urn:a:b:c:3", parent_urn: "urn:a:b:c:1", ref_id: （二）, description: 每年演练。}\n',
        )
        path = written(tmp_path, nodes(*lines))
    regime, _ = drafted(path)
    outside = [c for c in regime.clauses if OUTSIDE in c.text]
    assert [(c.screen, c.duties) for c in outside] == [("out", ())]
    assert any(c.duties for c in regime.clauses)
    assert not any("社交媒体" in str(c.duties) for c in regime.clauses)
    assert not [p for p in regime_problems(regime) if p.level is Level.ERROR]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just(SAID),
    lambda below: st.lists(below, max_size=3)
    | st.dictionaries(
        st.sampled_from("id title props params parts controls groups name value prose label".split()),
        below,
        max_size=5,
    ),
    max_leaves=25,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(JSON)
def test_no_shape_of_a_catalog_breaks_the_reader(value: object) -> None:
    try:
        parsed = oscal_catalog.parse_catalog(
            json.dumps({"catalog": {"controls": [value], "groups": value}}).encode()
        )
    except refusal.RefusedError:
        return
    assert parsed.outline is None or all(parsed.text[c.start : c.end].strip() for c in parsed.outline.clauses)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_references_words_and_labels_survive_both_ways(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        regime = drafted_text(Path(folder), text)
        clauses = [(c.ref, c.text, c.screen) for c in regime.clauses if not c.heading]
        for data, parse in (
            (dump_catalog(regime), oscal_catalog.parse_catalog),
            (dump_library(regime, str), ciso_nodes.parse_library),
        ):
            if clauses:
                outline, laid = (parsed := parse(data)).outline, parsed.text
                assert outline is not None
                found = [(c.ref, laid[c.start : c.end]) for c in outline.clauses]
                assert found == [(ref, words) for ref, words, _ in clauses]
