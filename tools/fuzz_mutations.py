"""Changes made to good documents: bytes, parts of containers, XML, tags and words; every one drawn from a seed."""

from __future__ import annotations

import copy
import io
import json
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from lxml import etree

__all__ = ["mutated", "mutated_text"]

_VALUES = (
    "", "0", "-1", "1", "9", "65536", "2147483648", "-99999999999999999999", "1e308", "nan", "inf", "%1%2%9%0", "٣",
    "g 99999999 1", "1 2", "/../../x", "\\", "true", "none", "chineseCounting", "第%1条", "\ud7ff", "x" * 5000,
)  # fmt: skip
_WORDS = (
    "第一条", "第九百九十九条", "第十条之一", "第一章", "（一）", "（二）", "1.", "(a)", "§ 1.1", "Article 1",
    "一、", "附件1",
    "应当", "每半年", "至少", "一次", "每年12月31日前", "负责", "由", "或者", "不得", "本办法所称", "是指",
    "，", "。", "；", "：", "、", "\n", "\r\n", "\t", "\u3000", "\ufeff", "\u202e", "\x0c", "\u2028",
    "”", "“", "《", "》", "（", "）", "(", ")",
    "shall", "each quarter", "within 10 working days of", "the owner", "must not", "every", "十" * 30, "第" * 50,
    "九千九百九十九万", "99999999999999999999", "\U00020000", "|", "-", "*", "xx", "____", "【】", "％", "%", "½",
)  # fmt: skip
_XML = re.compile(r"\.(?:xml|rels)$")
_TAG = re.compile(r"<[^<>]{0,400}>")
_NUMBER = re.compile(rb"\d+")


def mutated(data: bytes, kind: str, draw: Random) -> bytes:
    """Return a document of that kind changed in one to four places, mostly within its own syntax."""
    for _ in range(draw.choice((1, 1, 1, 2, 4))):
        change = draw.choice(_CHANGES.get(kind, (_change_bytes,)))
        data = change(data, draw)
    return data[: 4 * 1024 * 1024]


def mutated_text(text: str, draw: Random) -> str:
    """Return a text changed in up to eight places."""
    for _ in range(draw.randint(1, 8)):
        at, to = sorted((draw.randint(0, len(text)), draw.randint(0, len(text))))
        to = min(to, at + 200)
        piece = draw.choice(
            (
                "",
                draw.choice(_WORDS),
                "".join(draw.choices(_WORDS, k=6)),
                text[at:to] * draw.choice((2, 3, 50)),
                draw.choice(_WORDS) * draw.choice((10, 1000)),
                chr(draw.randint(0, 0x10FFFF)).encode("utf-8", "ignore").decode(),
            )
        )
        keep = at if draw.random() < 0.5 else to
        text = (text[:at] + piece + text[keep:])[:60_000]
    return text


def _change_bytes(data: bytes, draw: Random) -> bytes:
    size = len(data)
    at = draw.randrange(size + 1)
    to = min(size, at + draw.choice((1, 2, 8, 100, 5000)))
    return draw.choice(
        (
            lambda: (
                data[:at] + bytes(b ^ (1 << draw.randrange(8)) for b in data[at : at + 1]) + data[at + 1 :]
            ),
            lambda: data[:at],
            lambda: data[:at] + data[to:],
            lambda: data[:to] + data[at:],
            lambda: data[:at] + data[at:to] * draw.choice((2, 100)) + data[to:],
            lambda: (
                data[:at]
                + draw.choice((b"\xff\xff\xff\xff", b"\0" * 8, b"\x7f\xff\xff\xff"))
                + data[at + 4 :]
            ),
            lambda: data[:at] + draw.randbytes(draw.choice((1, 16))) + data[to:],
        )
    )()


def _change_number(data: bytes, draw: Random) -> bytes:
    found = list(_NUMBER.finditer(data[:200_000]))
    if not found:
        return _change_bytes(data, draw)
    one = draw.choice(found)
    value = draw.choice(
        (b"0", b"-1", b"1", b"99999999", b"2147483648", b"1e99", str(draw.randint(0, 2000)).encode())
    )
    return data[: one.start()] + value + data[one.end() :]


def _change_part(data: bytes, draw: Random) -> bytes:
    """Another part in the container, with sums that are right again."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source:
            parts = [(name, source.read(name)) for name in source.namelist()]
    except (
        zipfile.BadZipFile,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        EOFError,
        zlib.error,
    ):
        return _change_bytes(data, draw)  # changed before
    if not parts:
        return data
    at = draw.randrange(len(parts))
    xml = [n for n, (name, _) in enumerate(parts) if _XML.search(name) and "theme" not in name]
    at = draw.choice(xml) if xml and draw.random() < 0.9 else at
    name, part = parts[at]
    what = draw.random()
    if what < 0.7 and _XML.search(name):
        parts[at] = name, _change_xml(part, draw)
    elif what < 0.85:
        parts[at] = name, _change_bytes(part, draw)
    elif what < 0.9:
        del parts[at]
    elif what < 0.93:
        parts[at] = name + draw.choice(("x", "/", "/../y")), part
    elif what < 0.96:
        parts.append((name, _change_bytes(part, draw)))
    else:
        parts[at] = name, part + b" " * draw.choice((10, 20_000_000))
    out = io.BytesIO()
    packing = draw.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", packing) as target:
        warnings.simplefilter("ignore")  # a name twice is meant
        for written, content in parts:
            target.writestr(written, content)
    return out.getvalue()


def _change_xml(part: bytes, draw: Random) -> bytes:
    try:
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError:
        return _change_bytes(part, draw)
    elements = list(root.iter(etree.Element))
    for _ in range(draw.choice((1, 1, 3, 10))):
        one = draw.choice(elements)
        if one.getparent() is not None:
            draw.choice(_XML_CHANGES)(one, elements, draw)
    return etree.tostring(root)


def _drop(one: etree._Element, _: list[etree._Element], __: Random) -> None:
    parent = one.getparent()
    if parent is not None:
        parent.remove(one)


def _say(one: etree._Element, _: list[etree._Element], draw: Random) -> None:
    if one.attrib and draw.random() < 0.8:
        one.set(draw.choice(list(map(str, one.attrib))), draw.choice(_VALUES))
    else:
        one.text = draw.choice((*_WORDS, *_VALUES[:15])).replace("\x0c", "")


def _repeat(one: etree._Element, _: list[etree._Element], draw: Random) -> None:
    parent = one.getparent()
    if parent is not None and sum(1 for _element in one.iter()) < 500:
        for _times in range(draw.choice((1, 5, 300))):
            parent.append(copy.deepcopy(one))


def _move(one: etree._Element, elements: list[etree._Element], draw: Random) -> None:
    other = draw.choice(elements)
    if other is not one and other not in set(one.iterancestors()):
        one.append(other)


def _nest(one: etree._Element, _: list[etree._Element], draw: Random) -> None:
    for _times in range(draw.choice((3, 200, 2500))):
        one = etree.SubElement(one, one.tag)


_XML_CHANGES = (_drop, _say, _say, _say, _repeat, _move, _nest)


def _change_tags(data: bytes, draw: Random) -> bytes:
    """Tags of a page dropped, doubled, nested deep, given other attributes."""
    text = data.decode("utf-8", "surrogateescape")
    found = list(_TAG.finditer(text[:300_000]))
    if not found:
        return _change_bytes(data, draw)
    one, other = draw.choice(found), draw.choice(found)
    extra = draw.choice((*_HOSTILE_TAGS, other[0], draw.choice(_WORDS)))
    piece = draw.choice(("", one[0] * 2, extra, extra * draw.choice((30, 600)), one[0] + extra))
    changed = text[: one.start()] + piece + text[one.end() :]
    return changed.encode("utf-8", "surrogateescape")


def _change_tree(data: bytes, draw: Random) -> bytes:
    """JSON with values dropped, exchanged, repeated, nested, or of another kind."""
    try:
        root = json.loads(data)
    except (ValueError, RecursionError):
        return _change_bytes(data, draw)
    places = list(_places(root))
    for _ in range(draw.choice((1, 1, 3, 10)) if places else 0):
        holder, key = draw.choice(places)
        other, at = draw.choice(places)
        value = copy.deepcopy(holder[key])
        for _times in range(draw.choice((0, 0, 1, 60))):
            value = draw.choice(([value], {str(key): value}, {"controls": [value]}))
        taken = copy.deepcopy(other[at]) if isinstance(other, dict) and at in other else None
        holder[key] = draw.choice(
            (value, taken, draw.choice(_VALUES), draw.choice(_WORDS), [value] * 50, {}, 7)
        )
    return json.dumps(root).encode()[: 1024 * 1024]


def _places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a tree that holds a value: what holds it, and its key or number."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict | list):
            for key in one if isinstance(one, dict) else range(len(one)):
                yield one, key
                waiting.append(one[key])


def _change_lines(data: bytes, draw: Random) -> bytes:
    """Lines dropped, repeated, moved, indented or with another word in them."""
    lines = data.split(b"\n")
    at, to = draw.randrange(len(lines)), draw.randrange(len(lines))
    said = draw.choice(_WORDS + _YAML_SIGNS).encode("utf-8", "replace")
    head, _, tail = lines[at].partition(b":")
    changed = draw.choice(
        (
            [],
            [lines[at]] * draw.choice((2, 300)),
            [lines[to]],
            [b"  " + lines[at]],
            [lines[at].lstrip()],
            [head + b": " + said],
            [head + b":" + said + tail],
        )
    )
    return b"\n".join([*lines[:at], *changed, *lines[at + 1 :]])


_YAML_SIGNS = (
    "&a", "*a", "!!python/object:x", "|", ">-", "[", "{", "? ", "<<: *a", "~", "'", "#", "---", "%YAML 9", "- - -",
)  # fmt: skip
_HOSTILE_TAGS = (
    "<ol start=9999999999>", "<li value=-5>", "<td rowspan=99999 colspan=99999>", "<table>", "<tr>", "<td>", "<div>",
    "<ul>", "<pre>", "<p style='list-style-type:cjk-decimal;display:none'>", "<a href=x>", "</a>", "</table>", "</ol>",
    "<ol reversed type=i start=4000>", "<main>", "<article>", "<svg>", "<math><mi>", "<template>", "<noscript>",
    "<script>", "<!--", "-->", "<![CDATA[", "&#x110000;", "&#0;", "<frameset>", "<select>", "<option>", "<form>",
)  # fmt: skip
_CHANGES: dict[str, tuple[Callable[[bytes, Random], bytes], ...]] = {
    "zip": (_change_part, _change_part, _change_part, _change_bytes),
    "xlsx": (_change_part, _change_part, _change_bytes),
    "html": (_change_tags, _change_tags, _change_tags, _change_bytes),
    "mht": (_change_tags, _change_bytes),
    "pdf": (_change_bytes, _change_number, _change_number),
    "xml": (_change_xml, _change_xml, _change_xml, _change_tags, _change_bytes),
    "json": (_change_tree, _change_tree, _change_tree, _change_bytes),
    "yaml": (_change_lines, _change_lines, _change_bytes),
}
