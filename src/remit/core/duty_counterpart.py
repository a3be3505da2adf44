"""Which duties of a lower regime are about the same as one of the regime above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from remit.core.duty import Duty, Kind, ReviewState
from remit.core.likeness import Content, Covering, TextIndex, Weights, content, rarity
from remit.core.office_name import correspond, office_name
from remit.core.regime import Regime, RegimeClause, duties_in_force

__all__ = ["LITTLE", "FoundDuty", "LowerDuties", "duty_content", "lower_duties"]

FoundDuty = tuple[RegimeClause, Duty]
Path = tuple[str, ...]

ALIKE = 0.55  # the share of what an upper duty asks that a lower one has to cover to be about the same
ALIKE_HOLDER = (
    0.4  # the same where it binds the counterpart of its holder, who does not hold every other duty
)
COMMON = 0.2  # the share of the duties from which a holder is no hint
SOME = 0.1  # the share from which a duty of a clause that is about the same has to do with it
LITTLE = 0.15  # the same for one that is told to whom the upper one is
ALIKE_ARTICLE = 0.7  # the same for all that an article says, where no clause of it does
WHOLLY = 0.95  # the same for words that say little: 考核不得收费
NEAR = 0.4  # the share from which a clause is shown as the nearest one
BESIDE = 0.1  # how much less than the best one another may cover and be meant as well
SAME_HOLDER = 0.2  # how much less it may cover where its holder is the counterpart
SAME_NAME = 0.15  # and how much less where it even has the same name
FULL = 3.5  # how many words that only two texts have say enough by themselves; 处理, 检测 do not
MOST_LIKE = 50  # duties in the very same words that are looked at


@dataclass(frozen=True, slots=True)
class _Passages:
    """Clauses, or articles as a whole, with the places of the duties under each."""

    index: TextIndex
    refs: Sequence[Path]
    under: Mapping[Path, Sequence[int]]

    def covering(self, wanted: Content, share: float) -> dict[Path, None]:
        """Return the paths of those that cover a share of what is wanted."""
        found = self.index.find(wanted, share)
        return dict.fromkeys(self.refs[at] for _, text in found for at in self.index.places[text][:MOST_LIKE])


@dataclass(frozen=True, slots=True)
class LowerDuties:
    """The duties and clauses of a lower regime, to be asked for the counterparts of an upper duty."""

    weights: Weights
    covering: Covering
    rows: Sequence[FoundDuty]
    words: Sequence[Content]
    same: Mapping[Hashable, int]
    by_kind: Mapping[Kind, TextIndex]
    clauses: Mapping[Path, RegimeClause]
    by_clause: _Passages
    by_article: _Passages
    article_of: Mapping[Path, Path]
    common: frozenset[str]
    memory: dict[Hashable, tuple[int, ...]] = field(default_factory=dict)

    def counterparts(self, clause: RegimeClause, duty: Duty) -> tuple[FoundDuty, ...]:
        """Return the lower duties of the same kind that are about the same, the nearest first.

        The very same duty is the only one. Else those are meant that cover nearly as much as the best one, by the words
        of the duty itself; where none does, those of a clause that covers it, or of an article.
        """
        whole = duty_content(duty)
        same = self.same.get(_key(duty, whole))
        if same is not None:
            return (self.rows[same],)
        key = (*_key(duty, whole), duty.actions, clause.text)
        if key not in self.memory:
            self.memory[key] = self._nearest_of(self._searched(clause, duty, whole), duty, whole)
        return tuple(self.rows[place] for place in self.memory[key])

    def beside(self, found: Sequence[FoundDuty], duty: Duty, *, share: float = NEAR) -> tuple[FoundDuty, ...]:
        """Return what the articles of counterparts lay on the same holder besides, if it covers a share of the duty.

        A text may split over two sentences what the one above says in one.
        """
        whole = duty_content(duty)
        least = share * self.weights.of(whole)
        taken = {one.ref for _, one in found}
        articles = dict.fromkeys(self.article_of[clause.ref] for clause, _ in found)
        places = [at for article in articles for at in self.by_article.under[article][:MOST_LIKE]]
        return tuple(
            self.rows[at]
            for at in places
            if self.rows[at][1].ref not in taken
            and self.weights.of(whole & self.words[at]) >= least
            and _same_holder(self.rows[at][1], duty)
        )

    def nearest(self, duty: Duty) -> RegimeClause | None:
        """Return the clause that says most of what a duty does, whatever it makes of it; None where none says much."""
        found = self.by_clause.index.find(duty_content(duty), NEAR)
        if not found:
            return None
        places = self.by_clause.index.places
        _, text = max(found, key=lambda one: (one[0], -places[one[1]][0]))
        return self.clauses[self.by_clause.refs[places[text][0]]]

    def _searched(self, clause: RegimeClause, duty: Duty, whole: Content) -> list[int]:
        asked = content(" ".join(duty.actions), without=_names(duty))
        wanted = next((words for words in (asked, whole) if self._says_enough(words)), None)
        if wanted is not None:
            places = self._of_duties(wanted, duty)
        else:
            wanted = content(clause.text, without=_names(duty))
            places = self._of_few_words(whole, wanted, duty)
        for passages, share, unless in (
            (self.by_clause, ALIKE, None),
            (self.by_clause, ALIKE_HOLDER, self.common),
            (self.by_article, ALIKE_ARTICLE, None),
        ):
            if not places:
                refs = passages.covering(wanted, share)
                under = [at for ref in refs for at in passages.under[ref] if self._has_to_do(at, duty, whole)]
                places = [
                    at
                    for at in under
                    if unless is None or _same_holder(self.rows[at][1], duty, unless=unless)
                ]
        return places

    def _says_enough(self, words: Content) -> bool:
        return bool(words) and self.weights.of(words) >= FULL * self.weights.rare

    def _has_to_do(self, place: int, duty: Duty, whole: Content) -> bool:
        shared = self.weights.of(whole & self.words[place])
        return self.rows[place][1].kind == duty.kind and shared >= SOME * self.weights.of(whole) > 0

    def _of_duties(self, wanted: Content, duty: Duty) -> list[int]:
        return [
            at
            for covered, at in self._alike(wanted, duty.kind, ALIKE_HOLDER)
            if covered >= ALIKE or _same_holder(self.rows[at][1], duty, unless=self.common)
        ]

    def _of_few_words(self, words: Content, around: Content, duty: Duty) -> list[int]:
        """Few words are found again only whole, laid on the same holder, in a clause that has to do with theirs."""
        near = self.by_clause.covering(around, NEAR)
        return [
            at
            for _, at in self._alike(words, duty.kind, WHOLLY)
            if self.rows[at][0].ref in near and _same_holder(self.rows[at][1], duty)
        ]

    def _alike(self, wanted: Content, kind: Kind, share: float) -> Iterable[tuple[float, int]]:
        index = self.by_kind.get(kind)
        if index is not None:
            for covered, text in index.find(wanted, share):
                yield from ((covered, at) for at in index.places[text][:MOST_LIKE])

    def _nearest_of(self, places: Sequence[int], duty: Duty, whole: Content) -> tuple[int, ...]:
        total = self.weights.of(whole) or 1.0
        fits = {
            at: self.weights.of(whole & self.words[at]) / total
            + SAME_HOLDER * _same_holder(self.rows[at][1], duty)
            + SAME_NAME * (not set(duty.holders).isdisjoint(self.rows[at][1].holders))
            for at in places
        }
        least = max(fits.values(), default=0.0) - BESIDE
        return tuple(sorted((at for at, fit in fits.items() if fit >= least), key=lambda at: (-fits[at], at)))


def lower_duties(lower: Regime, upper: Regime) -> LowerDuties:
    """Return the duties of a lower regime, words weighed by how rare they are in both."""
    covering = Covering()
    rows = tuple(duties_in_force(lower))
    words = tuple(duty_content(duty) for _, duty in rows)
    bound = {clause.ref for clause, _ in rows}
    clauses = [one for one in lower.clauses if one.ref in bound or not (one.heading or one.screen == "out")]
    told = [content(_in_force(clause)) for clause in clauses]
    weights = rarity([*told, *(content(one.text) for one in upper.clauses if not one.heading)])
    headings = {one.ref for one in lower.clauses if one.heading}
    article_of = {clause.ref: _article(clause.ref, headings) for clause in clauses}
    articles: dict[Path, list[Content]] = {}
    for clause, text in zip(clauses, told, strict=True):
        articles.setdefault(article_of[clause.ref], []).append(text)
    same: dict[Hashable, int] = {}
    kinds: dict[Kind, list[int]] = {}
    under: dict[Path, list[int]] = {clause.ref: [] for clause in clauses}
    under_article: dict[Path, list[int]] = {article: [] for article in articles}
    for at, (clause, duty) in enumerate(rows):
        same.setdefault(_key(duty, words[at]), at)
        kinds.setdefault(duty.kind, []).append(at)
        under[clause.ref].append(at)
        under_article[article_of[clause.ref]].append(at)
    index = TextIndex.of
    # an article of one clause says no more than the clause
    several = [
        (at, frozenset().union(*texts)) for at, texts in enumerate(articles.values()) if len(texts) > 1
    ]
    return LowerDuties(
        weights=weights,
        covering=covering,
        rows=rows,
        words=words,
        same=same,
        by_kind={
            kind: index([(at, words[at]) for at in places], weights, covering)
            for kind, places in kinds.items()
        },
        clauses={clause.ref: clause for clause in reversed(clauses)},
        by_clause=_Passages(index(enumerate(told), weights, covering), [one.ref for one in clauses], under),
        by_article=_Passages(index(several, weights, covering), list(articles), under_article),
        article_of=article_of,
        common=_common(rows),
    )


def duty_content(duty: Duty) -> Content:
    """Return what a duty is about: its actions and its quote, without those whom it binds and addresses."""
    return content(" ".join((duty.quote, *duty.actions)), without=_names(duty))


def _common(rows: Sequence[FoundDuty]) -> frozenset[str]:
    """Return the names, without their level, of those who hold so many duties that their name is no hint."""
    held = Counter(
        ending
        for _, duty in rows
        for ending in frozenset().union(*(office_name(name).endings for name in duty.holders))
    )
    return frozenset(ending for ending, count in held.items() if count > COMMON * len(rows))


def _in_force(clause: RegimeClause) -> str:
    """Return the words of a clause without those of which a reviewer said that they lay down no duty."""
    text = clause.text
    for duty in clause.duties:
        if duty.review.state == ReviewState.REJECTED:
            text = text.replace(duty.quote, " ")
    return text


def _names(duty: Duty) -> Iterable[str]:
    return (*duty.holders, *duty.addressee)


def _article(ref: Path, headings: set[Path]) -> Path:
    """Return the path as far as the first number that is no heading."""
    return next((ref[:size] for size in range(1, len(ref)) if ref[:size] not in headings), ref)


def _same_holder(lower: Duty, upper: Duty, *, unless: frozenset[str] = frozenset()) -> bool:
    if not upper.holders:
        return not lower.holders
    asked = [name for name in upper.holders if not unless or unless.isdisjoint(office_name(name).whole)]
    return any(correspond(one, other) for one in lower.holders for other in asked)


def _key(duty: Duty, words: Content) -> tuple[Hashable, ...]:
    return (duty.kind, words, duty.holders, duty.cadence, duty.deadline, duty.addressee)
