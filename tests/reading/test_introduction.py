"""Lead-ins that only introduce their items are no duties beside them."""

from __future__ import annotations

from datetime import date

import pytest

from remit.core.duty import Basis
from remit.core.regime import duties
from remit.reading.provision import provisions
from remit.reading.regime_draft import draft
from remit.reading.structure import outline

ITEMS = "（一）检查缆桩；\n（二）维护护舷。\n"
ENGLISH_ITEMS = "(a) inspect the bollards;\n(b) repair the fenders.\n"


def asked(text: str) -> list[tuple[str, ...]]:
    return [duty.actions for _, duty in duties(_drafted(text))]


def _drafted(text: str):
    tree, _ = outline(text)
    read, _ = provisions(text, tree)
    return draft(text, tree, read, id="a", title="t", edition=date(2026, 1, 1))


@pytest.mark.parametrize(
    ("lead", "items"),
    [
        ("第一条 泊位单位应当履行下列职责：\n", ITEMS),
        ("第一条 泊位单位应当做好以下工作：\n", ITEMS),
        ("第一条 泊位单位不得有下列行为：\n", "（一）占用通道；\n（二）拆除护舷。\n"),
        ("Article 1 The berth operator shall:\n", ENGLISH_ITEMS),
        ("Article 1 The berth operator must do the following:\n", ENGLISH_ITEMS),
    ],
)
def test_only_the_items_are_duties(lead: str, items: str) -> None:
    assert len(asked(lead + items)) == 2


def test_what_the_lead_in_asks_for_itself_stays() -> None:
    assert asked(f"第一条 泊位单位应当建立安全制度，履行下列职责：\n{ITEMS}")[0] == ("建立安全制度",)


def test_a_rhythm_of_the_lead_in_is_not_lost() -> None:
    assert len(asked(f"第一条 泊位单位应当每年开展下列工作：\n{ITEMS}")) == 3


def test_a_lead_in_to_mere_contents_stays_a_duty() -> None:
    text = "第一条 泊位单位的报告应当包括下列内容：\n（一）缆桩状况；\n（二）护舷状况。\n"
    assert len(asked(text)) == 1


def test_items_take_over_when_the_lead_in_holds() -> None:
    regime = _drafted(f"第一条 发生碰撞时，泊位单位应当采取下列措施：\n{ITEMS}")
    assert [(duty.conditions, dict(duty.basis)["conditions"]) for _, duty in duties(regime)] == [
        (("发生碰撞时",), Basis.INHERITED),
        (("发生碰撞时",), Basis.INHERITED),
    ]


def test_a_duty_has_the_conditions_and_exceptions_of_its_own_sentence() -> None:
    text = "第一条 发现漏油的，泊位单位应当停止作业。港务局应当公布检查结果，但依法应当保密的除外。\n"
    first, second = (duty for _, duty in duties(_drafted(text)))
    assert (first.conditions, first.exceptions) == (("发现漏油的",), ())
    assert (second.conditions, second.exceptions) == ((), ("但依法应当保密的除外",))
