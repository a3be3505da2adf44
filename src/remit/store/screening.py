"""What every text passes on its way in: it can be stored, and it is within the product's scope."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from remit.core.duty import Duty
from remit.core.post import Organisation
from remit.core.problem import Place, Problem, error
from remit.core.scope import REASONS, screen

__all__ = ["duty_texts", "organisation_problems", "text_problems"]

_LONGEST = 2000


def text_problems(texts: Iterable[str], *, at: Place = Place()) -> tuple[Problem, ...]:
    """Return what keeps texts that belong together out: control characters, excess length, or the scope line.

    They are screened one by one and as one sentence, so that what is split over two fields is still seen.
    """
    given = [text for text in texts if text]
    problems = [p for text in given for p in _unfit(text, at)]
    found = next((s for s in map(screen, (*given, "，".join(given))) if s.label != "in"), None)
    if found is not None:
        problems.append(
            error(
                "outside-scope",
                "This is outside what Remit keeps ({rule}).",
                REASONS[found.why],
                at=at,
                rule=found.why,
            )
        )
    return tuple(problems)


def organisation_problems(organisation: Organisation) -> tuple[Problem, ...]:
    """Return what keeps rows of an organisation out; `Place.ref` is the code of the unit or post."""
    rows: list[tuple[str, tuple[str, ...]]] = [(u.code, (u.code, u.name, u.kind)) for u in organisation.units]
    rows += [(p.code, (p.code, p.title, *p.portfolio)) for p in organisation.posts]
    rows += [(h.post, (h.person,)) for h in organisation.holders]
    return tuple(p for ref, texts in rows for p in text_problems(texts, at=Place(ref=ref)))


def duty_texts(duty: Duty) -> tuple[str, ...]:
    """Return every text of a duty that a reviewer can write."""
    written = (*duty.holders, *duty.actions, *duty.addressee, *duty.evidence)
    limits = (text for d in duty.deadline for text in (d.after, d.before))
    rhythms = (text for c in duty.cadence for text in (c.per, c.vague) if text)
    return (duty.quote, *written, *limits, *rhythms, duty.review.reason)


def _unfit(text: str, at: Place) -> list[Problem]:
    problems = []
    if len(text) > _LONGEST:
        problems.append(
            error(
                "text-too-long",
                "A text has {length} characters; at most {limit} are kept here.",
                "Shorten it, or hand it in as a file.",
                at=at,
                length=len(text),
                limit=_LONGEST,
            )
        )
    if any(unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\r\t" for c in text):
        problems.append(
            error(
                "text-unprintable",
                "A text holds control characters that cannot be kept.",
                "Type it again, or copy it as plain text.",
                at=at,
            )
        )
    return problems
