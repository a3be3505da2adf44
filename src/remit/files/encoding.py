"""Bytes into text: which encoding a plain-text file is written in, and where it goes wrong."""

from __future__ import annotations

import codecs

from remit.core.problem import Place, Problem, error, note
from remit.files.refusal import binary

__all__ = ["decode_declared", "decode_text"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSES = ("gb18030", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "big5", "cp1252")
_NAMED_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
}
_SAMPLE = 65_536
_PLAUSIBLE = 0.9
_LATIN_SIGNS = frozenset("§¶©®°±·£€«»‘’“”–—…•¼½¾×àáâäçèéêëìíîïñòóôöùúûüßÀÁÂÄÇÈÉÊËÍÎÏÑÓÔÖÚÜ\u00a0")
_REMEDY = "Open it in the program that wrote it and save it as plain text in UTF-8."


def decode_text(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of `data` with line ends as LF, and what had to be assumed.

    Byte order marks decide; then valid UTF-8; then the most plausible of GB18030, Big5, UTF-16 and UTF-32 without a
    mark, and Windows-1252. An error-level problem comes with an empty text. Offsets into the text count code points
    after CR LF and CR have become LF; nothing else is changed.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], name)
    if b"\0" not in data:
        try:
            return _checked(data.decode("utf-8"), ())
        except UnicodeDecodeError as fault:
            if found := _decode_broken_utf8(data, fault):
                return found
    return _decode_guessed(data)


def decode_declared(data: bytes, declared: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a page that names its encoding; where the bytes are not in it, they decide as in plain text.

    GB2312 and GBK are read as GB18030, which contains them, and Latin-1 as Windows-1252, as browsers do.
    """
    if not data.startswith(tuple(mark for mark, _ in _MARKS)):
        try:
            name = _NAMED_WIDER.get(codecs.lookup(declared).name, declared) if declared else ""
            if name and not name.startswith("utf-16"):
                return _checked(data.decode(name), ())
        except (LookupError, UnicodeError, ValueError):
            pass
    return decode_text(data)


def _decode_marked(data: bytes, name: str) -> tuple[str, tuple[Problem, ...]]:
    try:
        return _checked(data.decode(name), ())
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode(name, "replace")
        if fault.start >= len(data) - 4:
            return _checked(before, (_cut(before),))
        return "", (_invalid(before, name.upper()),)


def _decode_broken_utf8(data: bytes, fault: UnicodeDecodeError) -> tuple[str, tuple[Problem, ...]] | None:
    """Text that is UTF-8 but for its cut-off end or a few bytes; None when it looks like something else."""
    before = data[: fault.start].decode("utf-8")
    if fault.start >= len(data) - 3 and fault.reason == "unexpected end of data":
        if _plausibility(before) > _plausibility(_tried(data, "gb18030")):
            return _checked(before, (_cut(before),))
        return None
    sample = data[:_SAMPLE].decode("utf-8", "replace")
    many_bytes = sum(c > "\x7f" and c != "\ufffd" for c in sample)
    if many_bytes > 20 * sample.count("\ufffd"):
        return "", (_invalid(before, "UTF-8"),)
    return None


def _decode_guessed(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    scored = [(_plausibility(_tried(data, name), name), name) for name in _GUESSES]
    score, name = max(scored, key=lambda pair: pair[0])
    if score < _PLAUSIBLE:
        return "", (binary(),)
    try:
        text = data.decode(name)
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode(name, "replace")
        if fault.start >= len(data) - 4:
            return _checked(before, (_cut(before),))
        return "", (_invalid(before, name.upper()),)
    said = note("file-encoding", "Read as {encoding}.", "Save it as UTF-8 to be sure.", encoding=name.upper())
    return _checked(text, (said,))


def _tried(data: bytes, name: str) -> str:
    """The sample as that encoding has it, as far as it goes."""
    sample = data[:_SAMPLE]
    decoder = codecs.getincrementaldecoder(name)("strict" if name != "cp1252" else "replace")
    try:
        return decoder.decode(sample)
    except UnicodeDecodeError as fault:
        good = sample[: fault.start].decode(name, "ignore")
        return good if fault.start > len(sample) * 0.9 else ""


def _plausibility(text: str, encoding: str = "") -> float:
    """The share of characters that ordinary texts in an encoding consist of, 0 when control characters occur."""
    if not text or any(c < " " and c not in "\t\n\r\f\x0b" for c in text):
        return 0.0
    usual = {"cp1252": _is_usual_latin, "big5": _is_usual_traditional}.get(encoding, _is_usual)
    return sum(map(usual, text)) / len(text)


def _is_usual(c: str) -> bool:
    if c < "\x7f":
        return True
    if "一" <= c <= "\u9fff":
        try:
            return 0xB0 <= c.encode("gb2312")[0] <= 0xD7
        except UnicodeEncodeError:
            return False
    return "\u3000" <= c <= "\u303f" or "\uff01" <= c <= "\uff5e" or c in "·—‘’“”…§±×÷①②③④⑤⑥⑦⑧⑨⑩"


def _is_usual_traditional(c: str) -> bool:
    """As Big5 sorts them: the frequent characters first."""
    if "一" <= c <= "\u9fff":
        try:
            return 0xA4 <= c.encode("big5")[0] <= 0xC6
        except UnicodeEncodeError:
            return False
    return _is_usual(c)


def _is_usual_latin(c: str) -> bool:
    return c < "\x7f" or c in _LATIN_SIGNS


def _checked(text: str, problems: tuple[Problem, ...]) -> tuple[str, tuple[Problem, ...]]:
    if "\0" in text:
        return "", (binary(),)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, problems


def _end(text: str) -> Place:
    """The place just behind the text."""
    text = text.replace("\r\n", "\n")
    return Place(line=text.count("\n") + 1, column=len(text) - text.rfind("\n"))


def _cut(before: str) -> Problem:
    return error(
        "file-truncated",
        "The file ends in the middle of a character: something is missing at its end.",
        "Get the file again; what there is was read.",
        at=_end(before),
    )


def _invalid(before: str, encoding: str) -> Problem:
    return error(
        "file-encoding",
        "From here on the bytes are not valid {encoding}.",
        _REMEDY,
        at=_end(before),
        encoding=encoding,
    )
