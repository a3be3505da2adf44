"""What holds for any two regimes of a kind; and what comparing very large ones costs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.conformance import conform
from remit.core.duty import Degree, Duty
from remit.core.likeness import MOST_WEIGHED
from remit.core.period import Cadence, Deadline
from remit.core.regime import Regime, Role
from tests.core.conforming import found, regime, says
from tests.files.regimes import REGIMES

ACTS = (
    "检查食堂操作间卫生",
    "召开航道疏浚协调会议",
    "演练地下车库排水",
    "校验压力容器安全阀",
    "公布河流断面水质数据",
    "回访独居老人用气情况",
    "清点图书馆古籍库房",
    "维护隧道照明线路",
    "抽测校车制动性能",
    "修剪行道树枯枝",
)
HOLDERS = ("学校", "港务公司", "市政养护中心")
RECIPIENTS = ("监督机构", "财政部门", "审计部门")
PERIODS = ("P1M", "P3M", "P6M", "P1Y", "P2Y")
ROLES = tuple(Role(name=name, degree=Degree.DIRECT) for name in HOLDERS)
BYSTANDER = Role(name="门卫", degree=Degree.EXECUTING)

DUTIES = st.builds(
    lambda act, holder, count, period, days, to: says(
        act,
        holder,
        cadence=(Cadence(min=count, period=period),),
        deadline=(Deadline(amount=days, unit="day"),),
        addressee=tuple(to),
    ),
    st.sampled_from(ACTS),
    st.sampled_from(HOLDERS),
    st.integers(1, 6),
    st.sampled_from(PERIODS),
    st.integers(2, 60),
    st.lists(st.sampled_from(RECIPIENTS), min_size=1, unique=True),
)
SETS = st.lists(DUTIES, min_size=1, max_size=8, unique_by=lambda duty: duty.quote)


def made(duties: list[Duty], id: str) -> Regime:
    return regime({f"d{at}": duty for at, duty in enumerate(duties)}, id=id, roles=(*ROLES, BYSTANDER))


def tightened(duty: Duty, draw: st.DrawFn) -> Duty:
    rate, limit = duty.cadence[0], duty.deadline[0]
    slots: dict[str, Any] = draw(
        st.sampled_from(
            [
                {},
                {"cadence": (replace(rate, min=(rate.min or 1) + 1),)},
                {"cadence": (replace(rate, period="P1W"),)},
                {"deadline": (replace(limit, amount=(limit.amount or 2) - 1),)},
                {"deadline": (Deadline(amount=1, unit="hour"),)},
                {"addressee": (*duty.addressee, "档案馆")},
                {"quote": duty.quote + "并留存影像资料"},
            ]
        )
    )
    return replace(duty, **slots)


@st.composite
def tightenings(draw: st.DrawFn) -> tuple[list[Duty], list[Duty]]:
    upper = draw(SETS)
    lower = [tightened(duty, draw) for duty in upper]
    return draw(st.permutations(lower)), upper


LOOSER = {
    "longer-interval": lambda duty: {"cadence": (replace(duty.cadence[0], period="P9Y"),)},
    "lower-count": lambda duty: {
        "cadence": (replace(duty.cadence[0], min=(duty.cadence[0].min or 1) - 1),),
    },
    "later-deadline": lambda duty: {
        "deadline": (replace(duty.deadline[0], amount=(duty.deadline[0].amount or 1) + 1),)
    },
    "missing-addressee": lambda duty: {"addressee": duty.addressee[1:]},
    "weaker-holder": lambda duty: {"holders": ("门卫",)},
}


@given(tightenings())
def test_a_stricter_figure_is_never_a_finding(pair: tuple[list[Duty], list[Duty]]) -> None:
    lower, upper = pair
    result = conform(made(lower, "below"), made(upper, "above"))
    assert (found(result), result.undecided, result.others) == ([], (), ())


@given(SETS)
def test_a_regime_keeps_itself(duties: list[Duty]) -> None:
    result = conform(made(duties, "below"), made(duties, "above"))
    assert (found(result), result.undecided, result.met) == ([], (), len(duties))


@given(SETS, st.integers(0, 7), st.sampled_from(sorted(LOOSER)))
def test_one_looser_figure_is_exactly_one_finding(duties: list[Duty], at: int, weakness: str) -> None:
    at %= len(duties)
    if weakness == "lower-count":
        rate = replace(duties[at].cadence[0], min=max(2, duties[at].cadence[0].min or 1))
        duties = [replace(one, cadence=(rate,)) if one is duties[at] else one for one in duties]
    lower = [replace(one, **LOOSER[weakness](one)) if one is duties[at] else one for one in duties]
    result = conform(made(lower, "below"), made(duties, "above"))
    assert found(result) == [(weakness, f"d{at}")]


@given(SETS, st.integers(0, 7))
def test_one_duty_left_out_is_exactly_one_finding(duties: list[Duty], at: int) -> None:
    at %= len(duties)
    lower = made([*duties[:at], *duties[at + 1 :], says("擦拭门牌", *HOLDERS)], "below")
    assert found(conform(lower, made(duties, "above"))) == [("missing-duty", f"d{at}")]


@given(tightenings(), st.data())
def test_who_keeps_what_keeps_a_third_keeps_the_third(
    pair: tuple[list[Duty], list[Duty]], data: st.DataObject
) -> None:
    middle, upper = pair
    lower = [tightened(duty, data.draw) for duty in middle]
    assert found(conform(made(lower, "lower"), made(middle, "middle"))) == []
    assert found(conform(made(lower, "lower"), made(upper, "upper"))) == []


@given(REGIMES, REGIMES)
def test_any_two_regimes_can_be_compared_and_the_counts_add_up(lower: Regime, upper: Regime) -> None:
    result = conform(lower, upper)
    assert result.expected == result.met + result.weaker + result.uncertain
    assert (found(conform(upper, upper)), conform(upper, upper).undecided) == ([], ())


SIZE = 2000
LARGE = {
    "the same words": lambda at: says("检查食堂操作间和留样冷藏柜", "学校"),
    "nearly the same words": lambda at: says(
        "检查食堂操作间并登记" + chr(0x5000 + at) + chr(0x6000 + at), "学校"
    ),
    "words of a small vocabulary": lambda at: says(
        "".join(
            chr(0x7000 + (at * 7919 + step * 104729 + at * step * 31) ** 2 % 10007 % 41) for step in range(16)
        ),
        "学校",
    ),
}


@pytest.mark.parametrize("words", LARGE)
def test_two_thousand_duties_are_not_four_million_comparisons(words: str) -> None:
    upper = made([LARGE[words](at) for at in range(SIZE)], "above")
    lower = made([replace(LARGE[words](at), holders=("中小学校",)) for at in range(SIZE)], "below")
    result = conform(lower, upper)
    assert found(result) == []
    assert result.weighed <= SIZE * MOST_WEIGHED * 2
    if words != "words of a small vocabulary":
        assert result.weighed <= SIZE * 3
