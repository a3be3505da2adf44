"""What a report needs beside a unit and what is above it: the units there that it may be addressed to."""

from __future__ import annotations

from collections.abc import Iterable

from remit.core.post import Organisation, Unit
from remit.store import models

__all__ = ["beside"]


def beside(parents: Iterable[str], kinds: Iterable[str]) -> Organisation:
    """Return the units of some kinds directly below some units, without their posts; one query."""
    rows = models.Unit.objects.filter(parent__code__in=list(parents), kind__in=list(kinds)).order_by("lo")
    return Organisation(
        units=tuple(
            Unit(code=code, name=name, parent=parent, kind=kind, since=since, until=until)
            for code, name, parent, kind, since, until in rows.values_list(
                "code", "name", "parent__code", "kind", "since", "until"
            )
        )
    )
