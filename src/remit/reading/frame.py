"""Frames: what each segment of a clause lays on whom, before anything is inherited."""

from __future__ import annotations

from collections.abc import Sequence
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


def merge_frames(frames: Sequence[Frame]) -> list[Frame]:
    """Join neighbours of one kind and holder that carry no rhythm, limit or addressee of their own."""
    merged: list[Frame] = []
    for frame in frames:
        last = merged[-1] if merged else None
        if (
            last is None
            or last.kind is not frame.kind
            or last.subjects != frame.subjects
            or last.objects != frame.objects
            or last.by != frame.by
            or last.timed
            or frame.timed
        ):
            merged.append(frame)
        else:
            span, actions = (last.span[0], frame.span[1]), last.actions + frame.actions
            merged[-1] = Frame(span, last.kind, last.subjects, last.objects, last.by, actions=actions)
    return merged
