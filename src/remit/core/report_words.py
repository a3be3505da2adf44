"""The words in which a report says its figures, lines and causes: templates for gettext."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["CAUSES", "FIGURES", "LINES", "PERIODS", "SECTIONS", "TITLE", "TITLE_PLAIN"]

TITLE = "Report of {unit} on how it discharged its responsibility for {subject} in {period}"
TITLE_PLAIN = "Report of {unit} on how it discharged its responsibilities in {period}"
PERIODS: Mapping[str, str] = {
    "P1Y": "{year}",
    "P6M-1": "the first half of {year}",
    "P6M-2": "the second half of {year}",
    "P3M": "quarter {number} of {year}",
    "P1M": "{month} {year}",
}
SECTIONS: Mapping[str, str] = {
    "overview": "The period as a whole",
    "done": "What has been done",
    "shortcomings": "Shortcomings and their causes",
    "next": "Next steps",
}
FIGURES: Mapping[str, str] = {
    "due": "due in the period: {number}",
    "met": "done in time: {number}",
    "late": "done late: {number}",
    "overdue": "overdue: {number}",
    "unassigned": "with nobody to answer: {number}",
    "excused": "excused: {number}",
    "open": "not yet due: {number}",
    "carried": "still open from before: {number}",
    "made-good": "made good from before: {number}",
    "records": "records: {number}",
    "files": "files that show it: {number}",
    "month": "records in {month}: {number}",
    "kind": "{kind}: {number}",
    "times": "times done: {number}",
    "coming": "due next: {number}",
    "detail": "{kind}, {label}: {number}",
}
LINES: Mapping[str, str] = {
    "done": "{what} ({clause}): {figures}.",
    "overdue": "{what} ({clause}): not done, {number}, due {days}; {cause}.",
    "unassigned": "{what} ({clause}): not done, {number}, due {days}; {cause}.",
    "carried": "{what} ({clause}): still open from before, {number}, due {days}; {cause}.",
    "late": "{what} ({clause}): done late, {number}, due {days}; {cause}.",
    "finding": "{what}: {cause}.",
    "next": "{what} ({clause}): {number}, due {days}.",
}
CAUSES: Mapping[str, str] = {
    "nothing": "nothing is recorded",
    "partly": "only some of what is needed was done",
    "vacant": "the post that answers was vacant on the due day",
    "nobody": "no post answers for it",
    "after": "at most {late} days after the due day",
    "hours": "on the due day, after the hour at which the time limit ran out",
    "open-finding": "the finding is not closed",
}
