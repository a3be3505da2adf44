"""Structured catalogs as text with an outline: what is read from them cites the text that is laid out here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from remit.core.clause import Clause, Heading, Outline
from remit.core.problem import Place, Problem, warning
from remit.files.refusal import RefusedError, bomb
from remit.files.unit_tree import number_end
from remit.reading.draft import PREAMBLE
from remit.reading.numeral import write_chinese
from remit.reading.structure import outline
from remit.reading.title import ends_open, has_chinese

__all__ = ["DEEPEST", "Entry", "Findings", "cleaned", "lay_out"]

DEEPEST = 40
"""How many levels of a catalog are read; what lies deeper is refused."""

_LARGEST = 16 * 1024 * 1024
_MOST_FINDINGS = 100
_LONGEST_LABEL = 60
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029\ufeff\ud800-\udfff]")
_HALVES = re.compile("[\ud800-\udfff]")
_PARAGRAPH = re.compile(r"第([一二三四五六七八九十]+)款")


@dataclass(slots=True, eq=False)
class Entry:
    """A group, control, statement, item or requirement: its number, its title, its words and what lies below it.

    `exact`: the words are those of a text that Remit itself wrote out, number included; nothing is put before them and
    they are one clause. `apart`: it does not continue the sentence above it.
    """

    label: str = ""
    title: str = ""
    words: str = ""
    exact: bool = False
    apart: bool = False
    children: list[Entry] = field(default_factory=list)


@dataclass(slots=True)
class Findings:
    """Problems found on the way, as many as a person would read."""

    problems: list[Problem] = field(default_factory=list)
    more: int = 0

    def add(self, problem: Problem) -> None:
        """Keep a problem; after the first hundred only count."""
        if len(self.problems) < _MOST_FINDINGS:
            self.problems.append(problem)
        else:
            self.more += 1

    def all(self) -> tuple[Problem, ...]:
        """Return what was kept, and how many more there were."""
        if not self.more:
            return tuple(self.problems)
        rest = warning(
            "catalog-more",
            "{count} more findings of this file are not listed.",
            "Correct the first ones and read it again.",
            count=self.more,
        )
        return (*self.problems, rest)

    def wrong_kind(self, where: str, name: str) -> None:
        """Note a field that holds something of another kind."""
        self.add(
            warning(
                "catalog-value",
                "'{field}' is not what belongs here: it was left out.",
                "Look at the file's format, or ask where it came from.",
                at=Place(ref=where),
                field=name,
            )
        )

    def twice(self, where: str) -> None:
        """Note an identifier that comes again."""
        self.add(
            warning(
                "catalog-twice",
                "The identifier '{id}' is used more than once: each is kept as a clause of its own.",
                "Correct the file, so that links to it are plain.",
                at=Place(ref=where),
                id=where,
            )
        )

    def too_deep(self, where: str) -> None:
        """Note that something lies too deep to be read."""
        self.add(
            warning(
                "catalog-depth",
                "What lies below '{id}' is nested more than {limit} levels deep: it was not read.",
                "No regulation is so deep; look at the file.",
                at=Place(ref=where),
                id=where,
                limit=DEEPEST,
            )
        )


def cleaned(text: str) -> str:
    """Return text without outer white space, line ends as LF, signs that no text prints as spaces."""
    return _UNPRINTABLE.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _kept(text: str) -> str:
    """Text as it was written out; half characters cannot be printed at all."""
    return _HALVES.sub("\ufffd", text.replace("\r", "\n")).strip()


def lay_out(front: Iterable[str], entries: Iterable[Entry]) -> tuple[str, Outline]:
    """Return the text of a catalog, title lines first, and its outline.

    A number is printed before the words unless they begin with it. Words of several paragraphs, or with a list in
    them, become a clause each. Raises RefusedError where the text would be larger than any document.
    """
    page = _Page()
    for line in front:
        if flat := " ".join(cleaned(line).split()):
            page.headings.append(Heading((), *page.print(flat)))
    page.lay(entries, (), None)
    return "".join(page.pieces), Outline(tuple(page.headings), tuple(page.clauses))


@dataclass(slots=True)
class _Page:
    """What has been laid out so far: pieces of text, and headings and clauses as spans into it."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    headings: list[Heading] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)

    def print(self, words: str) -> tuple[int, int]:
        """Add a line or paragraphs and return where they stand."""
        start = self.length
        self.length += len(words) + 1
        if self.length > _LARGEST:
            raise RefusedError(bomb())
        self.pieces += (words, "\n")
        return start, start + len(words)

    def lay(self, entries: Iterable[Entry], above: tuple[str, ...], lead: int | None) -> None:
        """Lay out the entries of one level below `above`; `lead` is the clause that they are items of."""
        unnumbered = 0
        for entry in entries:
            label = " ".join(cleaned(entry.label).split())
            words = _kept(entry.words) if entry.exact else cleaned(entry.words)
            title = " ".join(cleaned(entry.title).split())
            if len(label) > _LONGEST_LABEL:
                label, words = "", f"{label} {words}".strip()
            if not label and words:
                unnumbered += 1
                label = f"第{write_chinese(unnumbered)}款"
            ref = (*above, label) if label else above
            headed = bool(title) and title.casefold() != label.casefold()
            if headed:
                self.headings.append(Heading(ref, *self.print(_numbered(label, title))))
            own = lead if _continues(entry, label) else None
            if words:
                if not headed and not entry.exact:
                    words = _numbered(label, words)
                own = self._lay_words(words, ref, own, split=not entry.exact)
            self.lay(entry.children, ref, own)
            if ref == (PREAMBLE,):  # what it announces follows beside it
                lead = len(self.clauses) - 1 if ends_open(self.pieces[-2][-8:]) else None

    def _lay_words(self, words: str, ref: tuple[str, ...], lead: int | None, *, split: bool) -> int:
        """Place the clauses of one entry; return the position of its last own paragraph, which items hang under."""
        body = number_end(words, ref)
        start, end = self.print(words)
        first = len(self.clauses)
        inner = _inner(words[body:]) if split and "\n" in words else None
        if inner is None:
            self.clauses.append(Clause(ref, start, end, start + body, lead))
            return first
        last = first
        for heading in inner.headings:
            at = start + body + heading.start if heading.start else start
            self.headings.append(Heading((*ref, *heading.ref[1:]), at, start + body + heading.end))
        for clause in inner.clauses:
            if len(clause.ref) == 1 or (len(clause.ref) == 2 and _PARAGRAPH.fullmatch(clause.ref[1])):
                last = len(self.clauses)
            whole = (*ref, *clause.ref[1:])
            at = start + body + clause.start if clause.start else start
            above = lead if clause.lead is None and clause.start == 0 else None
            above = above if clause.lead is None else first + clause.lead
            self.clauses.append(
                Clause(whole, at, start + body + clause.end, start + body + clause.body, above)
            )
        return last


def _continues(entry: Entry, label: str) -> bool:
    """Say whether an entry may be an item of the sentence above: no second paragraph is."""
    paragraph = _PARAGRAPH.fullmatch(label)
    return not entry.apart and (paragraph is None or paragraph[1] == "一")


def _numbered(label: str, words: str) -> str:
    """The words with their number before them, where it is one that is printed and they do not begin with it."""
    if not label or _PARAGRAPH.fullmatch(label) or number_end(words, (label,)):
        return words
    return f"{label}{'' if label[-1] in '、）' else ' '}{words}"


def _inner(words: str) -> Outline | None:
    """The outline of words of several lines, read as one article's; None where they are but one clause."""
    number = "第一条 " if has_chinese(words) else "Article 1 "
    tree, _ = outline(number + words)
    refs = {heading.ref[:1] for heading in tree.headings} | {clause.ref[:1] for clause in tree.clauses}
    if len(tree.clauses) < 2 or refs != {(number.strip(),)}:
        return None
    ahead = len(number)
    return Outline(
        tuple(Heading(h.ref, max(0, h.start - ahead), h.end - ahead) for h in tree.headings),
        tuple(
            Clause(c.ref, max(0, c.start - ahead), c.end - ahead, max(0, c.body - ahead), c.lead)
            for c in tree.clauses
        ),
    )
