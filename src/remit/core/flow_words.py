"""What flows, their states and their moves are called: English messages, to be translated."""

from __future__ import annotations

from collections.abc import Mapping

from remit.core.flow import Hand

__all__ = ["FLOW_WORDS", "HAND_WORDS", "MOVE_WORDS", "N_", "STATE_WORDS", "STEP_WORDS", "TIME_WORDS"]


def N_(label: str) -> str:  # noqa: N802 - the name by which labels to be translated are found
    """Return the label as it is."""
    return label


FLOW_WORDS: Mapping[str, str] = {
    "task": N_("Task"),
    "report": N_("Report"),
    "filing": N_("Prior filing"),
    "incident": N_("Major situation"),
}

HAND_WORDS: Mapping[Hand, str] = {
    Hand.OWNER: N_("the unit that owes it"),
    Hand.OWNER_HEAD: N_("the head of the unit that owes it"),
    Hand.ASKER: N_("the unit that asked"),
    Hand.ASKER_HEAD: N_("the head of the unit that asked"),
    Hand.SUPPORT: N_("a unit that helps"),
}

_CLOSED = N_("Closed")
_SENT_BACK = N_("Sent back")
_BEING_WRITTEN = N_("Being written")

STATE_WORDS: Mapping[tuple[str, str], str] = {
    ("task", "assigned"): N_("Waits to be signed for"),
    ("task", "signed"): N_("Being worked on"),
    ("task", "submitted"): N_("Handed in, waits for the check"),
    ("task", "checked"): N_("Checked, waits to be closed"),
    ("task", "returned"): _SENT_BACK,
    ("task", "declined"): N_("Declined, waits for whoever asked"),
    ("task", "closed"): _CLOSED,
    ("task", "withdrawn"): N_("Withdrawn"),
    ("report", "draft"): _BEING_WRITTEN,
    ("report", "returned"): _SENT_BACK,
    ("report", "correcting"): N_("Being corrected"),
    ("report", "approved"): N_("Signed off, waits to be handed in"),
    ("report", "submitted"): N_("Handed in"),
    ("report", "received"): N_("Received"),
    ("report", "accepted"): N_("Accepted above"),
    ("report", "withdrawn"): N_("Given up"),
    ("filing", "draft"): _BEING_WRITTEN,
    ("filing", "requested"): N_("Asked for, waits for the check"),
    ("filing", "checked"): N_("Checked, waits for approval"),
    ("filing", "approved"): N_("Approved"),
    ("filing", "returned"): _SENT_BACK,
    ("filing", "carried-out"): N_("Carried out, waits to be closed"),
    ("filing", "refused"): N_("Not approved"),
    ("filing", "closed"): _CLOSED,
    ("filing", "withdrawn"): N_("Withdrawn"),
    ("incident", "known"): N_("Known, not yet reported"),
    ("incident", "reported"): N_("Reported"),
    ("incident", "received"): N_("Received above"),
    ("incident", "returned"): N_("Sent back to be completed"),
    ("incident", "closed"): _CLOSED,
}
"""What the main states are called, by flow and state."""

TIME_WORDS: Mapping[str, str] = {
    "asked": N_("More time is asked for"),
    "endorsed": N_("More time is endorsed, waits for the decision"),
}
"""What the states of the lane `extension` are called, but for the one in which nothing is asked."""

_WORDS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("task", "sign"): (N_("Sign for it"), N_("Signed for")),
    ("task", "submit"): (N_("Hand it in"), N_("Handed in")),
    ("task", "note"): (N_("Say how far it is"), N_("Said how far it is")),
    ("task", "check"): (N_("Pass it on for closing"), N_("Checked and passed on")),
    ("task", "close"): (N_("Close it as done"), N_("Closed as done")),
    ("task", "return"): (N_("Send it back"), _SENT_BACK),
    ("task", "urge"): (N_("Urge it"), N_("Urged")),
    ("task", "delegate"): (N_("Pass it to a post"), N_("Passed to a post")),
    ("task", "decline"): (N_("Decline it"), N_("Declined")),
    ("task", "assign-again"): (N_("Assign it again"), N_("Assigned again")),
    ("task", "ask-time"): (N_("Ask for more time"), N_("Asked for more time")),
    ("task", "endorse-time"): (N_("Endorse more time"), N_("Endorsed more time")),
    ("task", "grant-time"): (N_("Grant more time"), N_("Granted more time")),
    ("task", "refuse-time"): (N_("Refuse more time"), N_("Refused more time")),
    ("task", "withdraw"): (N_("Withdraw the task"), N_("Withdrew the task")),
    ("report", "write"): (N_("Write it"), N_("Written")),
    ("report", "approve"): (N_("Sign it off"), N_("Signed off")),
    ("report", "rewrite"): (N_("Take it back to write on"), N_("Taken back to write on")),
    ("report", "submit"): (N_("Hand it in"), N_("Handed in")),
    ("report", "receive"): (N_("Confirm that it came in"), N_("Received")),
    ("report", "accept"): (N_("Accept it"), N_("Accepted above")),
    ("report", "return"): (N_("Send it back"), _SENT_BACK),
    ("report", "urge"): (N_("Urge it"), N_("Urged")),
    ("report", "correct"): (N_("Correct it"), N_("Opened for correction")),
    ("report", "withdraw"): (N_("Give it up"), N_("Given up")),
    ("filing", "request"): (N_("Ask for approval"), N_("Asked for approval")),
    ("filing", "check"): (N_("Pass it on for approval"), N_("Checked and passed on for approval")),
    ("filing", "approve"): (N_("Approve it"), N_("Approved")),
    ("filing", "return"): (N_("Send it back"), _SENT_BACK),
    ("filing", "refuse"): (N_("Do not approve it"), N_("Not approved")),
    ("filing", "carry-out"): (N_("Say that it was carried out"), N_("Carried out")),
    ("filing", "close"): (N_("Close it"), _CLOSED),
    ("filing", "withdraw"): (N_("Withdraw it"), N_("Withdrawn")),
    ("incident", "report"): (N_("Report it"), N_("Reported")),
    ("incident", "receive"): (N_("Confirm that it came in"), N_("Received")),
    ("incident", "return"): (N_("Send it back to be completed"), N_("Sent back to be completed")),
    ("incident", "add"): (N_("Report further"), N_("Reported further")),
    ("incident", "correct"): (N_("Correct it"), N_("Corrected")),
    ("incident", "urge"): (N_("Urge it"), N_("Urged")),
    ("incident", "escalate"): (N_("Report it further up"), N_("Reported further up")),
    ("incident", "close"): (N_("Close it"), _CLOSED),
}

MOVE_WORDS: Mapping[tuple[str, str], str] = {move: words[0] for move, words in _WORDS.items()}
"""What the moves are called where they can be taken, by flow and move."""

STEP_WORDS: Mapping[tuple[str, str], str] = {move: words[1] for move, words in _WORDS.items()}
"""What the moves are called once they were taken, by flow and move."""
