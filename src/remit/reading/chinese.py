"""Chinese clauses: sentences into frames, each with the holder the words name."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from remit.core.duty import Kind
from remit.reading.action import find_action
from remit.reading.addressee import find_addressees
from remit.reading.bracket import LABEL
from remit.reading.frame import BINDING, Frame
from remit.reading.holder import is_anaphor, split_roles
from remit.reading.kind import first_ban, segment_kind, sentence_kind, states_aim
from remit.reading.limit import Limit, closing_deadlines, find_limits
from remit.reading.opening import (
    body_formed,
    is_absent,
    is_adverbial,
    is_condition,
    is_topic,
    owner_of_thing,
    sharers,
)
from remit.reading.punishment import CHARGED, find_punished
from remit.reading.rhythm import Rhythm, find_rhythms
from remit.reading.role import is_ending, role_end
from remit.reading.sentence import FILL, Span, segments, sentences, within
from remit.reading.sieve import first_characters
from remit.reading.subject import Subject, find_subject, first_verb
from remit.reading.verb_words import NOUNLIKE, ORDERS

__all__ = ["ChineseReader"]

_ADVERBS = re.compile(
    r"(?:并|同时|及时|依法|积极|主动|认真|切实|严格|深入|全面|进一步|大力|着力|重点|科学|不断|持续"
    r"|定期|不定期|一律|均|还|也|要|应|须"
    r"|可|先|再|都|分类|扎实|坚决|充分|有效|合理|妥善|统一)*"
)
_SETS_UP = re.compile(
    r"(?:在[^，。]{2,20}下)?(?:成立|设立|组建|建立)(?:由[^，。]{2,30}的)?(?=[^的，。]{2,20}$|[^的，。]{2,20}，)"
)
_NAMES_ONLY = re.compile(
    rf"{LABEL.pattern}|(?:联系人|联系电话|联系方式|电话|邮箱|电子邮箱|传真|地址|附件)[：:]"
)
_NAMED_FIRST = first_characters(_NAMES_ONLY)
_ACTING = (*BINDING, Kind.SANCTION, Kind.PERMISSION)
_SELF = re.compile(r"本(?:单位|机关|部门|机构|公司|企业|校|院|行)$")
_FIRM = re.compile(r"应当(?!.*而未)|必须|不得|严禁")
_FILED_FIRST = re.compile(r"(?<!的)报[^，。]{2,24}(?:批准|备案|同意|审核|审查)后?$")
_LIABLE = re.compile(r"(?!.*提出)(?:履行|承担|职责|责任|接受|参照|执行|遵守|开展|落实)")
_BARRED = re.compile(
    r"不得(?:再)?(?:从事|担任|申请|参加|参与|承担|承接|执业|任职|受聘|作为)"
)  # 对有…行为的人员，五年内不得从事…
_MODALS = ("应当", "必须", "不得", "应", "须", "要", "可以", "可", "有权")
_PREPOSED = tuple("经 如 若 凭 遇 按 依 根据 在 自 从 向 对 由 为 以 将".split())
_MODAL_NEXT = re.compile(r"，(?:[^，。；]+[的时后]，)?(?:可以|有权|不得|应当|必须)")
_TOPIC = re.compile(r"的[^，。的]{2,16}$")
_SETTLED_NEXT = re.compile(r"，(?:可以|有权|不得|应当|必须|免|不承担|不再承担|不负)")
_MODAL_LATER = re.compile(r"，(?:还|均|都)?(?:应当|必须|不得|应|须|要)")
_TITLED = ("职责", "责任", "任务", "职责是", "职责为", "职责如下", "职责包括", "任务是", "任务如下")


@dataclass(slots=True)
class _Part:
    """A segment between commas, with what it says before anything is inferred from its neighbours."""

    start: int
    end: int
    words: str
    kind: Kind | None
    last: bool = False
    early: bool = False  # before the first consequence of its sentence


class ChineseReader:
    """Reads one clause; the holder named last is carried from sentence to sentence."""

    def __init__(self, raw: str, masked: str, *, bare: bool, plan: bool = False) -> None:
        """Take the clause's text and its masked form.

        `bare` says that every segment is an order (a list of duties), `plan` that orders without modal are common.
        """
        self.raw = raw
        self.text = masked
        self.bare = bare
        self.plan = plan
        self.current: tuple[str, ...] | None = None
        self.frames: list[Frame] = []
        self._waiting: list[tuple[str, ...]] = []  # subjects named in conditions and topics of this sentence
        self._fronted: tuple[str, ...] = ()  # an object put first with 对
        self._maybe: tuple[str, ...] = ()  # a role that a word follows which may be a verb
        self._topic = False
        self._thing = False  # a body waits only as the owner of a thing put first
        self._filed: list[str] = []
        self._conditions: list[Span] = []
        self._rhythms: list[Rhythm] = []
        self._limits: list[Limit] = []

    def read(self, start: int, year: str = "") -> list[Frame]:
        """Return the frames of the text from `start` on, in order; a day without a year is one of `year`."""
        words = " " * start + self.raw[start:]  # without the clause's number, at the same offsets
        self._rhythms, self._limits = find_rhythms(words), find_limits(words, year)
        for span in sentences(self.text, start):
            spans = segments(self.text, span)
            if spans and not (self.text[span[0]] in _NAMED_FIRST and _NAMES_ONLY.match(self.text, *span)):
                self._read_sentence(spans, span[1])
        last = next((one for one in reversed(self.frames) if one.kind in BINDING), None)
        if last and not last.deadline:
            last.deadline = closing_deadlines(self.raw)
        return self.frames

    def _read_sentence(self, spans: list[Span], end: int) -> None:
        whole = self._whole(spans, end)
        if whole is Kind.OTHER and len(spans) > 1 and self._only_encourages_first(spans):
            self.frames.append(Frame(spans.pop(0), Kind.OTHER))
        elif whole is Kind.OTHER and (barred := first_ban([self.text[slice(*span)] for span in spans])):
            self.frames.append(Frame((spans[0][0], spans[barred - 1][1]), Kind.OTHER))
            spans = spans[barred:]
        elif whole is not None:
            self.frames.append(Frame((spans[0][0], spans[-1][1]), whole))
            return
        self._waiting, self._fronted, self._maybe, self._topic, self._thing = [], (), (), False, False
        before: Kind | None = None
        opened = spans[0][0]
        parts = self._parts(spans)
        for number, part in enumerate(parts):
            if "、" in part.words and part.words.count("每") > 1:
                shared = self._each_their(part, opened)
                self.frames += shared
                opened = part.start if shared else opened
            found = self._subject(part)
            frame = self._part(part, found, before)
            if frame is None:
                continue
            frame.span = (opened, part.end)
            opened = part.end if part.last else parts[number + 1].start
            self._fill(frame, part, found)
            before = frame.kind
            self.frames.append(frame)
        if before is None:
            self._keep_rhythm((spans[0][0], spans[-1][1]))

    def _each_their(self, part: _Part, opened: int) -> list[Frame]:
        """院长每半年、科主任每月检查一次: all but the last of the holders who share a predicate, each with a rhythm."""
        pieces, at = sharers(self.text, part.start, part.end)
        if not pieces or self.text.find("每", at, part.end) < 0:
            return []
        begin, stop = find_action(self.text, self.text.index("每", at, part.end), part.end)
        stops = [*(start for start, _ in pieces[1:]), at]
        frames = []
        for (start, end), close in zip(pieces, stops, strict=True):
            frame = Frame((start, close), Kind.DUTY, split_roles(self.raw[start:end]))
            self._fill_times(frame)
            frame.span, frame.actions = (min(start, opened), part.end), (self.raw[begin:stop],)
            frames.append(frame)
        part.start = at
        return frames

    def _keep_rhythm(self, span: Span) -> None:
        """A statement that binds by its rhythm alone (业主大会会议每年召开一次) is a duty of whoever is meant."""
        at, stop = find_action(self.text, *span)
        frame = Frame(span, Kind.DUTY, self.current, actions=(self.raw[at:stop],))
        self._fill_times(frame)
        frame.addressee = tuple(find_addressees(self.text, self.raw, *span))
        if any(one.vague is None for one in frame.cadence):
            self.frames.append(frame)

    def _whole(self, spans: list[Span], end: int) -> Kind | None:
        words = self.text[spans[0][0] : end]
        whole = sentence_kind(words)
        if whole is None and states_aim(self.text[slice(*spans[0])], words):
            named = any(find_subject(self.text, *span).mark == "subject" for span in spans)
            return None if named else Kind.OTHER
        return whole

    def _only_encourages_first(self, spans: list[Span]) -> bool:
        if not self.text.startswith(("鼓励", "支持", "引导"), spans[0][0]):
            return False
        return any(
            find_subject(self.text, *span).mark == "subject" and segment_kind(self.text[slice(*span)])
            for span in spans[1:]
        )

    def _parts(self, spans: list[Span]) -> list[_Part]:
        parts = []
        for start, end in spans:
            words = self.text[start:end]
            parts.append(_Part(start, end, words, segment_kind(words)))
        parts[-1].last = True
        punished = next((at for at, part in enumerate(parts) if part.kind is Kind.SANCTION), 0)
        for part in parts[:punished]:
            part.early = not within(self._rhythms, part.start, part.end)
        return parts

    def _subject(self, part: _Part) -> Subject:
        told = part.early or (not part.last and part.words[-1] in "的时后")
        found = find_subject(self.text, part.start, part.end, misdeed=told)
        if not found.mark and not part.last and part.kind is None:
            topic = _TOPIC.search(part.words)
            if (
                topic
                and _SETTLED_NEXT.match(self.text, part.end)
                and is_ending(self.text, part.start, part.end)
            ):
                return Subject(part.start, part.end, part.end, "subject")
        if part.last and found.mark and found.rest >= part.end and not part.words.endswith(_TITLED):
            return Subject(part.start, part.start, part.start, "")
        if self._waiting and found.mark == "subject" and part.words.startswith(("依法", "依照", "按照")):
            return Subject(part.start, part.start, part.start, "")
        return found

    def _part(self, part: _Part, found: Subject, before: Kind | None) -> Frame | None:
        """Read one segment: a condition or an opening is kept for later (None), a predicate becomes a frame."""
        names = self._names(part, found)
        excepted = part.words.endswith("的除外") and (before is not None or "由" in part.words)
        if excepted or (part.kind is not Kind.OTHER and not part.last and self._opens(part, found, names)):
            return None
        kind = part.kind
        if kind is Kind.SANCTION and found.mark == "agent" and not self._waiting and self._bound_before():
            kind = Kind.DUTY
        if kind is Kind.OTHER:
            formed = None if part.last else body_formed(self.text, part.start, part.end)
            self._waiting = [split_roles(self.raw[slice(*formed)])] if formed else self._waiting
            return Frame((part.start, part.end), kind)
        if kind is Kind.SANCTION:
            return self._sanction(part, found, names)
        return self._order(part, kind, before, found, names)

    def _opens(self, part: _Part, found: Subject, names: tuple[str, ...]) -> bool:
        """Keep what a segment says for the predicate to come, and say whether that was all it did."""
        if part.words[0] in "报经并" and _FILED_FIRST.search(part.words):
            self._filed += find_addressees(self.text, self.raw, part.start, part.end)
        rest = found.rest if found.mark == "subject" else -1
        condition = is_condition(self.text, (part.start, part.end), part.kind, rest)
        misdeed = part.early and part.kind is not Kind.SANCTION and not _FIRM.search(part.words)
        if condition or misdeed or (found.mark and found.rest >= part.end):
            absent = found.mark == "subject" and not part.early and is_absent(self.text, found.rest, part.end)
            if not absent:
                self._keep(found, names, part.end)
            if part.words[-1] == "的":
                self._conditions.append((part.start, part.end))
            return True
        if part.kind is None and found.mark == "subject" and names and _MODAL_NEXT.match(self.text, part.end):
            self._keep(found._replace(rest=part.end), names, part.end)
            return True
        if part.kind is not None or found.mark:
            return False
        if is_topic(part.words) and _MODAL_LATER.search(self.text, part.end):
            return True
        if self.text[part.start : part.start + 2] not in ORDERS and not part.words.startswith(_PREPOSED):
            first = role_end(self.text, part.start, part.end).first
            if first > 0 and self.text[first : first + 2] in NOUNLIKE:
                self._maybe = split_roles(self.raw[part.start : first])
                stop = self.text.find("。", part.end)
                if "向" not in part.words and _MODAL_LATER.search(
                    self.text, part.end, stop if stop > 0 else part.end
                ):
                    return True
        return (
            self._sets_up(part) or self._fronts_thing(part) or is_adverbial(self.text, part.start, part.end)
        )

    def _bound_before(self) -> bool:
        return any(one.kind is Kind.DUTY for one in self.frames) and self.frames[0].kind is not Kind.SANCTION

    def _sets_up(self, part: _Part) -> bool:
        """成立…小组，负责…: the body that is set up bears what follows."""
        found = _SETS_UP.match(self.text, part.start, part.end) if self.plan else None
        if found is None or not is_ending(self.text, found.end(), part.end):
            return False
        self._waiting.append(split_roles(self.raw[found.end() : part.end]))
        return True

    def _fronts_thing(self, part: _Part) -> bool:
        """A thing put before a modal in the next segment: the body that owns it has to act."""
        owner = -1 if part.words.startswith(("如", "应")) else owner_of_thing(self.text, part.start, part.end)
        if owner > 0 and not self._waiting:
            self._waiting.append(split_roles(self.raw[part.start : owner]))
            self._thing = True
        return owner > 0

    def _names(self, part: _Part, found: Subject) -> tuple[str, ...]:
        if not found.mark:
            return ()
        end = found.end
        while end < len(self.text) and self.text[end] == FILL:
            end += 1
        phrase = self.raw[found.start : end]
        if is_anaphor(phrase):
            return self.current or ()
        if _SELF.match(phrase) and (self._waiting or self.current):
            return self._waiting[-1] if self._waiting else self.current or ()
        charged = CHARGED.search(part.words) if "主管人员" in part.words else None
        if charged and (charged.group() in phrase or (charged.end() == len(part.words) and not part.last)):
            phrase = charged.group()
        return split_roles(phrase)

    def _keep(self, found: Subject, names: tuple[str, ...], end: int) -> None:
        whole = found.rest >= end
        if found.mark == "object":
            self._fronted = names if whole else ()
        elif names and whole and self._topic and self._waiting:
            self._waiting[-1] += names
        elif names and (found.mark == "subject" or not self._waiting):
            self._waiting.append(names)
        self._topic = bool(names) and whole and found.mark != "object"

    def _sanction(self, part: _Part, found: Subject, names: tuple[str, ...]) -> Frame:
        waiting = tuple(dict.fromkeys(name for some in self._waiting for name in some))
        subjects: tuple[str, ...] | None = waiting or None
        by: tuple[str, ...] = ()
        if found.mark == "agent" or (found.mark == "subject" and (waiting or self.current)):
            by = names
        elif found.mark == "subject":
            subjects = names
        objects = [*names] if found.mark == "object" else []
        objects += [*find_punished(self.text, self.raw, part.start, part.end), *self._fronted]
        if subjects is None and (self._fronted or (objects and self.current is None)):
            subjects = ()
        if subjects is not None:
            self.current = subjects
        return Frame((part.start, part.end), Kind.SANCTION, self.current, tuple(dict.fromkeys(objects)), by)

    def _order(
        self, part: _Part, kind: Kind | None, before: Kind | None, found: Subject, names: tuple[str, ...]
    ) -> Frame | None:
        subjects: tuple[str, ...] = ()
        if found.mark in ("subject", "agent", "owner") and names:
            beside = (
                self._waiting
                and not (found.mark == "agent" and self._thing)
                and (
                    (found.mark == "agent" and found.start - part.start <= 3)
                    or (self._topic and part.words.startswith(("以及", "及", "和", "与")))
                )
            )
            subjects = tuple(dict.fromkeys((*self._waiting[-1], *names))) if beside else names
        elif self._waiting:
            subjects = self._waiting[-1]
        elif self._maybe and part.words.startswith(_MODALS):
            subjects = self._maybe
        elif self._fronted and (
            (kind is Kind.PROHIBITION and _BARRED.search(part.words))
            or (self.current is None and _LIABLE.search(part.words))
        ):
            subjects = self._fronted
        if kind is None:
            kind = self._bare_kind(part, before, named=bool(subjects))
        if kind is None:
            return None
        if subjects:
            self.current, self._waiting = subjects, []
        return Frame((part.start, part.end), kind, subjects or self.current)

    def _bare_kind(self, part: _Part, before: Kind | None, *, named: bool) -> Kind | None:
        """The kind of a segment that no word of it decides: an order where it opens with a verb or goes on with one."""
        if before in (Kind.DUTY, Kind.SANCTION):
            return before
        text, start, end = self.text, part.start, part.end
        told = self.plan or self.current
        if named or self.bare or before is not None or (told and first_verb(text, start, end) >= 0):
            return Kind.DUTY
        opening = _ADVERBS.match(text, start, end)
        at = opening.end() if opening else start
        if (
            text[at : at + 2] in ORDERS
            or text[start] in "将把对"
            or (self.current and text[at : at + 1] in "报送交")
        ):
            return Kind.DUTY
        at, _ = find_action(text, start, end)
        return (
            Kind.DUTY if text[at : at + 2] in ORDERS or (self.current and text[at : at + 1] == "向") else None
        )

    def _fill(self, frame: Frame, part: _Part, found: Subject) -> None:
        if frame.kind is not Kind.SANCTION and (self._rhythms or self._limits):
            self._fill_times(frame)
        if frame.kind is not Kind.PROHIBITION:
            told = self._filed + find_addressees(self.text, self.raw, part.start, part.end)
            frame.addressee = tuple(dict.fromkeys(told)) if told else ()
        if self._filed:
            self._filed = []
        begin = found.rest if found.mark and found.mark != "object" else part.start
        at, stop = find_action(self.text, begin, part.end)
        if stop > at and frame.kind in _ACTING:
            frame.actions = (self.raw[at:stop],)

    def _fill_times(self, frame: Frame) -> None:
        low, high = frame.span
        rhythms = [one for one in within(self._rhythms, low, high) if not self._conditional(one.start)]
        limits = [one for one in within(self._limits, low, high) if not self._conditional(one.start)]
        frame.cadence = tuple(dict.fromkeys(one.cadence for one in rhythms))
        frame.deadline = tuple(dict.fromkeys(one.deadline for one in limits))

    def _conditional(self, at: int) -> bool:
        place = bisect_right(self._conditions, (at, len(self.text))) - 1
        return place >= 0 and at < self._conditions[place][1]
