"""The words in which Remit says who answers and why: templates for gettext."""

from __future__ import annotations

from collections.abc import Mapping

from remit.core.duty import Degree
from remit.core.post import ChangeKind

__all__ = ["DEGREES", "ENDINGS", "REASONS"]

DEGREES: Mapping[str, str] = {
    Degree.PRINCIPAL: "principal responsibility",
    Degree.FIRST: "first answerable",
    Degree.DIRECT: "directly answerable",
    Degree.LEADERSHIP: "leadership responsibility",
    Degree.COORDINATING: "coordinating",
    Degree.LEAD: "lead department",
    Degree.SUPPORTING: "supporting department",
    Degree.EXECUTING: "carrying out",
}
ENDINGS: Mapping[str, str] = {
    ChangeKind.MERGED: "was merged into another unit",
    ChangeKind.CLOSED: "was closed",
}
REASONS: Mapping[str, str] = {
    "principal": "{clause} binds {role}: {unit} as a body. {title} stands for it; held by {person} since {since}.",
    "first": "{clause} binds {role}. {title} is first answerable for {unit}; held by {person} since {since}.",
    "direct": "{clause} binds {role}. {title} has the subject in charge at {unit}; held by {person} since {since}.",
    "leadership": "{clause} binds {role}. {title} leads this portfolio at {unit}; held by {person} since {since}.",
    "coordinating": "{clause} binds {role}. {title} coordinates at {unit}; held by {person} since {since}.",
    "lead": "{clause} binds {role}. {title} takes the lead at {unit}; held by {person} since {since}.",
    "supporting": "{clause} binds {role}. {title} supports at {unit}; held by {person} since {since}.",
    "executing": "{clause} binds {role}. {title} carries out at {unit}; held by {person} since {since}.",
    "stand-in": "{clause} binds {role} ({asked}), and {unit} has no such post. {title}, first answerable, answers; "
    "held by {person} since {since}.",
    "acting": "{clause} binds {role}. {person} has been acting as {title} of {unit} since {since}.",
    "succeeded": "{clause} binds {role}. {unit} {ending} on {since}: {through_title} of {through_unit}, "
    "{through_person}, answers for what it left.",
    "vacant": "{clause} binds {role}. {title} of {unit} is vacant on {day}: {through_title} of {through_unit}, "
    "{through_person}, answers for it.",
    "nobody": "{clause} binds {role}. {title} of {unit} is vacant on {day}, and so is every first post above it.",
    "unassigned": "{clause} binds {role}, and {unit} has no post that answers.",
}
