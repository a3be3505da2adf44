"""Lead-ins that ask for nothing themselves: their items are the duties (应当履行下列职责：, The school shall:)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from remit.core.duty import Act, Kind, Provision

__all__ = ["acts_beyond_items"]

_BINDING = (Kind.DUTY, Kind.PROHIBITION)
_LISTS = re.compile(r"下列|以下|如下|following|as follows|[:：—]$", re.IGNORECASE)
_CARRIES_OUT = re.compile(
    r"^(?:认真|切实|严格|全面|主要|具体|依法|重点)*(?:履行|承担|负责|做好|落实|遵守|完成|做到|开展|实施|抓好|执行|采取"
    r"|组织|符合|达到|满足)?"
    r"(?:好|到)?[^，。；]{0,12}?(?:下列|以下|如下)[^，。；]{0,16}[：:]?$"
    r"|^(?:职责|任务|具体职责|主要职责|工作职责)(?:是|为|包括)?[：:]?$"
    r"|^(?:(?:shall|must|is|are|required|responsible|to|for|do|perform|meet"
    r"|comply with|carry out|ensure|the|that|each|of|following|duties"
    r"|tasks|all|requirements|have|be|at least|and|:|—|functions|responsibilities|things)[ :—]*)+$",
    re.IGNORECASE,
)


def acts_beyond_items(provision: Provision, items: Sequence[Provision], text: str) -> tuple[Act, ...]:
    """Return the acts of a lead-in that are duties beside those of its items.

    The act that ends in the list falls away where an item below it binds and where it says neither how often nor by
    when nor to whom: that would be lost. Acts before it stay as they are.
    """
    acts = provision.acts
    if not acts or not any(act.kind in _BINDING for item in items for act in item.acts):
        return acts
    clause = provision.clause
    if text[clause.end - 1 : clause.end] not in ":：—–-":
        return acts
    last = max(acts, key=lambda act: act.end)
    if last.cadence or last.deadline or last.addressee:
        return acts
    kept = tuple(one for one in last.actions if not _is_listing(one))
    words = text[max(last.start, clause.start) : clause.end]
    if not _LISTS.search(words):
        return acts
    if kept == last.actions and kept and not _ends_in_list(kept[-1], words):
        return acts
    kept = kept if kept != last.actions else kept[:-1]
    if not kept:
        return tuple(
            act for act in acts if act is not last and (act.start, act.end) != (last.start, last.end)
        )
    return tuple(replace(act, actions=kept) if act is last else act for act in acts)


def _is_listing(action: str) -> bool:
    return _CARRIES_OUT.search(action.strip()) is not None


def _ends_in_list(action: str, words: str) -> bool:
    """Say whether the act's words run up to the list, so that its items say what is to be done."""
    return words.rstrip(":： —–-\n").endswith(action.rstrip(":： —–-\n")) and _is_listing(action)
