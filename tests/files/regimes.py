"""Regimes for the tests: one by hand, and any that the values allow."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from remit.core.duty import Basis, Degree, Duty, Kind, Review, ReviewState
from remit.core.period import Cadence, Deadline
from remit.core.regime import Defaults, Regime, RegimeClause, Role, Source

HARBOUR = Regime(
    id="harbour-fire",
    title="港湾市消防安全责任制实施办法",
    edition=date(2026, 3, 1),
    subject="消防安全",
    source=Source(title="港湾市消防安全责任制实施办法", file="harbour.docx", sha256="ab" * 32),
    roles=(
        Role(name="市人民政府", units=("市",)),
        Role(name="各单位"),
        Role(name="主要负责人", degree=Degree.FIRST),
    ),
    clauses=(
        RegimeClause(ref=("第一章",), text="第一章 总则", start=0, end=6, heading=True),
        RegimeClause(
            ref=("第一章", "第一条"),
            text="第一条 市人民政府每半年至少召开一次消防工作会议。",
            start=7,
            end=32,
            kind=Kind.DUTY,
            duties=(
                Duty(
                    ref="art-1",
                    quote="市人民政府每半年至少召开一次消防工作会议",
                    holders=("市人民政府",),
                    actions=("召开消防工作会议",),
                    cadence=(Cadence(min=1, period="P6M"),),
                    basis=(("holders", Basis.EXPLICIT), ("cadence", Basis.EXPLICIT)),
                    review=Review(state=ReviewState.ACCEPTED, by="李明", on=date(2026, 3, 2)),
                ),
            ),
        ),
        RegimeClause(
            ref=("第一章", "第二条"),
            text="第二条 各单位应当每年演练，并于12月31日前报告消防救援机构。\n演练应当留有记录。",
            start=33,
            end=75,
            kind=Kind.DUTY,
            duties=(
                Duty(
                    ref="art-2.a",
                    quote="每年演练",
                    holders=("各单位",),
                    actions=("演练",),
                    cadence=(Cadence(min=1, period="P1Y"),),
                    evidence=("演练记录",),
                ),
                Duty(
                    ref="art-2.b",
                    quote="于12月31日前报告消防救援机构",
                    holders=("各单位",),
                    actions=("报告消防救援机构",),
                    cadence=(Cadence(min=1, period="P1Y"),),
                    deadline=(Deadline(by="--12-31"),),
                    addressee=("消防救援机构",),
                    basis=(("holders", Basis.INHERITED),),
                ),
            ),
        ),
    ),
)

_text = st.text(alphabet=st.characters(codec="utf-8"), max_size=30) | st.sampled_from(
    ["", "null", "~", "2026", "2026-03-01", "true", "1e3", "- a", "a: b", "# c", "'", '"', "一\n二", " 前", "后 ",
     "\ta", "a\n", "\n", "?a", ":", "-a", "a\n\n b\n", "\u2028", "\x85", "\ufeff", "\x07",
     "@x", "&a", "*a", "!t", "|", ">", "%", "{a}", "[b]", "a, b"]
)  # fmt: skip
_texts = st.lists(_text, max_size=3).map(tuple)
_dates = st.dates()
_cadences = st.builds(
    Cadence,
    min=st.none() | st.integers(0, 99),
    period=st.none() | _text,
    months=st.lists(st.integers(1, 12), max_size=3).map(tuple),
    vague=st.none() | _text,
)
_deadlines = st.builds(
    Deadline, amount=st.none() | st.integers(0, 99), unit=st.none() | _text, after=_text, by=st.none() | _text
)
_reviews = st.builds(
    Review,
    state=st.sampled_from(ReviewState),
    by=_text,
    on=st.none() | _dates,
    reason=_text,
    suspect=st.booleans(),
)
_bases = st.dictionaries(_text.filter(bool), st.sampled_from(Basis), max_size=2).map(
    lambda d: tuple(d.items())
)
_duties = st.builds(
    Duty,
    ref=_text,
    quote=_text,
    kind=st.sampled_from(Kind),
    holders=_texts,
    actions=_texts,
    cadence=st.lists(_cadences, max_size=2).map(tuple),
    deadline=st.lists(_deadlines, max_size=2).map(tuple),
    addressee=_texts,
    evidence=_texts,
    basis=_bases,
    review=_reviews,
)
_clauses = st.builds(
    RegimeClause,
    ref=_texts,
    text=_text,
    start=st.integers(0, 10**9),
    end=st.integers(0, 10**9),
    heading=st.booleans(),
    kind=st.sampled_from(Kind),
    screen=_text,
    why=_text,
    duties=st.lists(_duties, max_size=2).map(tuple),
)
REGIMES = st.builds(
    Regime,
    id=_text,
    title=_text,
    edition=_dates,
    language=_text,
    subject=_text,
    source=st.builds(Source, title=_text, issued_by=_text, number=_text, file=_text, sha256=_text),
    defaults=st.builds(
        Defaults, year_starts=st.integers(1, 12), due_soon_days=st.integers(0, 99), on_holiday=_text
    ),
    roles=st.lists(st.builds(Role, name=_text, degree=st.sampled_from(Degree), units=_texts), max_size=2).map(
        tuple
    ),
    clauses=st.lists(_clauses, max_size=2).map(tuple),
)
