"""A form that is a workbook: its sheets, cells, texts and names."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from remit.files.form_cells import column_number, split_cell
from remit.files.form_container import FormContainer, needed
from remit.files.form_field import Value, is_number, value_text

__all__ = ["BookSheet", "FormBook", "S", "cell_text", "cell_value", "set_cell"]

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_HEX = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_WRITTEN_HEX = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A worksheet: its name, its part, and the root of its XML."""

    name: str
    part: str
    root: etree._Element

    def rows(self) -> list[etree._Element]:
        """Return the rows that there are, in order."""
        return list(self.root.iterfind(f"{S}sheetData/{S}row"))

    def cells(self) -> Iterator[tuple[str, etree._Element]]:
        """Yield the cells that there are with their references."""
        for cell in self.root.iterfind(f"{S}sheetData/{S}row/{S}c"):
            yield cell.get("r", ""), cell

    def cell(self, ref: str) -> etree._Element:
        """Return a cell; it is made where there is none."""
        letters, number = split_cell(ref)
        data = needed(self.root.find(f"{S}sheetData"))
        row = next((one for one in self.rows() if one.get("r") == str(number)), None)
        if row is None:
            after = [one for one in self.rows() if int(one.get("r", "0")) > number]
            row = etree.Element(f"{S}row", r=str(number))
            if after:
                after[0].addprevious(row)
            else:
                data.append(row)
        plain = f"{letters}{number}"
        for cell in row.iterfind(f"{S}c"):
            there = split_cell(cell.get("r", ""))[0]
            if there == letters:
                return cell
            if column_number(there) > column_number(letters):
                made = etree.Element(f"{S}c", r=plain)
                cell.addprevious(made)
                return made
        return etree.SubElement(row, f"{S}c", r=plain)


class FormBook:
    """A workbook in a container: sheets in order, shared texts, defined names."""

    def __init__(self, form: FormContainer) -> None:
        self.form = form
        self.root = needed(form.root("xl/workbook.xml"))
        self.sheets = tuple(self._sheets())
        self.shared = tuple(self._shared())
        self._values: dict[str, dict[str, etree._Element]] = {}

    def _sheets(self) -> Iterator[BookSheet]:
        relations = self.form.root("xl/_rels/workbook.xml.rels")
        targets = {one.get("Id"): one.get("Target", "") for one in relations} if relations is not None else {}
        for sheet in self.root.iterfind(f"{S}sheets/{S}sheet"):
            target = targets.get(sheet.get(f"{_R}id"), "")
            part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
            root = self.form.root(part)
            if root is not None and root.tag == f"{S}worksheet":
                yield BookSheet(sheet.get("name", ""), part, root)

    def _shared(self) -> Iterator[str]:
        root = self.form.root("xl/sharedStrings.xml")
        for item in root.iterfind(f"{S}si") if root is not None else ():
            yield _joined(item)

    def value(self, sheet: BookSheet, ref: str) -> Value:
        """Return what stands in a cell of a workbook that is only read."""
        if sheet.name not in self._values:
            self._values[sheet.name] = dict(sheet.cells())
        return cell_value(self._values[sheet.name].get(ref), self.shared)

    def names(self) -> dict[str, str]:
        """Return what defined names of the whole workbook refer to."""
        return {
            one.get("name", ""): (one.text or "").strip()
            for one in self.root.iterfind(f"{S}definedNames/{S}definedName")
            if one.get("localSheetId") is None
        }

    def define(self, name: str, refers: str) -> None:
        """Add a hidden name."""
        names = self.root.find(f"{S}definedNames")
        if names is None:
            names = etree.Element(f"{S}definedNames")
            before = self.root.find(f"{S}externalReferences")
            needed(before if before is not None else self.root.find(f"{S}sheets")).addnext(names)
        made = etree.SubElement(names, f"{S}definedName", name=name, hidden="1")
        made.text = refers

    def sheet(self, name: str) -> BookSheet | None:
        """Return a sheet by its name, None where there is none."""
        return next((one for one in self.sheets if one.name == name), None)


def cell_text(cell: etree._Element, shared: tuple[str, ...]) -> str:
    """Return the text that stands in a cell; empty for numbers, formulas and the like."""
    if cell.find(f"{S}f") is not None:
        return ""
    value = cell_value(cell, shared)
    return value if isinstance(value, str) and cell.get("t") in {"s", "inlineStr", "str"} else ""


def cell_value(cell: etree._Element | None, shared: tuple[str, ...]) -> Value:
    """Return what a cell holds: a text, or a number."""
    if cell is None:
        return ""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find(f"{S}is")
        return _joined(inline) if inline is not None else ""
    said = cell.findtext(f"{S}v") or ""
    if kind == "s":
        return shared[int(said)] if said.isdigit() and int(said) < len(shared) else ""
    if kind != "n" or not said:
        return _decoded(said)
    number = float(said)
    return int(number) if number.is_integer() and "e" not in said.lower() and "." not in said else number


def set_cell(cell: etree._Element, value: Value) -> None:
    """Write a text or a number into a cell; its format stays. A text is never a formula, whatever it begins with."""
    for child in list(cell):
        if child.tag in {f"{S}v", f"{S}f", f"{S}is"}:
            cell.remove(child)
    if is_number(value):
        cell.attrib.pop("t", "")
        etree.SubElement(cell, f"{S}v").text = repr(value)
        return
    cell.set("t", "inlineStr")
    text = etree.SubElement(etree.SubElement(cell, f"{S}is"), f"{S}t")
    text.text = _HEX.sub("_x005F_", value_text(value))
    text.set(_SPACE, "preserve")


def _joined(item: etree._Element) -> str:
    """The text of a shared or inline string, without what helps to pronounce it."""
    return _decoded(
        "".join(
            text.text or ""
            for text in item.iter(f"{S}t")
            if not any(above.tag == f"{S}rPh" for above in text.iterancestors())
        )
    )


def _decoded(text: str) -> str:
    return _WRITTEN_HEX.sub(lambda found: chr(int(found[1], 16)), text)
