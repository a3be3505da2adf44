"""Frames: what each segment of a clause lays on whom, before anything is inherited."""

from __future__ import annotations

from dataclasses import dataclass

from remit.core.duty import Kind
from remit.core.period import Cadence, Deadline
from remit.reading.sentence import Span

__all__ = ["BINDING", "Frame", "merge_frames"]

BINDING = (Kind.DUTY, Kind.PROHIBITION)
_SILENT = (Kind.OTHER, Kind.DEFINITION, Kind.SCOPE)


@dataclass(slots=True)
class Frame:
    """One predicate with its slots; offsets are into the clause's text.

    `subjects` is None where the words name none: the holder is then taken over from before. `objects` are the
    persons a consequence falls on, `by` the authority that imposes it. `span` covers the words it rests on.
    """

    span: Span
    kind: Kind
    subjects: tuple[str, ...] | None = None
    objects: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    cadence: tuple[Cadence, ...] = ()
    deadline: tuple[Deadline, ...] = ()
    addressee: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()

    @property
    def timed(self) -> bool:
        """Say whether a rhythm, a limit or an addressee belongs to this predicate."""
        return bool(self.cadence or self.deadline or self.addressee)

    @property
    def binds(self) -> bool:
        """Say whether the predicate lays anything on anyone: a duty, a ban, a power, a ground or a sanction."""
        return self.kind not in _SILENT


def merge_frames(frames: list[Frame]) -> list[Frame]:
    """Join neighbours of one kind and holder that carry no rhythm, limit or addressee of their own."""
    if len(frames) < 2:
        return frames
    groups: list[list[Frame]] = []
    for frame in frames:
        last = groups[-1][0] if groups else None
        if (
            last is not None
            and not last.timed
            and not frame.timed
            and (last.kind, last.subjects, last.objects, last.by)
            == (frame.kind, frame.subjects, frame.objects, frame.by)
        ):
            groups[-1].append(frame)
        else:
            groups.append([frame])
    for first, *rest in groups:
        if rest:
            first.span = (first.span[0], rest[-1].span[1])
            first.actions = tuple(words for frame in (first, *rest) for words in frame.actions)
    return [group[0] for group in groups]
