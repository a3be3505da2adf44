"""The draft regime: every clause kept with its words, duties where an act binds, nothing from outside scope."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.clause import Clause, Heading, Outline
from remit.core.duty import Act, Basis, Degree, Kind, Provision
from remit.core.period import Cadence
from remit.reading.provision import provisions
from remit.reading.regime_draft import (
    draft,
    propose_edition,
    propose_id,
    propose_language,
    propose_title,
)
from remit.reading.role_degree import propose_degree
from remit.reading.structure import outline

TEXT = """第一章 总则
第一条 港务局应当每年演练，并报告市政府。
第二条 港务局应当登记旅客的信仰，并检查消防设施。
第三条 监管部门可以处罚。
"""
TREE = Outline((Heading(("第一章",), 0, 6),), tuple(
    Clause(("第一章", ref), TEXT.index(ref), TEXT.index("\n", TEXT.index(ref)), TEXT.index(ref) + 4)
    for ref in ("第一条", "第二条", "第三条")
))  # fmt: skip


def act(words: str, **slots: object) -> Act:
    start = TEXT.index(words)
    return Act(
        **{"start": start, "end": start + len(words), "kind": Kind.DUTY, "holders": ("港务局",)} | slots
    )


SPAN = (TEXT.index("登记"), TEXT.index("登记") + 7)
READ = (
    Provision(
        clause=TREE.clauses[0],
        kind=Kind.DUTY,
        basis=(("holders", Basis.EXPLICIT), ("cadence", Basis.EXPLICIT), ("refers", Basis.EXPLICIT)),
        acts=(
            act("港务局应当每年演练", actions=("演练",), cadence=(Cadence(min=1, period="P1Y"),)),
            act("报告市政府", addressee=("市政府",), degree=Degree.EXECUTING),
        ),
    ),
    Provision(
        clause=TREE.clauses[1],
        kind=Kind.DUTY,
        acts=(act("登记旅客的信仰"), act("检查消防设施", degree=Degree.EXECUTING)),
        screen="mixed",
        why="belief-identity",
        out_spans=(SPAN,),
    ),
    Provision(
        clause=TREE.clauses[2], kind=Kind.PERMISSION, acts=(act("监管部门可以处罚", kind=Kind.PERMISSION),)
    ),
)
DRAFT = draft(
    TEXT, TREE, READ, id="harbour", title="办法", edition=date(2026, 3, 1), file="a.txt", sha256="ab"
)


def test_headings_and_clauses_stand_in_the_order_of_the_text() -> None:
    assert [c.text for c in DRAFT.clauses] == TEXT.splitlines()
    assert [c.heading for c in DRAFT.clauses] == [True, False, False, False]
    assert all(TEXT[c.start : c.end] == c.text for c in DRAFT.clauses)


def test_each_binding_act_is_a_duty_with_its_own_slots_and_words() -> None:
    first, second = DRAFT.clauses[1].duties
    assert (first.ref, second.ref) == ("art-1.a", "art-1.b")
    assert (first.quote, second.quote) == ("港务局应当每年演练", "报告市政府")
    assert (first.cadence, second.cadence) == ((Cadence(min=1, period="P1Y"),), ())
    assert first.basis == (("holders", Basis.EXPLICIT), ("cadence", Basis.EXPLICIT))
    assert second.basis == (("holders", Basis.EXPLICIT),)


def test_what_lies_outside_scope_keeps_its_words_and_creates_nothing() -> None:
    clause = DRAFT.clauses[2]
    assert (clause.screen, clause.why) == ("mixed", "belief-identity")
    assert "信仰" in clause.text
    assert [d.quote for d in clause.duties] == ["检查消防设施"]


def test_a_clause_wholly_outside_scope_yields_no_duty_and_no_role() -> None:
    hidden = Provision(
        clause=TREE.clauses[1], kind=Kind.DUTY, acts=READ[1].acts, screen="out", why="belief-identity"
    )
    regime = draft(TEXT, TREE, (READ[2], hidden, READ[2]), id="a", title="t", edition=date(2026, 1, 1))
    assert [c.duties for c in regime.clauses] == [(), (), (), ()]
    assert regime.roles == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("第一条 引航机构应当报告下列单位：\n（一）海事机构；\n（二）港务局。", ("海事机构", "港务局")),
        (
            "Section 1 The pilot must notify—\n(a) the owner; and\n(b) the harbour master.",
            ("owner", "harbour master"),
        ),
    ],
)
def test_recipients_that_items_name_belong_to_the_duty_above_them(text: str, told: tuple[str, ...]) -> None:
    tree, _ = outline(text)
    read, _ = provisions(text, tree)
    drafted = draft(text, tree, read, id="harbour", title="办法", edition=date(2026, 3, 1))
    duties = [duty for clause in drafted.clauses for duty in clause.duties]
    assert [duty.addressee for duty in duties] == [told]


def test_permissions_yield_no_duty() -> None:
    assert DRAFT.clauses[3].duties == ()


def test_the_degree_most_often_stated_is_proposed() -> None:
    assert [(r.name, r.degree, r.units) for r in DRAFT.roles] == [("港务局", Degree.EXECUTING, ())]


@pytest.mark.parametrize(
    ("holder", "degree"),
    [
        ("港务局", Degree.PRINCIPAL),
        ("各单位主要负责人", Degree.FIRST),
        ("法定代表人", Degree.FIRST),
        ("分管负责人", Degree.DIRECT),
        ("班子其他成员", Degree.LEADERSHIP),
        ("安全生产委员会办公室", Degree.COORDINATING),
        ("从业人员", Degree.EXECUTING),
        ("the chief executive", Degree.FIRST),
        ("deputy director", Degree.DIRECT),
        ("employees", Degree.EXECUTING),
        ("the port authority", Degree.PRINCIPAL),
    ],
)
def test_a_degree_is_proposed_from_the_words(holder: str, degree: Degree) -> None:
    assert propose_degree(holder) is degree


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("本办法自2026年3月1日起施行。", date(2026, 3, 1)),
        ("本办法自 2026 年 12 月 31 日起执行。", date(2026, 12, 31)),
        ("This order comes into force on 1 April 2026.", date(2026, 4, 1)),
        ("本办法自发布之日起施行。", None),
        ("本办法自2026年13月1日起施行。", None),
    ],
)
def test_the_edition_is_the_day_the_text_enters_into_force(text: str, day: date | None) -> None:
    assert propose_edition(text) == day


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("港湾市消防安全责任制实施办法\n第一章 总则\n第一条 甲。\n", "港湾市消防安全责任制实施办法"),
        ("港湾市人民政府\n关于消防安全的规定\n第一条 甲。\n", "港湾市人民政府关于消防安全的规定"),
        ("第一条 甲。\n第二条 乙。\n", "file"),
        (
            "Harbour Fire Safety Order\n1. The master shall inspect.\n2. The owner shall report.\n",
            "Harbour Fire Safety Order",
        ),
    ],
)
def test_the_title_is_above_the_first_clause(text: str, title: str) -> None:
    assert propose_title(text, outline(text)[0], fallback="file") == title


def test_ids_are_ascii() -> None:
    assert propose_id("Harbour Fire (2026)", "ab" * 32) == "harbour-fire-2026"
    assert propose_id("消防责任制", "ab" * 32) == "regime-abababab"


def test_the_language_is_told_by_the_letters() -> None:
    assert propose_language(TEXT) == "zh"
    assert propose_language("The master shall inspect the alarm (警报) every week.") == "en"


@given(st.text(alphabet="第一二条章应当不得每年\n。，（）港务局报告 must shall1.", max_size=120))
def test_any_text_gives_a_draft_whose_quotes_are_its_clauses_words(text: str) -> None:
    tree, _ = outline(text)
    read, _ = provisions(text, tree)
    regime = draft(text, tree, read, id="a", title="t", edition=date(2026, 1, 1))
    refs = [d.ref for c in regime.clauses for d in c.duties]
    assert len(set(refs)) == len(refs)
    assert all(ref.isascii() for ref in refs)
    assert all(d.quote and d.quote in c.text for c in regime.clauses for d in c.duties)


def test_no_duty_of_a_clause_takes_the_name_of_an_item_below_it() -> None:
    text = "1 The office reports. The office replies.\n(a) The office trains.\n"
    clauses = Clause(("1",), 0, 41, 2), Clause(("1", "(a)"), 42, 64, 46)
    tree = Outline((), clauses)
    acts = [
        [Act(start=start, end=end, kind=Kind.DUTY, holders=("office",)) for start, end in spans]
        for spans in (((2, 21), (22, 41)), ((46, 64),))
    ]
    read = [
        Provision(clause=clause, kind=Kind.DUTY, acts=tuple(own))
        for clause, own in zip(clauses, acts, strict=True)
    ]
    regime = draft(text, tree, read, id="r", title="T", edition=date(2026, 1, 1))
    assert [duty.ref for clause in regime.clauses for duty in clause.duties] == ["1.b", "1.c", "1.a"]
