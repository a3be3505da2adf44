"""Catalogs for the tests, all fictional, and regulations of every shape to write catalogs of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from remit.core.regime import Regime
from remit.files.document import Document, read_document
from remit.files.draft_file import draft_document

EXAMPLES = Path(__file__).parents[2] / "src" / "remit" / "examples" / "harbour"
OUTSIDE = "各单位应当每周排查职工在社交媒体上的不当言论并上报。"

CATALOG: dict[str, Any] = {
    "catalog": {
        "uuid": "6b0c5c52-4a55-4c39-9b5a-6a2f1f2f7c11",
        "metadata": {
            "title": "Harbour City Rules on Warehouse Safety",
            "last-modified": "2026-02-01T08:00:00Z",
            "version": "3",
            "oscal-version": "1.1.3",
        },
        "params": [{"id": "often", "label": "frequency"}],
        "groups": [
            {
                "id": "wh",
                "title": "Warehouses",
                "controls": [
                    {
                        "id": "wh-1",
                        "title": "Inspection",
                        "props": [
                            {"name": "label", "class": "padded", "value": "WH-01"},
                            {"name": "label", "value": "WH-1"},
                        ],
                        "params": [
                            {
                                "id": "whom",
                                "select": {"how-many": "one-or-more", "choice": ["the owner", "the tenant"]},
                            },
                            {"id": "set", "values": ["30 days"]},
                        ],
                        "parts": [
                            {
                                "id": "wh-1_smt",
                                "name": "statement",
                                "parts": [
                                    {
                                        "id": "wh-1_smt.a",
                                        "name": "item",
                                        "props": [{"name": "label", "value": "a."}],
                                        "prose": "The warehouse operator shall inspect each warehouse at least once a "
                                        "quarter and inform {{ insert: param, whom }}; and",
                                    },
                                    {
                                        "id": "wh-1_smt.b",
                                        "name": "item",
                                        "props": [{"name": "label", "value": "b."}],
                                        "prose": "The warehouse operator shall report to the [city office](#office) "
                                        "within {{ insert: param, set }} {{ insert: param, often }}.",
                                    },
                                ],
                            },
                            {"id": "wh-1_gdn", "name": "guidance", "prose": "Operators shall read this."},
                        ],
                        "controls": [
                            {
                                "id": "wh-1.1",
                                "title": "Night",
                                "props": [{"name": "label", "value": "WH-1(1)"}],
                                "parts": [
                                    {
                                        "id": "wh-1.1_smt",
                                        "name": "statement",
                                        "prose": "The watchman shall walk the rounds every day.",
                                    }
                                ],
                            }
                        ],
                    }
                ],
            }
        ],
    }
}

CATALOG_XML = """\
<?xml version="1.0" encoding="UTF-8"?>
<!-- Written by hand. -->
<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="6b0c5c52-4a55-4c39-9b5a-6a2f1f2f7c11">
  <metadata>
    <title>Harbour City Rules on <em>Warehouse</em> Safety</title>
    <last-modified>2026-02-01T08:00:00Z</last-modified>
    <version>3</version>
    <oscal-version>1.1.3</oscal-version>
  </metadata>
  <param id="often"><label>frequency</label></param>
  <group id="wh">
    <title>Warehouses</title>
    <control id="wh-1">
      <title>Inspection</title>
      <param id="whom">
        <select how-many="one-or-more"><choice>the owner</choice><choice>the tenant</choice></select>
      </param>
      <param id="set"><value>30 days</value></param>
      <prop name="label" class="padded" value="WH-01"/>
      <prop name="label" value="WH-1"/>
      <part id="wh-1_smt" name="statement">
        <part id="wh-1_smt.a" name="item">
          <prop name="label" value="a."/>
          <p>The warehouse operator shall inspect each warehouse at least once a quarter and inform
            <insert type="param" id-ref="whom"/>; and</p>
        </part>
        <part id="wh-1_smt.b" name="item">
          <prop name="label" value="b."/>
          <p>The warehouse operator shall report to the <a href="#office">city office</a> within
            <insert type="param" id-ref="set"/> <insert type="param" id-ref="often"/>.</p>
        </part>
      </part>
      <part id="wh-1_gdn" name="guidance"><p>Operators shall read this.</p></part>
      <control id="wh-1.1">
        <title>Night</title>
        <prop name="label" value="WH-1(1)"/>
        <part id="wh-1.1_smt" name="statement"><p>The watchman shall walk the rounds every day.</p></part>
      </control>
    </control>
  </group>
</catalog>
"""

LIBRARY = """\
urn: urn:harbour:risk:library:warehouse
locale: en
ref_id: WAREHOUSE
name: Harbour City Rules on Warehouse Safety
description: "For warehouses\\
  \\ in the harbour."
version: 1
publication_date: 2026-02-01
provider: Harbour City
packager: harbour
objects:
  framework:
    urn: urn:harbour:risk:framework:warehouse
    ref_id: WAREHOUSE
    name: Harbour City Rules on Warehouse Safety
    requirement_nodes:
    - urn: urn:harbour:risk:req_node:warehouse:wh
      assessable: false
      depth: 1
      ref_id: WH
      name: Warehouses
    - urn: urn:harbour:risk:req_node:warehouse:wh-1
      assessable: true
      depth: 2
      parent_urn: urn:Harbour:risk:req_node:warehouse:wh
      ref_id: WH-1
      name: Inspection
      description: 'The warehouse operator shall:

        (a) inspect each warehouse at least once a quarter;

        (b) report to the city office within 30 days after the inspection.'
    - urn: urn:harbour:risk:req_node:warehouse:wh-2
      assessable: true
      depth: 2
      parent_urn: urn:harbour:risk:req_node:warehouse:wh
      ref_id: WH-2
      description: The watchman shall walk the rounds
        every day.
"""

_LINES = f"""\
第一章　总则
第二章 责任
第一节 一般规定
第一条　为了安全，制定本办法。
第二条 学校应当每年演练。
第三条　学校应当：
第三条　学校应当履行下列职责：
（一）每月检查一次；
(二)每季度报告。
1.记录；
（1）留存。
一、总体要求
二、工作任务
学校应当留存记录。
第二条 重复的条。
附件1
表1 清单
项目 | 期限
第四条
本办法所称学校，是指中小学。
Chapter I General
Article 1 The school shall:
(a) report every year;
(b)(1) keep records;
(2) file them.
Section 5 Reports
AC-1 POLICY
a. Review it annually.
§ 12.3 The office shall report.

=1+1
\x07 前\ufeff
第九条 {OUTSIDE}""".split("\n")
TEXTS = st.lists(st.sampled_from(_LINES), min_size=1, max_size=14).map("\n".join)


def written(folder: Path, data: str | bytes | dict[str, Any], name: str = "catalog.json") -> Path:
    path = folder / name
    text = json.dumps(data, ensure_ascii=False) if isinstance(data, dict) else data
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def drafted(path: Path) -> tuple[Regime, Document]:
    document = read_document(path)
    return draft_document(document, path)[0], document


def drafted_text(folder: Path, text: str) -> Regime:
    return drafted(written(folder, text, "regulation.txt"))[0]


def said(regime: Regime) -> list[tuple[object, ...]]:
    """What has to survive a round trip: every clause with its words, its kind and its duties."""
    return [
        (
            c.ref,
            c.text,
            c.kind,
            c.screen,
            tuple((d.ref, d.kind, d.holders, d.actions, d.cadence) for d in c.duties),
        )
        for c in regime.clauses
        if not c.heading
    ]
