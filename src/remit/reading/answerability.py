"""Who answers in which degree for what: 是…第一责任人, 对分管范围内的…负领导责任, is accountable for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from remit.core.duty import Degree, Kind
from remit.core.regime_part import Answerability
from remit.reading.part_source import PartSource
from remit.reading.role_degree import propose_degree

__all__ = ["find_answerability"]

_DEGREES = (Degree.PRINCIPAL, Degree.FIRST, Degree.DIRECT, Degree.LEADERSHIP, Degree.COORDINATING)
_WORDS = re.compile(
    r"责任|负总责|全面负责|综合协调|统筹协调|responsib|accountab|answerab|coordinat", re.IGNORECASE
)
_FOR = re.compile(
    r"对(?P<a>[^，。；]{2,40}?)(?:全面负责|负总责|负(?:有|全面|主要|直接|领导|监管|相应)|承担|负责)"
    r"|(?:(?<!作)为|是|作为|系)(?P<b>[^，。；]{2,30}?)的?(?:第一责任人|直接责任人|主要责任人|首要责任人|责任人(?!员)|责任主体)"
    r"|(?:承担|履行|落实|(?<!主要)(?<!直接)负(?!责人))(?P<c>[^，。；]{2,20}?)(?:的)?(?:主体|领导|监管|直接|综合监管)责任"
    r"|\b(?:responsib\w+|accountab\w+|answerable)(?: to [^,.;]{2,40}?)? (?:for|of) (?P<d>[^.;,]{3,80})",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"督促|引导|推动|指导|监督|确保|加强|强化|压实|明确|健全|完善|urg|ensur|promot", re.IGNORECASE
)
_ANSWERS = re.compile(
    r"\b(?:is|are|be) (?:\w+ )?(?:accountable|answerable)\b|负全面责任|全面负责|负总责", re.IGNORECASE
)
_DEGREE_WORDS = frozenset(("第一", "直接", "主要", "重要", "首要", "主体", "领导", "相应", "监管"))


def find_answerability(source: PartSource) -> Iterator[Answerability]:
    """Yield a statement for each act of the clause that says in which degree its holders answer."""
    clause = source.provision.clause
    for act in source.provision.acts:
        if act.kind is not Kind.DUTY or not act.holders or act.degree not in (None, *_DEGREES):
            continue
        start, end = max(act.start, clause.start), min(act.end, clause.end)
        words = source.text[start:end].strip()
        stated = _WORDS.search(words)
        degree = act.degree or _by_name(words, act.holders)
        if stated is None or degree is None or _OF_OTHERS.search(words, 0, stated.end()):
            continue
        found = (next(filter(None, one.groups())).strip() for one in _FOR.finditer(words))
        matter = next((one for one in found if one not in _DEGREE_WORDS), "")
        yield Answerability(
            ref="", clause=clause.ref, quote=words, holders=act.holders, degree=degree, matter=matter
        )


def _by_name(words: str, holders: tuple[str, ...]) -> Degree | None:
    """The degree of those who are only said to answer, where their names tell it; a name that tells none is no hint."""
    degrees = {propose_degree(one) for one in holders} if _ANSWERS.search(words) else set()
    known = len(degrees) == 1 and degrees <= {Degree.FIRST, Degree.DIRECT, Degree.LEADERSHIP}
    return degrees.pop() if known else None
