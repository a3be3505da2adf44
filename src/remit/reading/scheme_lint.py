"""Faults in an appraisal scheme: points that do not add up to the total that the text gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from remit.core.duty import Provision
from remit.core.particulars import Quantity
from remit.core.problem import Problem, warning
from remit.reading.line_place import LinePlaces

__all__ = ["scheme_faults"]

_TOTAL = re.compile(
    r"(?:满分|总分|共计?|合计)[^，。；\d]{0,6}(?P<n>\d{1,4})\s*分|(?P<hundred>百分制)"
    r"|\b(?:out of |total(?:s|ling)? (?:of )?"
    r"|maximum of )(?P<m>\d{1,4}) (?:points|marks)",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"[扣加减奖][^，。；]{0,8}$|\b(?:deduct|bonus|add|extra|lose)\w*[^.;]{0,20}$", re.IGNORECASE
)
_HUNDRED = 100.0
_SLACK = 0.001


def scheme_faults(text: str, provisions: Sequence[Provision], places: LinePlaces) -> Iterator[Problem]:
    """Yield a warning for each list whose items' points, or shares in per cent, miss the total.

    The total is the one that the lead-in or another paragraph of its article gives; shares come to a hundred.
    """
    lists = _lists(provisions)
    for at, items in lists.items():
        lead = provisions[at]
        scores = [one for item in items if (one := _score(text, item)) is not None]
        if len(scores) < 2 or len(scores) < len(items) - 1:
            continue
        shares = all(one.unit == "%" for one in scores)
        if not shares and not all(one.unit == "points" for one in scores):
            continue
        total = (
            _HUNDRED
            if shares and len(scores) > 2
            else None
            if shares
            else _total(text, lead, provisions, only=len(lists) == 1)
        )
        found = sum(one.min or 0 for one in scores)
        if total is not None and abs(total - found) > _SLACK:
            ref = places.ref(lead)
            yield warning(
                "points-total",
                "{clause}: the items come to {sum}, and the text says {total}.",
                "Correct the points or the total: a score could not be compared with the grades.",
                at=places.place(lead.clause.start, ref),
                clause=ref,
                sum=f"{found:g}",
                total=f"{total:g}",
            )


def _lists(provisions: Sequence[Provision]) -> dict[int, list[Provision]]:
    """The items of each lead-in that have weights, by its position."""
    found: dict[int, list[Provision]] = {}
    for one in provisions:
        if one.clause.lead is not None:
            found.setdefault(one.clause.lead, []).append(one)
    return {lead: items for lead, items in found.items() if any(item.particulars.weights for item in items)}


def _score(text: str, item: Provision) -> Quantity | None:
    """The points that an item is worth: its first ones that are neither deducted nor added."""
    for one in item.particulars.weights:
        if (
            one.min is not None
            and one.min == one.max
            and not _MOVES.search(text, item.clause.body, one.start)
        ):
            return one
    return None


def _total(text: str, lead: Provision, provisions: Sequence[Provision], *, only: bool) -> float | None:
    """The total that the lead-in's article gives; of the only list there is, also the only one that the text gives."""
    article = (
        lead.clause.ref[:-1]
        if lead.clause.ref[-1:] and lead.clause.ref[-1].endswith("款")
        else lead.clause.ref
    )
    near = [
        lead,
        *(one for one in provisions if one.clause.ref[: len(article)] == article and one.clause.lead is None),
    ]
    given = [total for one in near if (total := _stated(text, one)) is not None]
    if not given and only:
        given = [total for one in provisions if (total := _stated(text, one)) is not None]
        return given[0] if len(set(given)) == 1 else None
    return given[0] if given else None


def _stated(text: str, provision: Provision) -> float | None:
    found = _TOTAL.search(text, provision.clause.body, provision.clause.end)
    if found is None:
        return None
    return _HUNDRED if found["hundred"] else float(found["n"] or found["m"])
