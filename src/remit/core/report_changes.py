"""What differs between two versions of a report: figures with the refs that came and went, lines, and words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from remit.core.report import Figure, Line, Report, SectionName

__all__ = ["ReportChange", "report_changes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChange:
    """One difference in a section: of a figure (its name), a line (its duty and kind), or, with neither, of the words.

    `old` and `new` are a figure with its number, a line, or the words; None: not there. `added` and `removed` are refs.
    """

    section: SectionName
    figure: str = ""
    line: str = ""
    old: Figure | Line | str | None = None
    new: Figure | Line | str | None = None
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def report_changes(old: Report, new: Report) -> tuple[ReportChange, ...]:
    """Return the differences from one version to the next, in the order of the sections."""
    return tuple(change for name in SectionName for change in _section_changes(old, new, name))


def _section_changes(old: Report, new: Report, name: SectionName) -> Iterator[ReportChange]:
    was, now = old.section(name), new.section(name)
    yield from _figure_changes(was.figures, now.figures, name, "")
    lines = [{f"{one.ref} {one.kind} {one.cause}".strip(): one for one in some.lines} for some in (was, now)]
    for key in dict.fromkeys((*lines[0], *lines[1])):
        before, after = (some.get(key) for some in lines)
        if before is None or after is None:
            yield ReportChange(section=name, line=key, old=before, new=after)
        else:
            yield from _figure_changes(before.figures, after.figures, name, key)
    if was.text != now.text:
        yield ReportChange(section=name, old=was.text, new=now.text)


def _figure_changes(
    old: tuple[Figure, ...], new: tuple[Figure, ...], section: SectionName, line: str
) -> Iterator[ReportChange]:
    was, now = ({(one.name, one.values): one for one in some} for some in (old, new))
    for key in dict.fromkeys((*was, *now)):
        before, after = was.get(key), now.get(key)
        refs = [dict.fromkeys(one.refs) if one else {} for one in (before, after)]
        added = tuple(ref for ref in refs[1] if ref not in refs[0])
        removed = tuple(ref for ref in refs[0] if ref not in refs[1])
        numbers = [one.number if one else None for one in (before, after)]
        if added or removed or numbers[0] != numbers[1]:
            yield ReportChange(
                section=section,
                figure=key[0],
                line=line,
                old=before,
                new=after,
                added=added,
                removed=removed,
            )
