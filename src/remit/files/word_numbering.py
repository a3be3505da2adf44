"""Automatic numbers of a Word document: what Word prints before a paragraph although its text does not contain it.

Follows ECMA-376 part 1, 17.9: a paragraph names a list (numId) and a level, itself or through its style; the list
instance points to an abstract list, whose counters all its instances share unless they override a start.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from remit.files.number_format import format_number

__all__ = ["Numbering", "Styles", "W", "is_on", "value_of"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%([1-9])")
_BACK_TO_TEXT = frozenset("、。．，：；）】〕」』）)．")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: where it starts, how it looks, and after which upper level it starts anew."""

    start: int = 1
    style: str = "decimal"
    pattern: str = ""
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False


@dataclass(slots=True)
class _Abstract:
    levels: dict[int, _Level] = field(default_factory=dict)
    by_style: dict[str, int] = field(default_factory=dict)
    style_link: str = ""
    counters: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Instance:
    abstract: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, _Level] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)


class Styles:
    """Paragraph styles: what they inherit from each other, and the list each belongs to."""

    def __init__(self, root: etree._Element | None) -> None:
        self.names: dict[str, str] = {}
        self.default = ""
        self._parents: dict[str, str] = {}
        self._hidden: dict[str, bool] = {}
        self._lists: dict[str, tuple[str | None, int | None]] = {}
        for style in root.iterfind(f"{W}style") if root is not None else ():
            self._add(style)

    def _add(self, style: etree._Element) -> None:
        code = style.get(f"{W}styleId", "")
        self.names[code] = value_of(style, "name").lower()
        self._parents[code] = value_of(style, "basedOn")
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}:
            self.default = code
        vanish = style.find(f"{W}rPr/{W}vanish")
        if vanish is not None:
            self._hidden[code] = is_on(vanish)
        numbers = style.find(f"{W}pPr/{W}numPr")
        if numbers is not None:
            level = value_of(numbers, "ilvl")
            self._lists[code] = value_of(numbers, "numId") or None, int(level) if level.isdecimal() else None

    def line(self, code: str) -> list[str]:
        """Return the style and those it is based on, nearest first."""
        found: list[str] = []
        while code and code not in found:
            found.append(code)
            code = self._parents.get(code, "")
        return found

    def hides(self, code: str) -> bool:
        """Return whether text in a style is hidden."""
        return next((self._hidden[style] for style in self.line(code) if style in self._hidden), False)

    def list_of(self, code: str) -> tuple[str, str, int | None] | None:
        """Return list, the style that names it, and level; None where no style in the line belongs to a list."""
        level: int | None = None
        for style in self.line(code):
            number, own = self._lists.get(style, (None, None))
            level = own if level is None else level
            if number is not None:
                return number, style, level
        return None


class Numbering:
    """The document's lists with their running counters: ask once a paragraph, in document order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self.styles = styles
        self._abstracts: dict[str, _Abstract] = {}
        self._instances: dict[str, _Instance] = {}
        self._linked: dict[str, str] = {}
        if root is not None:
            self._read(root)

    def label(self, paragraph: etree._Element) -> str:
        """Return the number printed before this paragraph and what separates it from the text, else ""."""
        found = self._list_and_level(paragraph)
        if found is None:
            return ""
        code, depth = found
        instance = self._instances[code]
        abstract = self._abstract_of(instance)
        if abstract is None:
            return ""
        self._count(instance, abstract, depth)
        return self._printed(instance, abstract, depth)

    def _list_and_level(self, paragraph: etree._Element) -> tuple[str, int] | None:
        properties = paragraph.find(f"{W}pPr")
        style = (value_of(properties, "pStyle") if properties is not None else "") or self.styles.default
        inherited = self.styles.list_of(style)
        numbers = properties.find(f"{W}numPr") if properties is not None else None
        own = value_of(numbers, "numId") if numbers is not None else ""
        written = value_of(numbers, "ilvl") if numbers is not None else ""
        depth = int(written) if written.isdecimal() else None
        if not own and inherited is None:
            return None
        code = own or (inherited[0] if inherited else "")
        if code not in self._instances:  # 0 takes a paragraph out of its style's list
            return None
        if depth is None and inherited and code == inherited[0]:
            depth = self._level_of_style(code, inherited[1], inherited[2])
        return code, min(depth or 0, _LEVELS - 1)

    def _level_of_style(self, code: str, style: str, level: int | None) -> int:
        abstract = self._abstract_of(self._instances[code])
        return (abstract.by_style.get(style) if abstract else None) or level or 0

    def _count(self, instance: _Instance, abstract: _Abstract, depth: int) -> None:
        """Step the counter of this level and set back the deeper ones."""
        counters = abstract.counters
        if depth in instance.starts and depth not in instance.begun:
            counters[depth] = instance.starts[depth]
        elif depth in counters:
            counters[depth] += 1
        else:
            counters[depth] = self._level(instance, abstract, depth).start
        instance.begun.add(depth)
        for deeper in [d for d in counters if d > depth]:
            restart = self._level(instance, abstract, deeper).restart
            if restart is None or (restart > 0 and depth < restart):
                del counters[deeper]

    def _printed(self, instance: _Instance, abstract: _Abstract, depth: int) -> str:
        level = self._level(instance, abstract, depth)
        if level.style in {"bullet", "none"} and "%" not in level.pattern:
            return ""

        def number(place: re.Match[str]) -> str:
            above = int(place[1]) - 1
            shown = self._level(instance, abstract, above)
            counted = abstract.counters.get(above, shown.start)
            return format_number(counted, "decimal" if level.legal else shown.style)

        label = _PLACE.sub(number, level.pattern).strip()
        return label + _separator(label, level.suffix) if label else ""

    def _level(self, instance: _Instance, abstract: _Abstract, depth: int) -> _Level:
        return instance.levels.get(depth) or abstract.levels.get(depth) or _Level()

    def _abstract_of(self, instance: _Instance) -> _Abstract | None:
        """The abstract list; one that only links to a list style is followed there."""
        abstract = self._abstracts.get(instance.abstract)
        if abstract is None or not abstract.style_link:
            return abstract
        return self._abstracts.get(self._linked.get(abstract.style_link, ""), abstract)

    def _read(self, root: etree._Element) -> None:
        for element in root.iterfind(f"{W}abstractNum"):
            code = element.get(f"{W}abstractNumId", "")
            abstract = _Abstract(style_link=value_of(element, "numStyleLink"))
            for written in element.iterfind(f"{W}lvl"):
                depth = _depth(written)
                abstract.levels[depth] = _read_level(written)
                if style := value_of(written, "pStyle"):
                    abstract.by_style[style] = depth
            self._abstracts[code] = abstract
            if link := value_of(element, "styleLink"):
                self._linked[link] = code
        for element in root.iterfind(f"{W}num"):
            instance = _Instance(value_of(element, "abstractNumId"))
            for override in element.iterfind(f"{W}lvlOverride"):
                self._override(instance, override)
            self._instances[element.get(f"{W}numId", "")] = instance

    def _override(self, instance: _Instance, override: etree._Element) -> None:
        depth = _depth(override)
        written = override.find(f"{W}lvl")
        if written is not None:
            instance.levels[depth] = _read_level(written)
            instance.starts[depth] = instance.levels[depth].start
        start = value_of(override, "startOverride")
        if start.isdecimal():
            instance.starts[depth] = int(start)
            if depth in instance.levels:
                instance.levels[depth] = replace(instance.levels[depth], start=int(start))


def value_of(element: etree._Element, child: str) -> str:
    """Return the `w:val` of a child element, "" where there is none."""
    found = element.find(f"{W}{child}")
    return found.get(f"{W}val", "") if found is not None else ""


def is_on(switch: etree._Element | None) -> bool:
    """Return whether a switch such as `w:vanish` is there and on."""
    return switch is not None and switch.get(f"{W}val", "1") not in {"0", "false", "off"}


def _read_level(written: etree._Element) -> _Level:
    start, restart = value_of(written, "start"), value_of(written, "lvlRestart")
    return _Level(
        start=int(start) if start.isdecimal() else 0 if written.find(f"{W}start") is not None else 1,
        style=_style_of(written),
        pattern=value_of(written, "lvlText"),
        suffix=value_of(written, "suff") or "tab",
        restart=int(restart) if restart.isdecimal() else None,
        legal=is_on(written.find(f"{W}isLgl")),
    )


def _style_of(written: etree._Element) -> str:
    """The number format; one of the newer kind is written out, such as 001, 002, 003."""
    custom = written.find(f".//{W}numFmt[@{W}format]")
    if custom is not None and (zeros := re.match(r"0*1(?=\D)", custom.get(f"{W}format", ""))):
        return f"zeros{len(zeros[0])}"
    return value_of(written, "numFmt") or "decimal"


def _depth(element: etree._Element) -> int:
    written = element.get(f"{W}ilvl", "0")
    return int(written) if written.isdecimal() else 0


def _separator(label: str, suffix: str) -> str:
    """A blank after 第一条 and 1., none after marks that take their own room in Chinese."""
    if suffix == "nothing" or (label[-1] in _BACK_TO_TEXT and not label[-1].isascii()):
        return ""
    return " "
