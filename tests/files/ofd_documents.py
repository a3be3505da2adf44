"""OFD files made for the tests, in the shapes that different writers give them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

NAMESPACE = "http://www.ofdspec.org/2016"
SIZE, PITCH, LEFT, TOP, ACROSS, DOWN = 5.6, 10.0, 28.0, 37.0, 27, 22


@dataclass(frozen=True, slots=True)
class Row:
    """A line as it is printed: where it begins and its letters."""

    x: float
    y: float
    text: str


def laid_out(text: str, *, indent: bool = True) -> Iterator[list[Row]]:
    """The text in pages of rows, paragraphs indented by two letters; letters of half width take half the room."""
    rows: list[Row] = []
    for paragraph in text.splitlines():
        room, row, begin = 2.0 * indent, "", 2.0 * indent
        for letter in paragraph:
            wide = width(letter)
            if room + wide > ACROSS:
                rows.append(Row(LEFT + begin * SIZE, 0, row))
                room, row, begin = 0.0, "", 0.0
            row += letter
            room += wide
        rows.append(Row(LEFT + begin * SIZE, 0, row))
    for first in range(0, len(rows), DOWN):
        yield [Row(r.x, TOP + PITCH * n, r.text) for n, r in enumerate(rows[first : first + DOWN])]


def width(letter: str) -> float:
    return 1.0 if ord(letter) > 0x2000 else 0.5


def whole_line(row: Row) -> str:
    """One text object a line, one text code, steps written out."""
    steps = " ".join(f"{SIZE * width(c):g}" for c in row.text[:-1])
    return _object(row, f'<TextCode X="0" Y="{SIZE}" DeltaX="{steps}">{escape(row.text)}</TextCode>')


def grouped_steps(row: Row) -> str:
    """The steps in the short form, `g` count step, where the letters are equally wide."""
    groups: list[list[float]] = []
    for c in row.text[:-1]:
        step = SIZE * width(c)
        if groups and groups[-1][1] == step:
            groups[-1][0] += 1
        else:
            groups.append([1, step])
    steps = " ".join(f"g {int(n)} {step:g}" if n > 1 else f"{step:g}" for n, step in groups)
    return _object(row, f'<TextCode X="0" Y="{SIZE}" DeltaX="{steps}">{escape(row.text)}</TextCode>')


def letter_codes(row: Row) -> str:
    """A text code for every letter."""
    codes, x = "", 0.0
    for c in row.text:
        codes += f'<TextCode X="{x:g}" Y="{SIZE}">{escape(c)}</TextCode>'
        x += SIZE * width(c)
    return _object(row, codes)


def letter_objects(row: Row) -> str:
    """A text object for every letter, without blanks, from right to left."""
    made, x = [], row.x
    for c in row.text:
        if not c.isspace():
            made.append(whole_line(Row(x, row.y, c)))
        x += SIZE * width(c)
    return "".join(reversed(made))


def split_runs(row: Row) -> str:
    """Runs of five letters; the first without steps, as widths say enough."""
    made, x = "", row.x
    for at in range(0, len(row.text), 5):
        run = row.text[at : at + 5]
        made += _object(Row(x, row.y, run), f'<TextCode X="0" Y="{SIZE}">{escape(run)}</TextCode>')
        x += SIZE * sum(map(width, run))
    return made


def scaled(row: Row) -> str:
    """Letters of size 1 made larger by the matrix, in a boundary around the whole page."""
    steps = " ".join(f"{width(c):g}" for c in row.text[:-1])
    code = f'<TextCode X="0" Y="0" DeltaX="{steps}">{escape(row.text)}</TextCode>'
    matrix = f"{SIZE} 0 0 {SIZE} {row.x:g} {row.y + SIZE:g}"
    return f'<TextObject ID="1" Boundary="0 0 210 297" Font="1" Size="1" CTM="{matrix}">{code}</TextObject>'


SHAPES: tuple[Callable[[Row], str], ...] = (
    whole_line,
    grouped_steps,
    letter_codes,
    letter_objects,
    split_runs,
    scaled,
)


def ofd_bytes(
    *texts: str,
    shape: Callable[[Row], str] = whole_line,
    prefix: str = "ofd:",
    absolute: bool = False,
    head: str = "",
    indent: bool = True,
    extra: str = "",
    parts: dict[str, bytes] | None = None,
) -> bytes:
    """Texts as the documents of one OFD file; `head` stands on a template of every page, `extra` in every page."""
    files: dict[str, str] = {}
    bodies = ""
    for number, text in enumerate(texts):
        folder = f"Doc_{number}"
        root = f"/{folder}/" if absolute else ""
        pages = ""
        for at, rows in enumerate(laid_out(text, indent=indent)):
            foot = whole_line(Row(100, 280, f"- {at + 1} -"))
            content = "".join(map(shape, rows)) + foot
            template = '<Template TemplateID="9" ZOrder="Background"/>' if head else ""
            files[f"{folder}/Pages/Page_{at}/Content.xml"] = (
                f"<Page>{template}<Content><Layer><PageBlock>{content}</PageBlock>{extra}</Layer></Content></Page>"
            )
            pages += f'<Page ID="{at + 1}" BaseLoc="{root}Pages/Page_{at}/Content.xml"/>'
        over = f'<TemplatePage ID="9" BaseLoc="{root}Tpls/Tpl_0/Content.xml"/>' if head else ""
        files[f"{folder}/Tpls/Tpl_0/Content.xml"] = (
            f"<Page><Content><Layer>{whole_line(Row(60, 15, head or ' '))}</Layer></Content></Page>"
        )
        area = "<PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea>"
        files[f"{folder}/Document.xml"] = (
            f"<Document><CommonData>{area}{over}</CommonData><Pages>{pages}</Pages></Document>"
        )
        bodies += f"<DocBody><DocRoot>{'/' * absolute}{folder}/Document.xml</DocRoot></DocBody>"
    files["OFD.xml"] = f'<OFD Version="1.0" DocType="OFD">{bodies}</OFD>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, written in files.items():
            target.writestr(name, (parts or {}).get(name, _spaced(written, prefix).encode()))
    return out.getvalue()


def _object(row: Row, codes: str) -> str:
    wide = SIZE * sum(map(width, row.text))
    boundary = f"{row.x:g} {row.y:g} {wide:g} {SIZE * 1.3:g}"
    return f'<TextObject ID="1" Boundary="{boundary}" Font="1" Size="{SIZE}">{codes}</TextObject>'


def _spaced(written: str, prefix: str) -> str:
    """The element names in OFD's namespace: with a prefix, or as the default namespace."""
    named = written.replace("</", "\0").replace("<", f"<{prefix}").replace("\0", f"</{prefix}")
    declared = f'xmlns:{prefix[:-1]}="{NAMESPACE}"' if prefix else f'xmlns="{NAMESPACE}"'
    end = min(named.index(sign) for sign in (" ", ">") if sign in named)
    return f'<?xml version="1.0" encoding="UTF-8"?>{named[:end]} {declared}{named[end:]}'
