"""The flows that there are: a task handed down, a report handed up, a filing before an activity, a major situation."""

from __future__ import annotations

from collections.abc import Mapping

from remit.core.flow import MAIN, Flow, Hand, Move, Need

__all__ = ["FILING", "FLOWS", "INCIDENT", "REPORT", "TASK"]

_OWNER, _OWNER_HEAD = Hand.OWNER, Hand.OWNER_HEAD
_ASKER, _ASKER_HEAD = Hand.ASKER, Hand.ASKER_HEAD
_TIME = "extension"

_TASK_OPEN = ("assigned", "signed", "returned", "submitted", "checked")
_TASK_WORK = ("assigned", "signed", "returned")

TASK = Flow(
    name="task",
    lanes=((MAIN, "assigned"), (_TIME, "none")),
    closed=("closed", "withdrawn"),
    moves=(
        Move(name="sign", start=("assigned",), end="signed"),
        Move(name="submit", start=("signed", "returned"), end="submitted", needs=(Need.REASON,)),
        Move(name="note", start=_TASK_WORK, hands=(_OWNER, Hand.SUPPORT), needs=(Need.REASON,)),
        Move(name="check", start=("submitted",), end="checked", hands=(_ASKER,), other_than=("submit",)),
        Move(name="close", start=("checked",), end="closed", hands=(_ASKER_HEAD,), other_than=("submit",)),
        Move(
            name="return",
            start=("submitted", "checked"),
            end="returned",
            hands=(_ASKER,),
            needs=(Need.REASON,),
            other_than=("submit",),
        ),
        Move(name="urge", start=_TASK_WORK, hands=(_ASKER,)),
        Move(name="delegate", start=_TASK_WORK, needs=(Need.POST,)),
        Move(name="decline", start=("assigned",), end="declined", needs=(Need.REASON,)),
        Move(name="assign-again", start=("declined",), end="assigned", hands=(_ASKER,)),
        Move(
            name="ask-time",
            lane=_TIME,
            only=_TASK_WORK,
            start=("none",),
            end="asked",
            needs=(Need.REASON, Need.LATER_DAY, Need.BEFORE_DUE),
        ),
        Move(
            name="endorse-time",
            lane=_TIME,
            only=_TASK_OPEN,
            start=("asked",),
            end="endorsed",
            hands=(_ASKER,),
        ),
        Move(
            name="grant-time",
            lane=_TIME,
            only=_TASK_OPEN,
            start=("endorsed",),
            end="none",
            hands=(_ASKER_HEAD,),
            other_than=("endorse-time",),
        ),
        Move(
            name="refuse-time",
            lane=_TIME,
            only=_TASK_OPEN,
            start=("asked", "endorsed"),
            end="none",
            hands=(_ASKER, _ASKER_HEAD),
            needs=(Need.REASON,),
        ),
        Move(
            name="withdraw",
            start=(*_TASK_OPEN, "declined"),
            end="withdrawn",
            hands=(_ASKER,),
            needs=(Need.REASON,),
        ),
    ),
)

_REPORT_WRITTEN = ("draft", "returned", "correcting")
_REPORT_SENT = ("submitted", "received")

REPORT = Flow(
    name="report",
    lanes=((MAIN, "draft"),),
    closed=("accepted", "withdrawn"),
    moves=(
        Move(name="write", start=_REPORT_WRITTEN),
        Move(name="approve", start=_REPORT_WRITTEN, end="approved", hands=(_OWNER_HEAD,)),
        Move(name="rewrite", start=("approved",), end="draft"),
        Move(name="submit", start=("approved",), end="submitted"),
        Move(name="receive", start=("submitted",), end="received", hands=(_ASKER,), other_than=("submit",)),
        Move(name="accept", start=_REPORT_SENT, end="accepted", hands=(_ASKER,), other_than=("submit",)),
        Move(name="return", start=_REPORT_SENT, end="returned", hands=(_ASKER,), needs=(Need.REASON,)),
        Move(name="urge", start=(*_REPORT_WRITTEN, "approved"), hands=(_ASKER,)),
        Move(name="correct", start=(*_REPORT_SENT, "accepted"), end="correcting", needs=(Need.REASON,)),
        Move(name="withdraw", start=("draft",), end="withdrawn", needs=(Need.REASON,)),
    ),
)

_FILING_OPEN = ("draft", "requested", "checked", "approved", "returned")

FILING = Flow(
    name="filing",
    lanes=((MAIN, "draft"),),
    closed=("closed", "refused", "withdrawn"),
    moves=(
        Move(name="request", start=("draft", "returned"), end="requested"),
        Move(
            name="check",
            start=("requested",),
            end="checked",
            hands=(_OWNER_HEAD, _ASKER),
            other_than=("request",),
        ),
        Move(
            name="approve",
            start=("checked",),
            end="approved",
            hands=(_OWNER_HEAD, _ASKER, _ASKER_HEAD),
            other_than=("request", "approve"),
            repeated=True,
        ),
        Move(
            name="return",
            start=("requested", "checked"),
            end="returned",
            hands=(_OWNER_HEAD, _ASKER),
            needs=(Need.REASON,),
        ),
        Move(
            name="refuse",
            start=("requested", "checked"),
            end="refused",
            hands=(_ASKER, _ASKER_HEAD),
            needs=(Need.REASON,),
            other_than=("request",),
        ),
        Move(name="carry-out", start=("approved",), end="carried-out", needs=(Need.DAY,)),
        Move(name="close", start=("carried-out",), end="closed", hands=(_ASKER,), other_than=("carry-out",)),
        Move(name="withdraw", start=_FILING_OPEN, end="withdrawn", needs=(Need.REASON,)),
    ),
)

_KNOWN = ("known", "returned")
_TOLD = ("reported", "received")

INCIDENT = Flow(
    name="incident",
    lanes=((MAIN, "known"),),
    closed=("closed",),
    moves=(
        Move(name="report", start=_KNOWN, end="reported", needs=(Need.REASON,)),
        Move(name="receive", start=("reported",), end="received", hands=(_ASKER,)),
        Move(name="return", start=_TOLD, end="returned", hands=(_ASKER,), needs=(Need.REASON,)),
        Move(name="add", start=_TOLD, needs=(Need.REASON,)),
        Move(name="correct", start=_TOLD, needs=(Need.REASON,)),
        Move(name="urge", start=_KNOWN, hands=(_ASKER,)),
        Move(
            name="escalate", start=("reported", "received", "returned"), hands=(_ASKER,), needs=(Need.REASON,)
        ),
        Move(name="close", start=("received",), end="closed", hands=(_ASKER,)),
    ),
)

FLOWS: Mapping[str, Flow] = {flow.name: flow for flow in (TASK, REPORT, FILING, INCIDENT)}
