"""A form's container: its parts as XML, and written anew with those that were changed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from lxml import etree

from remit.files.form_field import external
from remit.files.refusal import RefusedError, bomb, damaged
from remit.files.unzip import open_container, parse_part, read_part

__all__ = ["FormContainer", "needed"]

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MOST = 64 * 1024 * 1024


class FormContainer:
    """The parts of an office document that somebody hands in; refuses macros and what would load from outside."""

    def __init__(self, data: bytes) -> None:
        self.container = open_container(data)
        self.names = tuple(dict.fromkeys(self.container.namelist()))
        self._roots: dict[str, etree._Element] = {}
        self._removed: set[str] = set()
        self._refuse_active()

    def root(self, name: str) -> etree._Element | None:
        """Return a part as XML, to be read or changed; None where there is none."""
        if name not in self._roots:
            found = parse_part(self.container, name)
            if found is None:
                return None
            self._roots[name] = found
        return self._roots[name]

    def remove(self, name: str) -> None:
        """Leave a part out of what is written."""
        self._removed.add(name)

    def drop_calculation_chain(self) -> None:
        """Leave out the order in which a workbook's formulas are computed: it is made anew when it is opened."""
        chain = "xl/calcChain.xml"
        if chain not in self.names:
            return
        self.remove(chain)
        for part, attribute in (
            ("[Content_Types].xml", "PartName"),
            ("xl/_rels/workbook.xml.rels", "Target"),
        ):
            root = self.root(part)
            for one in list(root) if root is not None else ():
                if one.get(attribute, "").endswith("calcChain.xml") and root is not None:
                    root.remove(one)

    def written(self) -> bytes:
        """Return the container with the parts as they are now."""
        stream = io.BytesIO()
        size = 0
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
            for name in self.names:
                if name in self._removed or name.endswith("/"):
                    continue
                root = self._roots.get(name)
                data = _serialised(root) if root is not None else read_part(self.container, name) or b""
                size += len(data)
                if size > _MOST:
                    raise RefusedError(bomb())
                made.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
        return stream.getvalue()

    def _refuse_active(self) -> None:
        if any(name.lower().endswith("vbaproject.bin") for name in self.names):
            raise RefusedError(external("vbaProject"))
        for name in self.names:
            if name.endswith(".rels"):
                self._refuse_links(name)

    def _refuse_links(self, name: str) -> None:
        root = parse_part(self.container, name)
        for one in root.iter(_RELATIONS) if root is not None else ():
            kind = one.get("Type", "").rpartition("/")[2]
            if one.get("TargetMode") == "External" and kind != "hyperlink":
                raise RefusedError(external(kind))

    def parts(self, start: str, *, end: str = ".xml") -> Iterable[str]:
        """Return the names of parts by how they begin and end."""
        return [name for name in self.names if name.startswith(start) and name.endswith(end)]


def needed(found: etree._Element | None) -> etree._Element:
    """Return what every form of its kind has; RefusedError where this one lacks it."""
    if found is None:
        raise RefusedError(damaged())
    return found


def _serialised(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
