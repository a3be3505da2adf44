"""What every text passes on its way in: it can be stored, and it is within the product's scope."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from remit.core.post import Organisation
from remit.core.problem import Place, Problem, error
from remit.core.regime import Regime, duties
from remit.core.regime_scope import duty_texts
from remit.core.scope import REASONS, screen

__all__ = ["organisation_problems", "regime_problems", "text_problems"]

_LONGEST = 2000
_LONGEST_CODE = 200


def text_problems(texts: Iterable[str], *, at: Place = Place()) -> tuple[Problem, ...]:
    """Return what keeps texts that belong together out: control characters, excess length, or the scope line.

    They are screened one by one and as one sentence, so that what is split over two fields is still seen.
    """
    given = [text for text in texts if text]
    found = next((s for s in map(screen, (*given, "，".join(given))) if s.label != "in"), None)
    problems = list(_unfit(given, at))
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
    codes = (*(u.code for u in organisation.units), *(p.code for p in organisation.posts))
    return (
        *_unfit(codes, Place(), longest=_LONGEST_CODE),
        *(p for ref, texts in rows for p in text_problems(texts, at=Place(ref=ref))),
    )


def regime_problems(regime: Regime) -> tuple[Problem, ...]:
    """Return what keeps a regime from being stored; the scope line over a regime is the core's."""
    refs = (regime.id, *(duty.ref for _, duty in duties(regime)))
    texts = [
        (duty.ref, text) for _, duty in duties(regime) for field, text in duty_texts(duty) if field != "quote"
    ]
    return (
        *_unfit((regime.title, regime.subject), Place()),
        *_unfit(refs, Place(), longest=_LONGEST_CODE),
        *(p for ref, text in texts for p in _unfit([text], Place(ref=ref))),
    )


def _unfit(texts: Iterable[str], at: Place, *, longest: int = _LONGEST) -> Iterator[Problem]:
    for text in texts:
        if len(text) > longest:
            yield error(
                "text-too-long",
                "A text has {length} characters; at most {limit} are kept here.",
                "Shorten it, or hand it in as a file.",
                at=at,
                length=len(text),
                limit=longest,
            )
        if any(unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\r\t" for c in text):
            yield error(
                "text-unprintable",
                "A text holds control characters that cannot be kept.",
                "Type it again, or copy it as plain text.",
                at=at,
            )
