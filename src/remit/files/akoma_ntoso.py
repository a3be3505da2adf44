"""Regimes as Akoma Ntoso 3.0: an act of chapters, articles, paragraphs and points, its words unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from remit.core.regime import Regime
from remit.files.unit_tree import Unit, number_end, unit_tree
from remit.reading.citation import ascii_ref

__all__ = ["NAMESPACE", "dump_act"]

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

_ELEMENTS = {
    "bk": ("book", "book"),
    "book": ("book", "book"),
    "sb": ("subdivision", "subdvs"),
    "part": ("part", "part"),
    "subpart": ("subpart", "subpart"),
    "title": ("title", "title"),
    "division": ("division", "dvs"),
    "ch": ("chapter", "chp"),
    "subchapter": ("subchapter", "subchp"),
    "sec": ("section", "sec"),
    "art": ("article", "art"),
    "p": ("paragraph", "para"),
    "annex": ("hcontainer", "annex"),
    "app": ("hcontainer", "annex"),
    "sch": ("hcontainer", "annex"),
    "table": ("hcontainer", "table"),
}
_BELOW_POINTS = ("article", "section", "paragraph", "point")
_LANGUAGES = {"zh": "zho", "en": "eng"}
_NOWHERE = "xx"
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def dump_act(regime: Regime) -> bytes:
    """Return the regime's text as an act in XML; the same regime always gives the same bytes.

    Numbers stand in `num`, the white space after them included, so that the texts of `num`, `heading` and `p` joined
    are the words of the clauses; each line of a clause is a `p`. Identifiers follow the naming convention. No country
    is known of a regulation: `xx` stands for it.
    """
    units = list(unit_tree(regime))
    above = []
    while units and not units[0].ref and units[0].clause is None:
        above.append(units.pop(0))
    root = etree.Element(_tag("akomaNtoso"), nsmap=cast("dict[str, str]", {None: NAMESPACE}))
    act = etree.SubElement(root, _tag("act"), name="act", contains="originalVersion")
    _add_meta(act, regime)
    _add_preface(act, [heading.text for unit in above for heading in unit.headings])
    body = etree.SubElement(act, _tag("body"))
    writer = _Writer()
    for unit in units:
        writer.add_unit(body, unit, "", "")
    if not units:
        etree.SubElement(body, _tag("hcontainer"), name="text", eId="hcontainer_1")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _add_preface(act: etree._Element, lines: list[str]) -> None:
    """Add the title and the lines below it."""
    if lines:
        preface = etree.SubElement(act, _tag("preface"))
        title = etree.SubElement(etree.SubElement(preface, _tag("longTitle")), _tag("p"))
        title.text = _UNPRINTABLE.sub("\ufffd", lines[0])
        for line in lines[1:]:
            _add(preface, "p", line)


@dataclass(slots=True)
class _Writer:
    """Writes units; `taken` are the identifiers given so far."""

    taken: set[str] = field(default_factory=set)

    def add_unit(self, parent: etree._Element, unit: Unit, above: str, kind: str, *, skip: int = 0) -> None:
        """Add a unit and all below it; `skip` characters of its clause stand in the number of the unit above."""
        tag, short = _element(unit, kind)
        name = self._identifier(above, short, _figure(unit))
        made = etree.SubElement(parent, _tag(tag), eId=name)
        if tag == "hcontainer":
            made.set("name", short)
        texts = [heading.text for heading in unit.headings]
        words = unit.clause.text if unit.clause else ""
        passed = 0
        if texts:
            end = number_end(texts[0], unit.ref)
            _add(made, "num", texts[0][:end])
            _add(made, "heading", texts[0][end:])
            _add(made, "subheading", "\n".join(texts[1:]))
        elif words:
            end = max(skip, number_end(words, unit.ref))
            _add(made, "num", words[skip:end])
            words, skip = words[end:], 0
        else:
            passed = _number_below(unit)
            _add(made, "num", _first_words(unit)[:passed])
        self._add_words(made, unit, words[skip:], name, tag, passed)

    def _add_words(
        self, made: etree._Element, unit: Unit, words: str, name: str, tag: str, passed: int
    ) -> None:
        """Add a unit's own words and the units below it: a list where they introduce points."""
        if not unit.children:
            if unit.clause:
                _add_lines(etree.SubElement(made, _tag("content"), eId=f"{name}__content"), words)
            return
        below = tag if tag in _BELOW_POINTS else ""
        if unit.clause and all(_element(child, below)[0] == "point" for child in unit.children):
            name = self._identifier(name, "list", "1")
            made = etree.SubElement(made, _tag("list"), eId=name)
        if unit.clause:
            _add_lines(etree.SubElement(made, _tag("intro"), eId=f"{name}__intro"), words)
        for at, child in enumerate(unit.children):
            self.add_unit(made, child, name, below, skip=passed if at == 0 else 0)

    def _identifier(self, above: str, short: str, figure: str) -> str:
        name = wanted = "__".join(filter(None, (above, f"{short}_{figure}")))
        number = 1
        while name in self.taken:
            number += 1
            name = f"{wanted}-dup{number}"
        self.taken.add(name)
        return name


def _element(unit: Unit, above: str) -> tuple[str, str]:
    """The element that a unit is and its abbreviation; items are points below articles, sections and paragraphs."""
    if not unit.ref:
        return "hcontainer", "crossheading"
    piece = ascii_ref((unit.number,))
    known = _ELEMENTS.get(piece.partition("-")[0])
    if known:
        return known
    if piece.startswith("s-") and unit.number[:1] in "Ss§":
        return "section", "sec"
    return ("point", "point") if above else ("paragraph", "para")


def _figure(unit: Unit) -> str:
    """A unit's number as identifiers have it; 1 where it has none."""
    piece = ascii_ref((unit.number,)) if unit.ref else ""
    head, _, rest = piece.partition("-")
    known = head in _ELEMENTS or head in {"s", "i"}
    return (rest if rest and known else piece).replace(".", "-") or "1"


def _number_below(unit: Unit) -> int:
    """The length of a unit's number where its first paragraph prints it."""
    first = unit.children[0] if unit.children else None
    if first is None or first.clause is None or first.number != "第一款" or first.headings:
        return 0
    return number_end(first.clause.text, unit.ref)


def _first_words(unit: Unit) -> str:
    first = unit.children[0].clause if unit.children else None
    return first.text if first else ""


def _add_meta(act: etree._Element, regime: Regime) -> None:
    day = regime.edition.isoformat()
    language = _LANGUAGES.get(regime.language, "und")
    work = f"/akn/{_NOWHERE}/act/{day}/{regime.id}"
    expression = f"{work}/{language}@{day}"
    meta = etree.SubElement(act, _tag("meta"))
    identification = etree.SubElement(meta, _tag("identification"), source="#remit")
    for level, uri in (
        ("FRBRWork", work),
        ("FRBRExpression", expression),
        ("FRBRManifestation", f"{expression}.xml"),
    ):
        described = etree.SubElement(identification, _tag(level))
        for name, attributes in _properties(level, uri, day, language, regime):
            etree.SubElement(described, _tag(name), attributes)
    references = etree.SubElement(meta, _tag("references"), source="#remit")
    for name, shown in (("remit", "Remit"), ("issuer", regime.source.issued_by or regime.title)):
        href = f"/akn/ontology/organization/{_NOWHERE}/{name}"
        fields = {"eId": name, "href": href, "showAs": _UNPRINTABLE.sub("\ufffd", shown)}
        etree.SubElement(references, _tag("TLCOrganization"), fields)


def _properties(
    level: str, uri: str, day: str, language: str, regime: Regime
) -> Iterator[tuple[str, dict[str, str]]]:
    """The descriptions of one level in the order that the schema asks for."""
    yield "FRBRthis", {"value": f"{uri.removesuffix('.xml')}/!main{'.xml' if uri.endswith('.xml') else ''}"}
    yield "FRBRuri", {"value": uri}
    yield "FRBRdate", {"date": day, "name": "Generation"}
    yield "FRBRauthor", {"href": "#remit" if level == "FRBRManifestation" else "#issuer"}
    if level == "FRBRWork":
        yield "FRBRcountry", {"value": _NOWHERE}
        if number := regime.source.number:
            yield "FRBRnumber", {"value": _UNPRINTABLE.sub("\ufffd", number)}
        yield "FRBRname", {"value": _UNPRINTABLE.sub("\ufffd", regime.title)}
    elif level == "FRBRExpression":
        yield "FRBRlanguage", {"language": language}
    else:
        yield "FRBRformat", {"value": "application/xml"}


def _add(parent: etree._Element, name: str, text: str) -> None:
    if text:
        etree.SubElement(parent, _tag(name)).text = _UNPRINTABLE.sub("\ufffd", text)


def _add_lines(parent: etree._Element, words: str) -> None:
    for line in words.split("\n"):
        etree.SubElement(parent, _tag("p")).text = _UNPRINTABLE.sub("\ufffd", line)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
