"""What every text passes on its way in: it can be stored, and it is within the product's scope."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from remit.core.post import Group, Holder, Organisation, Post, Unit
from remit.core.problem import Place, Problem, error
from remit.core.regime import Regime, duties
from remit.core.regime_part import each_part, part_texts
from remit.core.regime_scope import duty_texts
from remit.core.scope import REASONS, Screening, is_plain, screen

__all__ = [
    "is_clean",
    "organisation_problems",
    "regime_problems",
    "text_problems",
    "unfit_problems",
    "unprintable",
]

_Value = Unit | Post | Holder | Group
_LONGEST = 2000
_LONGEST_CODE = 200
_UNCLEAN = re.compile("[\x00\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def is_clean(text: str) -> bool:
    """Tell whether a text can be kept and looked up at all: no NUL, no half of a surrogate pair."""
    return _UNCLEAN.search(text) is None


def text_problems(texts: Iterable[str], *, at: Place = Place()) -> tuple[Problem, ...]:
    """Return what keeps texts that belong together out: control characters, excess length, or the scope line.

    They are screened one by one and as one sentence, so that what is split over two fields is still seen. What is too
    long anyway is not read.
    """
    given = [text for text in texts if text]
    if is_plain("，".join(given)):  # by far the most: one look instead of one for each text
        return tuple(unfit_problems(given, at))
    return _text_problems(given, at, screen)


def _text_problems(
    texts: Iterable[str], at: Place, screened: Callable[[str], Screening]
) -> tuple[Problem, ...]:
    given = [text for text in texts if text]
    problems = list(unfit_problems(given, at))
    if any(len(text) > _LONGEST for text in given):
        return tuple(problems)
    whole = ("，".join(given),) if len(given) > 1 else ()
    found = next((s for s in map(screened, (*given, *whole)) if s.label != "in"), None)
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


def organisation_problems(
    organisation: Organisation, *, known: Organisation = Organisation()
) -> tuple[Problem, ...]:
    """Return what keeps rows of an organisation out, but for those that are `known` as they are.

    `Place.ref` is the code of the unit, post or group; the values `list` and `row` say which row it is, from 1.
    """
    screened = _screen_each_once()
    found: list[Problem] = []
    lists: tuple[tuple[str, tuple[_Value, ...], tuple[_Value, ...]], ...] = (
        ("units", organisation.units, known.units),
        ("posts", organisation.posts, known.posts),
        ("holders", organisation.holders, known.holders),
        ("groups", organisation.groups, known.groups),
    )
    for name, rows, there in lists:
        kept = set(there)
        for row, one in enumerate(rows, start=1):
            if one not in kept:
                found += (_in_row(p, name, row) for p in _row_problems(one, screened))
    return tuple(found)


def _row_problems(one: _Value, screened: Callable[[str], Screening]) -> Iterator[Problem]:
    code = one.post if isinstance(one, Holder) else one.code
    texts: tuple[str, ...]
    if isinstance(one, Unit):
        texts = (code, one.name, one.kind, *one.tags)
    elif isinstance(one, Post):
        texts = (code, one.title, *one.portfolio)
    else:
        texts = (one.person,) if isinstance(one, Holder) else (code, one.title)
    if len(code) > _LONGEST_CODE:
        yield from unfit_problems((code,), Place(ref=code), longest=_LONGEST_CODE)
    yield from _text_problems(texts, Place(ref=code), screened)


def _in_row(problem: Problem, name: str, row: int) -> Problem:
    return replace(problem, values=(*problem.values, ("list", name), ("row", str(row))))


def _screen_each_once() -> Callable[[str], Screening]:
    """Return the screen for texts of which many are alike: a title, a kind, or a code but for its figures.

    Which figures a code begins with says nothing: no word of the screen's vocabulary has one before its first sign.
    """
    seen: dict[str, Screening] = {}

    def screened(text: str) -> Screening:
        alike = _CODE.sub(_without_figures, text, count=1)
        found = seen.get(alike)
        if found is None:
            found = seen[alike] = screen(alike)
        return found

    return screened


_CODE = re.compile(r"\A[!-~]+")
_FIGURES = str.maketrans("123456789", "0" * 9)


def _without_figures(code: re.Match[str]) -> str:
    return code.group().translate(_FIGURES)


def regime_problems(regime: Regime) -> tuple[Problem, ...]:
    """Return what keeps a regime from being stored; the scope line over a regime is the core's."""
    found = [(duty.ref, duty_texts(duty)) for _, duty in duties(regime)]
    found += [(part.ref, part_texts(part)) for part in each_part(regime.parts)]
    refs = (regime.id, *(ref for ref, _ in found))
    texts = [(ref, text) for ref, said in found for field, text in said if field != "quote"]
    return (
        *unfit_problems((regime.title, regime.subject), Place()),
        *unfit_problems(refs, Place(), longest=_LONGEST_CODE),
        *(p for ref, text in texts for p in unfit_problems([text], Place(ref=ref))),
    )


def unfit_problems(texts: Iterable[str], at: Place, *, longest: int = _LONGEST) -> Iterator[Problem]:
    """Yield what keeps texts from being stored at all, whatever they say: their length, and control characters."""
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
        if _CONTROL.search(text):
            yield unprintable(at)


def unprintable(at: Place = Place()) -> Problem:
    """Return what is said of a text that cannot be kept for its characters."""
    return error(
        "text-unprintable",
        "A text holds control characters that cannot be kept.",
        "Type it again, or copy it as plain text.",
        at=at,
    )
