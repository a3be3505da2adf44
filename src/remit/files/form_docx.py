"""Forms that are documents (.docx): filled in where their fields stand, read back from the same places.

Each value is put into a content control whose tag names the field, so that it is found again after somebody has worked
on the document, however often.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree

from remit.core.problem import Place, Problem, warning
from remit.files.form_container import FormContainer, needed
from remit.files.form_field import (
    FormData,
    FormField,
    Value,
    field_names,
    field_problems,
    find_fields,
    missing,
    mixed_row,
    value_of,
    value_text,
    without_row,
    worst_is_error,
)

__all__ = ["fill_document", "list_document", "read_document_form"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TAG, _NONE = "remit:", "remit-none:"
_PARTS = ("document", "header", "footer", "footnotes", "endnotes")


def list_document(form: FormContainer, aliases: Mapping[str, str]) -> tuple[FormField, ...]:
    """Return the fields of a form, in the order of its parts and paragraphs."""
    return tuple(
        FormField(name=name, table=table, place=place)
        for paragraph, place in _paragraphs(form)
        for table, name in field_names(_text(paragraph), aliases)
    )


def fill_document(form: FormContainer, data: FormData) -> tuple[Problem, ...]:
    """Fill in the fields of a form, and return what is wrong with them; with an error it is left as it was."""
    problems: list[Problem] = []
    rows: dict[etree._Element, set[str]] = {}
    plain: list[etree._Element] = []
    for paragraph, place in _paragraphs(form):
        text = _text(paragraph)
        problems += field_problems(text, data, place)
        tables = {table for table, _ in field_names(text, data.aliases) if table}
        row = next(paragraph.iterancestors(f"{_W}tr"), None)
        if tables and row is None:
            problems.append(without_row(min(tables), place))
        elif tables and row is not None:
            known = rows.setdefault(row, set())
            if len(known | tables) > 1:
                problems.append(mixed_row(place))
            known |= tables
        elif next(find_fields(text), None):
            plain.append(paragraph)
    if not worst_is_error(problems):
        for row, (table, *_) in ((row, sorted(tables)) for row, tables in rows.items()):
            _repeat(row, data, table)
        for paragraph in plain:
            if next(paragraph.iterancestors(f"{_W}tr"), None) not in rows:
                _fill(paragraph, data, None, _TAG)
    return tuple(problems)


def read_document_form(
    template: FormContainer, filled: FormContainer, aliases: Mapping[str, str]
) -> tuple[FormData, tuple[Problem, ...]]:
    """Return what a filled form says in the fields that its template has, and which of them are missing."""
    values: dict[str, Value] = {}
    tables: dict[str, dict[etree._Element, dict[str, Value]]] = {}
    problems: list[Problem] = []
    empty: dict[str, tuple[Mapping[str, Value], ...]] = {}
    for mark in (_TAG, _NONE):
        for control, tag, place in _controls(filled, mark):
            table, _, name = tag.rpartition(".")
            text = _said(control)
            if mark is _NONE and not text:
                empty[table] = ()
            elif table:
                row = next(control.iterancestors(f"{_W}tr"), control)
                tables.setdefault(table, {}).setdefault(row, {})[name] = text
            elif values.setdefault(name, text) != text:
                problems.append(_differs(name, place))
    rows = empty | {table: tuple(some.values()) for table, some in tables.items()}
    for field in list_document(template, aliases):
        there = field.table in rows if field.table else field.name in values
        if not there:
            problems.append(missing(f"{field.table}.{field.name}".lstrip("."), field.place))
    return FormData(values=values, tables=rows), tuple(problems)


def _paragraphs(form: FormContainer) -> Iterator[tuple[etree._Element, Place]]:
    for part in _PARTS:
        for name in form.parts(f"word/{part}"):
            root = form.root(name)
            ref = name.removeprefix("word/").removesuffix(".xml")
            for number, paragraph in enumerate(root.iter(f"{_W}p") if root is not None else (), 1):
                yield paragraph, Place(line=number, ref=ref)


def _texts(paragraph: etree._Element) -> list[etree._Element]:
    """The texts of a paragraph's own runs, without those of text boxes in it and without what was deleted."""
    return [
        text
        for text in paragraph.iter(f"{_W}t")
        if next(text.iterancestors(f"{_W}p")) is paragraph and _run_of(text) is not None
    ]


def _run_of(text: etree._Element) -> etree._Element | None:
    run = text.getparent()
    return run if run is not None and run.tag == f"{_W}r" else None


def _text(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in _texts(paragraph))


def _repeat(row: etree._Element, data: FormData, table: str) -> None:
    """Put a row for each of the table's in place of the pattern; one with empty fields where there is none."""
    given = data.tables[table]
    for values in given or ({},):
        made = deepcopy(row)
        row.addprevious(made)
        for paragraph in list(made.iter(f"{_W}p")):
            _fill(paragraph, data, values, _TAG if given else _NONE)
    parent = row.getparent()
    if parent is not None:
        parent.remove(row)


def _fill(paragraph: etree._Element, data: FormData, row: Mapping[str, Value] | None, mark: str) -> None:
    """Replace the fields of a paragraph, the last one first, so that what stands before keeps its place."""
    given = value_of(data, row)
    for found in list(find_fields(_text(paragraph)))[::-1]:
        ((table, name),) = field_names(found[0], data.aliases)
        tag = f"{mark if table else _TAG}{f'{table}.' if table else ''}{name}"
        _replace(paragraph, found.start(), found.end(), tag, value_text(given(found[1])))


def _replace(paragraph: etree._Element, start: int, end: int, tag: str, value: str) -> None:
    """Cut characters out of the runs that hold them and set a control with the value where they began."""
    at = 0
    first: etree._Element | None = None
    for text in _texts(paragraph):
        said = text.text or ""
        low, high = max(start - at, 0), min(end - at, len(said))
        at += len(said)
        if low >= high:
            continue
        if first is None:
            first = text
            rest = said[high:]
            _say(text, said[:low])
        else:
            _say(text, said[high:])
    if first is not None:
        run = needed(first.getparent())
        after = _split(run, first, rest)
        run.addnext(after)
        run.addnext(_control(run, tag, value))


def _split(run: etree._Element, text: etree._Element, rest: str) -> etree._Element:
    """Return a run with what comes after a text of another one, and take it out of there."""
    after = _run_like(run)
    if rest:
        _say(etree.SubElement(after, f"{_W}t"), rest)
    for sibling in list(text.itersiblings()):
        after.append(sibling)
    return after


def _control(run: etree._Element, tag: str, value: str) -> etree._Element:
    control = etree.Element(f"{_W}sdt")
    properties = etree.SubElement(control, f"{_W}sdtPr")
    like = run.find(f"{_W}rPr")
    if like is not None:
        properties.append(deepcopy(like))
    etree.SubElement(properties, f"{_W}alias").set(f"{_W}val", tag.partition(":")[2])
    etree.SubElement(properties, f"{_W}tag").set(f"{_W}val", tag)
    made = _run_like(run)
    etree.SubElement(control, f"{_W}sdtContent").append(made)
    for number, line in enumerate(value.split("\n")):
        if number:
            etree.SubElement(made, f"{_W}br")
        for column, piece in enumerate(line.split("\t")):
            if column:
                etree.SubElement(made, f"{_W}tab")
            if piece:
                _say(etree.SubElement(made, f"{_W}t"), piece)
    return control


def _run_like(run: etree._Element) -> etree._Element:
    made = etree.Element(f"{_W}r")
    like = run.find(f"{_W}rPr")
    if like is not None:
        made.append(deepcopy(like))
    return made


def _say(text: etree._Element, said: str) -> None:
    text.text = said
    text.set(_SPACE, "preserve")


def _controls(form: FormContainer, mark: str) -> Iterator[tuple[etree._Element, str, Place]]:
    for part in _PARTS:
        for name in form.parts(f"word/{part}"):
            root = form.root(name)
            for control in root.iter(f"{_W}sdt") if root is not None else ():
                tag = control.find(f"{_W}sdtPr/{_W}tag")
                said = tag.get(f"{_W}val", "") if tag is not None else ""
                if said.startswith(mark):
                    yield control, said.removeprefix(mark), Place(ref=name.removeprefix("word/"))


def _said(control: etree._Element) -> str:
    """Return what stands in a control: its texts, line ends and tabs, a new line for each further paragraph."""
    signs = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t"}
    content = control.find(f"{_W}sdtContent")
    said: list[str] = []
    for element in content.iter() if content is not None else ():
        if element.tag == f"{_W}t":
            said.append(element.text or "")
        elif element.tag in signs and _run_of(element) is not None:
            said.append(signs[str(element.tag)])
        elif element.tag == f"{_W}p" and _precedes(element, content):
            said.append("\n")
    return "".join(said)


def _precedes(paragraph: etree._Element, content: etree._Element | None) -> bool:
    return content is not None and next(content.iter(f"{_W}p")) is not paragraph


def _differs(name: str, at: Place) -> Problem:
    return warning(
        "form-field-differs",
        "The field '{field}' stands in the form several times and says different things; the first counts.",
        "Make them the same.",
        at=at,
        field=name,
    )
