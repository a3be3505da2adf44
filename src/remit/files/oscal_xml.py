"""OSCAL catalogs in XML as the fields that the same catalogs have in JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from remit.core.problem import Place, Problem, error
from remit.files.refusal import RefusedError

__all__ = ["xml_fields"]

_LISTS = {"group": "groups", "control": "controls", "part": "parts", "param": "params", "prop": "props"}
_LINES = frozenset({"title", "label", "version", "last-modified", "published", "oscal-version"})
_PROSE = frozenset({"p", "ul", "ol", "table", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"})
_INNER = ("ul", "ol")
_KEPT = ("id", "name", "ns", "value", "class", "rel", "href", "how-many")


def xml_fields(data: bytes) -> dict[str, Any]:
    """Return a catalog (XML, UTF-8 whatever it declares) as its fields; paragraphs are prose, inserts as in JSON.

    Raises RefusedError for what is no XML, is nested more than 256 levels deep, or declares a document type: neither
    entities nor anything outside the file are ever read.
    """
    if b"<!DOCTYPE" in data:
        raise RefusedError(_declared())
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise RefusedError(_no_xml(fault)) from fault
    return {_name(root): _fields(root)}


def _fields(element: etree._Element) -> dict[str, Any]:
    """The fields of a catalog, a group, a control, a part or what they hold."""
    made = _attributes(element)
    prose: list[str] = []
    for child in element:
        name = _name(child)
        if name in _LISTS:
            made.setdefault(_LISTS[name], []).append(_property(child) if name == "prop" else _fields(child))
        elif name in _LINES:
            made[name] = _line(child)
        elif name in _PROSE:
            prose += _blocks(child)
        elif name in ("metadata", "select"):
            made[name] = _fields(child)
        elif name in ("remarks", "description"):
            made[name] = "\n\n".join(_prose(child))
        elif name in ("value", "choice"):
            made.setdefault("values" if name == "value" else name, []).append(_line(child))
        elif name in ("link", "constraint"):
            made.setdefault(f"{name}s", []).append(_fields(child))
    return made | ({"prose": "\n\n".join(prose)} if prose else {})


def _property(element: etree._Element) -> dict[str, Any]:
    """A property; drafts of OSCAL wrote its value as text."""
    return {"value": (element.text or "").strip()} | _attributes(element)


def _attributes(element: etree._Element) -> dict[str, Any]:
    return {name: element.get(name) for name in _KEPT if element.get(name) is not None}


def _prose(element: etree._Element) -> Iterator[str]:
    for child in element:
        yield from _blocks(child)


def _blocks(element: etree._Element) -> list[str]:
    """The paragraphs of a block; each item of a list and each row of a table is a line."""
    name = _name(element)
    if name in _INNER:
        return ["\n".join(_items(element))]
    if name == "table":
        return [
            "\n".join(" | ".join(_line(cell, ("table",)) for cell in row) for row in element.iter("{*}tr"))
        ]
    if name == "blockquote":
        return list(_prose(element))
    if name == "pre":
        return ["".join(map(str, element.itertext())).strip("\n")]
    line = _line(element)
    return [line] if line else []


def _items(element: etree._Element) -> Iterator[str]:
    """The items of a list, each followed by those of the lists in it."""
    for number, item in enumerate(element, 1):
        own = _line(item, leave_out=_INNER)
        yield f"{f'{number}.' if _name(element) == 'ol' else '-'} {own}".rstrip()
        yield from _inner_items(item)


def _inner_items(element: etree._Element) -> Iterator[str]:
    for below in element:
        yield from _items(below) if _name(below) in _INNER else _inner_items(below)


def _line(element: etree._Element, leave_out: tuple[str, ...] = ()) -> str:
    """The words of an element on one line, what it inserts as JSON writes it; links stand as their text."""
    return " ".join("".join(_pieces(element, leave_out)).split())


def _pieces(element: etree._Element, leave_out: tuple[str, ...]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = _name(child)
        if name == "insert":
            yield f"{{{{ insert: param, {child.get('id-ref') or child.get('param-id') or ''} }}}}"
        elif name == "img":
            yield child.get("alt") or ""
        elif name == "q":
            yield "“"
            yield from _pieces(child, leave_out)
            yield "”"
        elif name in ("p", "br", "li"):
            yield " "
            yield from _pieces(child, leave_out)
            yield " "
        elif name not in leave_out:
            yield from _pieces(child, leave_out)
        yield child.tail or ""


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _no_xml(fault: etree.XMLSyntaxError) -> Problem:
    line, column = fault.position
    return error(
        "catalog-xml",
        "This is not XML: {fault}.",
        "Get the file again; it may be cut off.",
        at=Place(line=max(line, 0), column=max(column, 0)),
        fault=" ".join((fault.msg or type(fault).__name__).split())[:200],
    )


def _declared() -> Problem:
    return error(
        "catalog-declared",
        "This XML declares a document type, by which a file can call up others or unfold without end: it was not read.",
        "Take the lines from <!DOCTYPE out; if the file came from outside, do not open it.",
    )
