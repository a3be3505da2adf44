"""What a text is about: its words (Chinese: pairs of characters) without rhythm, time, modal words and names."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

__all__ = ["Content", "Covering", "TextIndex", "Weights", "content", "rarity", "share_covered"]

Content = frozenset[str]

MOST_WEIGHED = 100  # texts that are weighed for one: those that share its rarest words come first
SLACK = 1e-9  # for sums of weights
_N = r"[0-9零一二两三四五六七八九十百半]{1,9}"  # bounded: a pattern may not take long over a hostile text
_TIME = re.compile(
    rf"每(?:[一个隔逢满]){{0,2}}(?:{_N}(?:[至到-]{_N})?)?(?:年度|年|半年|季度|季|个月|月|周|星期|日|天|小时|学期|学年|班次|班)"
    rf"|(?:在|于)?{_N}(?:次|回|个?工作日|个月|小时|个小时|日|天|周|年|分钟)(?:以内|之内|以前|之前|内|前)?"
    rf"|(?:在|于)?{_N}月份?(?:{_N}日)?(?:底|末|初)?(?:以前|之前|前)?"
    r"|不少于|不低于|不得少于|不得低于|至少|最少|不超过|不得超过|最多|以内"
    r"|上半年|下半年|半年度?|年度|季度|月度|年初|年底|年末|学期|学年|不定期|定期|经常性?|及时|立即|即时|适时|按时|按期|随时|依法"
)
_MODAL = re.compile(
    r"应当|必须|应该|不得|严禁|禁止|有关|相关|进行|开展|组织|实施|予以|本级|本单位|本行政区域|的"
)
_LINK = re.compile(r"以及|或者|并且|并|和|及|或|、")
_REFERENCE = re.compile(
    r"(?:依照|按照|根据|遵照)?(?:本法|本条例|本办法|本规定|本细则|前款|上款|前条|下列|以下)(?:的?规定)?|(?:有关|相关)?(?:行政)?法律|法规|规章|国家(?=有关|规定|标准)"
    r"|依照|按照|根据|规定|(?:在)?各?自?(?:的)?职责(?:范围内?|分工)|在本|是否"
)
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
_LATIN = re.compile(r"[^\W\d_\u3400-\u9fff\U00020000-\U0003ffff]+")
_STOP = frozenset(
    "the a an of to in on at by for from with and or as its their his her any all each every this that these those it "
    "is are be been shall must may should will not no least most once twice times time than more less within before "
    "after per day days daily week weeks weekly month months monthly quarter quarters quarterly year years yearly "
    "annual annually half term terms hour hours working regularly regular promptly immediately periodically january "
    "february march april may june july august september october november december one two three four five six seven "
    "eight nine ten twelve such other which who into under out up end "
    "minute minutes first last later earlier".split()
)
_ENDINGS = (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))


def content(text: str, *, without: Iterable[str] = ()) -> Content:
    """Return what a text is about. `without` are names that say who, not what."""
    plain = _plain(text)
    for name in sorted(map(_plain, without), key=len, reverse=True):
        if name:
            plain = plain.replace(name, " ")
    for empty in (_REFERENCE, _TIME, _MODAL):
        plain = empty.sub("", plain)
    plain = _LINK.sub(" ", plain)
    pairs = (run[at : at + 2] for run in _HAN.findall(plain) for at in range(len(run) - 1))
    words = (_stem(word) for word in _LATIN.findall(plain) if word not in _STOP)
    return frozenset((*pairs, *words))


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each word says: the more, the fewer texts have it.

    `unseen` is for a word that no text has, `rare` is what one says that only two have: an upper one and a lower one.
    """

    known: Mapping[str, float]
    unseen: float
    rare: float = 0.0

    def of(self, words: Iterable[str]) -> float:
        """Return how much these words say together."""
        return math.fsum(self.known.get(word, self.unseen) for word in words)


def rarity(texts: Sequence[Content]) -> Weights:
    """Return the weights of words by the share of texts that have them."""
    having = Counter(word for text in texts for word in text)
    size = len(texts) + 1
    return Weights(
        {word: math.log(size / count) for word, count in having.items()},
        math.log(size + 1),
        math.log(size / 2),
    )


def share_covered(wanted: Content, given: Content, weights: Weights) -> float:
    """Return how much of what one text is about another covers, from 0 to 1; it may say more."""
    whole = weights.of(wanted)
    return weights.of(wanted & given) / whole if whole else 0.0


@dataclass(slots=True)
class Covering:
    """A count of how many pairs of texts were weighed against each other."""

    weighed: int = 0


@dataclass(frozen=True, slots=True)
class TextIndex:
    """Texts to be found by what they share with another.

    Only texts that have one of the rarest words of what is looked for are weighed, and of these `MOST_WEIGHED`: the
    cost grows with what texts share, not with the number of pairs. Texts about the same are weighed once.
    """

    weights: Weights
    places: Mapping[Content, Sequence[int]]
    holding: Mapping[str, Sequence[Content]]
    covering: Covering = field(default_factory=Covering)

    @classmethod
    def of(cls, texts: Iterable[tuple[int, Content]], weights: Weights, covering: Covering) -> TextIndex:
        """Return an index of texts, each with its place."""
        places: dict[Content, list[int]] = {}
        for place, text in texts:
            places.setdefault(text, []).append(place)
        holding: dict[str, list[Content]] = {}
        for text in places:
            for word in text:
                holding.setdefault(word, []).append(text)
        return cls(weights, places, holding, covering)

    def find(self, wanted: Content, share: float) -> list[tuple[float, Content]]:
        """Return the texts that cover at least a share of what is wanted, each with the share."""
        found: list[tuple[float, Content]] = []
        whole = self.weights.of(wanted)
        if not wanted:
            return found
        for text in self._likely(wanted, share * whole, whole):
            self.covering.weighed += 1
            covered = self.weights.of(wanted & text) / whole
            if covered >= share:
                found.append((covered, text))
        return found

    def _likely(self, wanted: Content, enough: float, left: float) -> Iterable[Content]:
        """Return texts with one of the words without which too little is left, those with rare ones first."""
        likely: dict[Content, None] = {wanted: None} if wanted in self.places else {}
        rarest = sorted(wanted, key=lambda word: (len(self.holding.get(word, ())), word))
        for word in rarest:
            if left < enough - SLACK or len(likely) >= MOST_WEIGHED:
                break
            likely |= dict.fromkeys(self.holding.get(word, ())[:MOST_WEIGHED])
            left -= self.weights.of((word,))
        return list(likely)[:MOST_WEIGHED]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _stem(word: str) -> str:
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word.removesuffix(ending) + instead
    return word
