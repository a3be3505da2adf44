"""One catalog in JSON, XML and YAML: the same regime; and XML that reaches outside itself is refused."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.problem import Level
from remit.files.document import read_document
from remit.files.oscal_catalog import parse_catalog, parse_xml_catalog, parse_yaml_catalog
from remit.files.oscal_xml import xml_fields
from remit.files.refusal import RefusedError
from tests.files.catalogs import CATALOG, CATALOG_XML, written

SPACE = 'xmlns="http://csrc.nist.gov/ns/oscal/1.0"'


def of(inside: str) -> str:
    return f'<catalog {SPACE}><control id="a-1"><title>A</title>{inside}</control></catalog>'


def prose(inside: str) -> str:
    (control,) = xml_fields(of(f'<part name="statement">{inside}</part>').encode())["catalog"]["controls"]
    return control["parts"][0]["prose"]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("name", ["catalog.xml", "catalog.yaml"])
def test_every_form_gives_the_same_text(name: str, ends: str, tmp_path: Path) -> None:
    data = CATALOG_XML if name.endswith("xml") else yaml.safe_dump(CATALOG, sort_keys=False)
    data = data.replace("\n", ends)
    expected = read_document(written(tmp_path, CATALOG))
    document = read_document(written(tmp_path, data, name))
    assert (document.text, document.outline) == (expected.text, expected.outline)
    assert [p.code for p in document.problems] == ["catalog-guidance"]
    assert (document.title, document.edition) == (expected.title, expected.edition)


def test_a_byte_order_mark_a_prefix_and_another_encoding_are_read(tmp_path: Path) -> None:
    prefixed = CATALOG_XML.replace("<", "<o:").replace("<o:/", "</o:").replace("xmlns=", "xmlns:o=")
    prefixed = prefixed.replace("<o:?", "<?").replace("<o:!", "<!").replace('"UTF-8"', '"UTF-16"')
    expected = read_document(written(tmp_path, CATALOG)).text
    assert read_document(written(tmp_path, prefixed.encode("utf-16"), "c.xml")).text == expected
    assert read_document(written(tmp_path, CATALOG_XML.encode("utf-8-sig"), "c.xml")).text == expected


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<p>a\n  b</p><p>c</p><p/>", "a b\n\nc"),
        ("<p>a <q>b</q> <em>c</em> <a href='#x'>d</a><img src='x' alt='e'/></p>", "a “b” c de"),
        ("<p><insert type='param' id-ref='p-1'/>:</p>", "{{ insert: param, p-1 }}:"),
        ("<p><insert param-id='p-1'/>:</p>", "{{ insert: param, p-1 }}:"),
        ("<ul><li>a<ol><li>b</li><li><p>c</p></li></ol></li><li>d</li></ul>", "- a\n1. b\n2. c\n- d"),
        ("<ul><li><p>a</p><div><ul><li>b</li></ul></div></li></ul>", "- a\n- b"),
        ("<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table>", "a\nb"),
        ("<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>", "a | b\nc"),
        ("<pre>a\n  b</pre><blockquote><p>c</p></blockquote>", "a\n  b\n\nc"),
    ],
)
def test_paragraphs_lists_and_tables_are_lines(inside: str, words: str) -> None:
    assert prose(inside) == words


def test_a_property_of_an_early_draft_is_its_text() -> None:
    (control,) = xml_fields(of('<prop name="label">A-1</prop>').encode())["catalog"]["controls"]
    assert control["props"] == [{"value": "A-1", "name": "label"}]


def test_what_a_baseline_requires_stands_in_the_parameter() -> None:
    inside = (
        '<param id="p"><label>frequency</label><constraint><description><p>every year</p></description></constraint>'
        '</param><part name="statement"><p>The office shall report <insert type="param" id-ref="p"/>.</p></part>'
    )
    assert (
        "[Assignment: organization-defined frequency, required: every year]."
        in parse_xml_catalog(of(inside).encode()).text
    )


BOMB = '<!DOCTYPE catalog [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTER = '<!DOCTYPE catalog [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (BOMB + of("<part name='statement'><p>&b;</p></part>"), "catalog-declared"),
        (OUTER + of("<part name='statement'><p>&a;</p></part>"), "catalog-declared"),
        (f'<!DOCTYPE catalog SYSTEM "x.dtd">{of("")}', "catalog-declared"),
        (of("<part name='statement'><p>&a;</p></part>"), "catalog-xml"),
        (of("<part name='item'>" * 5000 + "</part>" * 5000), "catalog-xml"),
        (of("<part>"), "catalog-xml"),
        (of("<p>a</p>").replace("control", "controls"), "catalog-empty"),
        (f"<profile {SPACE}><import href='Harbour-catalog.xml'/></profile>", "file-profile"),
        (f"<profile {SPACE}><import href='#a'/></profile>", "file-not-catalog"),
        (f"<o:component-definition {SPACE.replace('xmlns', 'xmlns:o')}/>", "file-not-catalog"),
    ],
)
def test_what_is_no_catalog_or_reaches_outside_is_one_error(data: str, code: str, tmp_path: Path) -> None:
    document = read_document(written(tmp_path, data, "c.xml"))
    assert document.failed
    assert [p.code for p in document.problems if p.level is Level.ERROR] == [code]


def test_a_profile_names_the_catalog_it_chooses_from(tmp_path: Path) -> None:
    data = f'<profile {SPACE}><rlink href="../xml/Harbour_catalog.xml"/><rlink href="Harbour_catalog.json"/></profile>'
    (problem,) = read_document(written(tmp_path, data, "p.xml")).problems
    assert dict(problem.values) == {"sources": "Harbour_catalog.xml, Harbour_catalog.json"}


def test_other_xml_is_plain_text(tmp_path: Path) -> None:
    text = "<catalog><book>The school shall report.</book></catalog>"
    assert read_document(written(tmp_path, text, "c.xml")).text == text


ALIASES = """\
catalog:
  metadata: {title: T, version: ~}
  controls:
  - &c {id: c-1, title: C, parts: [&p {name: statement, prose: The office shall report.}, *p]}
  - *c
"""


def test_an_alias_that_comes_again_stays_out() -> None:
    parsed = parse_yaml_catalog(ALIASES.encode())
    assert parsed.text == "T\nc-1 C\nThe office shall report.\n"
    assert {p.code for p in parsed.problems} == {"catalog-value"}


NAMES = st.sampled_from(
    "group control part param prop title p ul li insert metadata select choice link".split()
)
ELEMENTS = st.recursive(
    st.sampled_from(["x", "The school shall report.", "<p>a</p>"]),
    lambda below: st.builds(
        lambda name, id_, inside: (
            f'<{name} id="{id_}" name="statement" id-ref="{id_}">{"".join(inside)}</{name}>'
        ),
        NAMES,
        st.sampled_from(["", "a", "b"]),
        st.lists(below, max_size=3),
    ),
    max_leaves=20,
)


@settings(max_examples=150, deadline=None)
@given(ELEMENTS)
def test_no_shape_of_xml_breaks_the_reader(inside: str) -> None:
    try:
        parsed = parse_xml_catalog(of(inside).encode())
    except RefusedError:
        return
    assert parsed.outline is None or all(parsed.text[c.start : c.end].strip() for c in parsed.outline.clauses)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=40), st.integers(0, 1200))
def test_bytes_thrown_in_anywhere_are_read_or_refused(thrown: bytes, at: int) -> None:
    for parse, good in (
        (parse_xml_catalog, CATALOG_XML.encode()),
        (parse_yaml_catalog, yaml.safe_dump(CATALOG).encode()),
        (parse_catalog, json.dumps(CATALOG).encode()),
    ):
        with contextlib.suppress(RefusedError):
            parsed = parse(good[:at] + thrown + good[at:])
            assert parsed.outline or parsed.problems
