"""Chinese clauses: sentences into frames, each with the holder the words name."""

from __future__ import annotations

import re

from remit.core.duty import Kind
from remit.reading.action import find_action
from remit.reading.addressee import find_addressees
from remit.reading.bracket import LABEL
from remit.reading.frame import Frame
from remit.reading.holder import is_anaphor, split_roles
from remit.reading.kind import segment_kind, sentence_kind, states_aim
from remit.reading.limit import Limit, find_limits
from remit.reading.rhythm import Rhythm, find_rhythms
from remit.reading.role import Subject, find_subject, is_ending, role_end
from remit.reading.sentence import FILL, Span, segments, sentences
from remit.reading.verb_words import NOUNLIKE, ORDERS

__all__ = ["ChineseReader"]

_CONDITION = re.compile(r"(?:的|时|后|以前|之前|前|期间|情况下|过程中|之日起|以外|外|除外|中|以来|的话|情形下|活动|等|基础上|同时|原则上|方面)$")
_ADVERBIAL = re.compile(r"(?:按照|依照|依据|根据|遵照|在|自|从|结合|针对|为了?|因|经|除|当|如|若|凡|通过|采取|围绕|对于?|以|由于|会同|本着|随着|符合)")
_TIME_ONLY = re.compile(r"(?:每|\d{4}年|到\d{4}年|自|截至|力争|当年|次年|原则上)[^，。]{0,14}$")
_ADVERBS = re.compile(r"(?:并|同时|及时|依法|积极|主动|认真|切实|严格|深入|全面|进一步|大力|着力|重点|科学|不断|持续|定期|不定期|一律|均|还|也|要|应|须|可|先|再|都|分类|扎实|坚决|充分|有效|合理|妥善|统一)*")
_PUNISHED = (
    re.compile(r"追究(?P<who>[^，。；]{2,60}?)的[^，。；的]{0,6}责任"),
    re.compile(r"(?:对|给予|责令)(?P<who>[^，。；对]{2,60}?)(?=(?:依法)?(?:依规)?(?:依纪)?(?:给予|予以|并?处(?!分)|实行|进行|停产|停业|停止|限期|暂停|撤职|相应的|降级|警告|记过|从重|追究|通报|约谈|作出|采取|依照|依据|按照|吊销|批评|以))"),
)
_SETS_UP = re.compile(r"(?:在[^，。]{2,20}下)?(?:成立|设立|组建|建立)(?:由[^，。]{2,30}的)?(?=[^的，。]{2,20}$|[^的，。]{2,20}，)")
_MODAL_NEXT = re.compile(r"，(?:应当|必须|不得|应|要|须|由)")
_SELF = re.compile(r"本(?:单位|机关|部门|机构|公司|企业|校|院|行)$")
_FIRM = re.compile(r"应当(?!.*而未)|必须|不得|严禁")
_IN_CHARGE = re.compile(r"直接负责的主管人员(?:和|、|及)其他直接责任人员")
_FILED_FIRST = re.compile(r"(?<!的)报[^，。]{2,24}(?:批准|备案|同意|审核|审查)后?$")
_LIABLE = re.compile(r"履行|承担|职责|责任|接受|参照|执行|遵守|开展|落实")


class ChineseReader:
    """Reads one clause; the holder named last is carried from sentence to sentence."""

    def __init__(self, raw: str, masked: str, *, bare: bool, plan: bool = False) -> None:
        """Take the clause's text and its masked form.

        `bare` says that every segment is an order (a list of duties), `plan` that orders without a modal are common.
        """
        self.raw = raw
        self.text = masked
        self.bare = bare
        self.plan = plan
        self.current: tuple[str, ...] | None = None
        self.frames: list[Frame] = []
        self._waiting: list[tuple[str, ...]] = []
        self._fronted: tuple[str, ...] = ()
        self._topic = False
        self._filed: list[str] = []
        self._rhythms: list[Rhythm] = []
        self._limits: list[Limit] = []

    def read(self, start: int) -> list[Frame]:
        """Return the frames of the text from `start` on, in order."""
        spans = sentences(self.text, start)
        self._rhythms = find_rhythms(self.raw)
        self._limits = find_limits(self.raw)
        for span in spans:
            self._read_sentence(span)
        return self.frames

    def _read_sentence(self, span: Span) -> None:
        parts = segments(self.text, span)
        if not parts:
            return
        if LABEL.match(self.text, *span):
            return
        whole = sentence_kind(self.text[parts[0][0] : span[1]])
        if whole is None and states_aim(self.text[slice(*parts[0])], self.text[parts[0][0] : span[1]]):
            named = any(find_subject(self.text, *part).mark == "subject" for part in parts)
            whole = None if named else Kind.OTHER
        if whole is not None:
            if whole is Kind.OTHER and len(parts) > 1 and self._encouraged_only(parts):
                self.frames.append(Frame(parts[0], Kind.OTHER))
                parts = parts[1:]
            else:
                self.frames.append(Frame((parts[0][0], parts[-1][1]), whole))
                return
        self._waiting, self._fronted = [], ()
        kinds = [segment_kind(self.text[start:end]) for start, end in parts]
        punished = next((n for n, kind in enumerate(kinds) if kind is Kind.SANCTION), len(parts))
        before: Kind | None = None
        opened = parts[0][0]
        for number, (start, end) in enumerate(parts):
            last = number == len(parts) - 1
            frame = self._segment((start, end), kinds[number], before, last=last, early=number < punished < len(parts))
            if frame is None:
                continue
            frame.span = (opened, end)
            opened = parts[number + 1][0] if not last else end
            self._fill(frame, start, number == 0)
            before = frame.kind
            self.frames.append(frame)

    def _encouraged_only(self, parts: list[Span]) -> bool:
        first = self.text[slice(*parts[0])]
        return first.startswith(("鼓励", "支持", "引导")) and any(
            find_subject(self.text, *part).mark == "subject" and segment_kind(self.text[slice(*part)]) for part in parts[1:]
        )

    def _segment(
        self, part: Span, kind: Kind | None, before: Kind | None, *, last: bool, early: bool
    ) -> Frame | None:
        """Read one segment: a condition or an opening is kept for later (None), a predicate becomes a frame."""
        start, end = part
        text = self.text
        found = find_subject(text, start, end, misdeed=early)
        words = text[start:end]
        if self._topic and found.mark == "subject" and words.startswith(("依法", "依照", "按照")):
            found = Subject(start, start, start, "")
        if last and found.mark and found.rest >= end and not words.endswith(("职责", "责任", "任务")):
            found = Subject(start, start, start, "")
        names = self._names(found)
        charged = _IN_CHARGE.search(words)
        if charged and charged.end() == len(words) and not last and found.mark == "subject":
            names = split_roles(charged.group())
        if _FILED_FIRST.search(words) and not last:
            self._filed += find_addressees(text, self.raw, start, end)
        condition = not last and _CONDITION.search(words) is not None and not self._is_order(words, found, start)
        if condition or (early and kind is not Kind.SANCTION and not last and not _FIRM.search(words)):
            self._keep(found, names, end)
            return None
        if found.mark and found.rest >= end and not last:
            self._keep(found, names, end)
            return None
        if not last and kind is None and not found.mark:
            if self._sets_up(part) or self._thing(part):
                return None
            if self._is_adverbial(part):
                return None
        if kind is Kind.SANCTION and found.mark == "agent" and not self._waiting and self._bound_before():
            kind = Kind.DUTY
        if kind is Kind.OTHER:
            return Frame(part, kind)
        if kind is Kind.SANCTION:
            return self._sanction(part, found, names)
        return self._order(part, kind, before, found, names)

    def _bound_before(self) -> bool:
        return any(frame.kind is Kind.DUTY for frame in self.frames) and self.frames[0].kind is not Kind.SANCTION

    def _sets_up(self, part: Span) -> bool:
        """成立…小组，负责…: the body that is set up bears what follows."""
        start, end = part
        found = _SETS_UP.match(self.text, start, end)
        if found is None or not self.plan or not is_ending(self.text, found.end(), end):
            return False
        self._waiting.append(split_roles(self.raw[found.end() : end]))
        return True

    def _thing(self, part: Span) -> bool:
        """A thing put before a modal in the next segment: the body that owns it has to act."""
        start, end = part
        if not _MODAL_NEXT.match(self.text, end) or self.text[end - 1] == "的" or self.text[start] in "对将把按在经从向为" or self.text[start : start + 2] in ORDERS:
            return False
        owner = role_end(self.text, start, end).owner
        if owner > 0 and not self._waiting:
            self._waiting.append(split_roles(self.raw[start:owner]))
        return owner > 0

    def _names(self, found: Subject) -> tuple[str, ...]:
        if not found.mark:
            return ()
        end = found.end
        while end < len(self.text) and self.text[end] == FILL:
            end += 1
        phrase = self.raw[found.start : end]
        charged = _IN_CHARGE.search(phrase)
        if charged:
            phrase = charged.group()
        if is_anaphor(phrase):
            return self.current or ()
        if _SELF.match(phrase) and (self._waiting or self.current):
            return self._waiting[-1] if self._waiting else self.current or ()
        return split_roles(phrase)

    def _keep(self, found: Subject, names: tuple[str, ...], end: int) -> None:
        if found.mark == "object":
            self._fronted = names if found.rest >= end else ()
        elif names and found.rest >= end and self._topic:
            self._waiting[-1] += names
        elif names and (found.mark == "subject" or not self._waiting):
            self._waiting.append(names)
        self._topic = bool(names) and found.rest >= end

    def _is_order(self, words: str, found: Subject, start: int) -> bool:
        """Say whether a segment that ends like a condition is a predicate all the same."""
        if words.endswith(("的", "时", "期间", "情况下", "过程中", "除外")):
            return False
        return segment_kind(words) in (Kind.DUTY, Kind.PROHIBITION) or words[:2] in ORDERS

    def _is_adverbial(self, part: Span) -> bool:
        start, end = part
        words = self.text[start:end]
        if _TIME_ONLY.match(words):
            return self._verb_at(start, end) < 0
        if not _ADVERBIAL.match(words):
            return False
        at, _ = find_action(self.text, start, end)
        return at == start or end - at < 3

    def _verb_at(self, start: int, end: int) -> int:
        for at in range(start, end - 1):
            if self.text[at : at + 2] in ORDERS and self.text[at : at + 2] not in NOUNLIKE:
                return at
        return -1

    def _sanction(self, part: Span, found: Subject, names: tuple[str, ...]) -> Frame:
        by: tuple[str, ...] = ()
        objects: list[str] = []
        subjects = tuple(dict.fromkeys(name for names_ in self._waiting for name in names_)) or None
        if found.mark == "agent":
            by = names
        elif found.mark == "subject":
            if self._waiting or self.current:
                by = names
            else:
                subjects = names
        elif found.mark == "object":
            objects += names
        objects += self._punished(part)
        if self._fronted:
            objects += [name for name in self._fronted if name not in objects]
        if subjects is None and (self._fronted or (objects and self.current is None)):
            subjects = ()
        if subjects is not None:
            self.current = subjects
        return Frame(part, Kind.SANCTION, subjects if subjects is not None else self.current, tuple(dict.fromkeys(objects)), by)

    def _punished(self, part: Span) -> list[str]:
        names: list[str] = []
        for pattern in _PUNISHED:
            for match in pattern.finditer(self.text, *part):
                start, end = match.span("who")
                stop = role_end(self.text, start, end).stop
                if stop == end or (stop > 0 and self.text[stop:end] in ("的", "等", "依法")):
                    names += split_roles(self.raw[start:stop])
        return names

    def _order(
        self, part: Span, kind: Kind | None, before: Kind | None, found: Subject, names: tuple[str, ...]
    ) -> Frame | None:
        start, end = part
        subjects: tuple[str, ...] | None = None
        if found.mark in ("subject", "agent", "owner") and names:
            subjects = names
            if found.mark == "agent" and found.start - start <= 3 and self._waiting:
                subjects = tuple(dict.fromkeys((*self._waiting[-1], *names)))
        elif self._waiting:
            subjects = self._waiting[-1]
        elif self._fronted and self.current is None and _LIABLE.search(self.text, start, end):
            subjects = self._fronted
        if kind is None:
            kind = self._bare_kind(part, before, found, named=subjects is not None)
        if kind is None:
            return None
        if subjects is not None:
            self.current, self._waiting = subjects, []
        return Frame(part, kind, subjects if subjects is not None else self.current)

    def _bare_kind(self, part: Span, before: Kind | None, found: Subject, *, named: bool) -> Kind | None:
        if before in (Kind.DUTY, Kind.SANCTION):
            return before
        start, end = part
        if named or self.bare or (self.plan and self._verb_at(start, end) >= 0):
            return Kind.DUTY
        opening = _ADVERBS.match(self.text, start, end)
        at = opening.end() if opening else start
        if self.text[at : at + 2] in ORDERS or before is not None or (self.current and self.text[at] in "报送交"):
            return Kind.DUTY
        at, _ = find_action(self.text, start, end)
        if self.text[at : at + 2] in ORDERS or self.text[start] in "将把对":
            return Kind.DUTY
        return None

    def _fill(self, frame: Frame, start: int, first: bool) -> None:
        low, end = frame.span
        frame.cadence = tuple(dict.fromkeys(one.cadence for one in self._rhythms if low <= one.start < end))
        if frame.kind is not Kind.PROHIBITION or "内" not in self.text[low:end]:
            frame.deadline = tuple(dict.fromkeys(one.deadline for one in self._limits if low <= one.start < end))
        found = find_subject(self.text, start, end)
        begin = found.rest if found.mark and found.mark != "object" else start
        if frame.kind is not Kind.PROHIBITION:
            frame.addressee = tuple(dict.fromkeys((*self._filed, *find_addressees(self.text, self.raw, start, end))))
        self._filed = []
        at, stop = find_action(self.text, begin, end)
        if stop > at:
            frame.actions = (self.raw[at:stop],)
