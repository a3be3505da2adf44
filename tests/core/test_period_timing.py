import pytest

from remit.core.period import Cadence, Deadline
from remit.core.problem import Level, Place
from remit.core.timing import cadence_problems, deadline_problems


@pytest.mark.parametrize(
    "cadence",
    [
        Cadence(min=2, period="P1Y"),
        Cadence(max=1, period="P1M"),
        Cadence(min=1, max=3, period="P3M"),
        Cadence(min=2, max=2, period="P1Y"),
        Cadence(min=1, per="学期"),
        Cadence(months=(6, 12)),
        Cadence(quarters=(1, 4)),
        Cadence(period_min="P2Y", period_max="P3Y"),
        Cadence(period_min="P1Y", period_max="P1Y"),
        Cadence(vague="定期"),
        Cadence(min=1, period="PT2H"),
    ],
)
def test_a_sound_cadence_has_no_problem(cadence: Cadence) -> None:
    assert cadence_problems(cadence) == ()


@pytest.mark.parametrize(
    ("cadence", "codes"),
    [
        (Cadence(), ["cadence-empty"]),
        (Cadence(min=1, period="P1Y", months=(6,)), ["cadence-mixed"]),
        (Cadence(min=1, vague="定期"), ["cadence-mixed"]),
        (Cadence(months=(6,), quarters=(2,)), ["cadence-mixed"]),
        (Cadence(period="P1Y", period_min="P2Y"), ["cadence-mixed"]),
        (Cadence(min=1, period="P0D"), ["cadence-period"]),
        (Cadence(min=1, period="monthly"), ["cadence-period"]),
        (Cadence(min=1), ["cadence-period"]),
        (Cadence(min=1, per=""), ["cadence-period"]),
        (Cadence(min=1, period="P1Y", per="学期"), ["cadence-period"]),
        (Cadence(period="P1Y"), ["cadence-count"]),
        (Cadence(min=0, period="P1Y"), ["cadence-count"]),
        (Cadence(max=0, period="P1Y"), ["cadence-count"]),
        (Cadence(min=3, max=2, period="P1Y"), ["cadence-order"]),
        (Cadence(months=(0, 13)), ["cadence-month", "cadence-month"]),
        (Cadence(months=(6, 6, 12, 12)), ["cadence-twice", "cadence-twice"]),
        (Cadence(quarters=(0, 5)), ["cadence-quarter", "cadence-quarter"]),
        (Cadence(quarters=(1, 1)), ["cadence-twice"]),
        (Cadence(period_min="P2Y"), ["cadence-range"]),
        (Cadence(period_max="P2Y"), ["cadence-range"]),
        (Cadence(period_min="P3Y", period_max="P2Y"), ["cadence-range"]),
        (Cadence(period_min="x", period_max="P0M"), ["cadence-period", "cadence-period"]),
        (Cadence(vague=""), ["cadence-vague"]),
    ],
)
def test_a_cadence_that_means_nothing_says_why(cadence: Cadence, codes: list[str]) -> None:
    found = cadence_problems(cadence, at=Place(ref="art-4"))
    assert [problem.code for problem in found] == codes
    assert {(problem.level, problem.place.ref) for problem in found} == {(Level.ERROR, "art-4")}


def test_it_names_what_was_found() -> None:
    texts = [
        problem.text()
        for cadence in (
            Cadence(min=3, max=2, period="P1X"),
            Cadence(months=(13,)),
            Cadence(min=0, period="P1Y"),
        )
        for problem in cadence_problems(cadence)
    ]
    assert ["at least 3 times and at most 2" in texts[0], "'P1X'" in texts[1], "month 13" in texts[2]] == [
        True
    ] * 3
    assert "'min: 0'" in texts[3]


@pytest.mark.parametrize(
    "deadline",
    [
        Deadline(amount=20, unit="workday", after="决定作出之日"),
        Deadline(amount=1, unit="minute"),
        Deadline(amount=30, unit="day", before="开工"),
        Deadline(amount=10, unit="workday", counts_from="window"),
        Deadline(by="2026-04-15"),
        Deadline(by="--02-29"),
    ],
)
def test_a_sound_deadline_has_no_problem(deadline: Deadline) -> None:
    assert deadline_problems(deadline) == ()


@pytest.mark.parametrize(
    ("deadline", "codes"),
    [
        (Deadline(), ["deadline-form"]),
        (Deadline(amount=3, unit="day", by="2026-01-01"), ["deadline-form"]),
        (Deadline(amount=3), ["deadline-unit"]),
        (Deadline(unit="day"), ["deadline-amount"]),
        (Deadline(amount=0, unit="day"), ["deadline-amount"]),
        (Deadline(amount=100_001, unit="day"), ["deadline-amount"]),
        (Deadline(amount=3, unit="fortnight"), ["deadline-unit"]),
        (Deadline(amount=3, unit="day", after="甲", before="乙"), ["deadline-form"]),
        (Deadline(by="2026-02-30"), ["deadline-day"]),
        (Deadline(by="--02-30"), ["deadline-day"]),
        (Deadline(by="January"), ["deadline-day"]),
        (Deadline(amount=3, unit="day", counts_from="decision"), ["deadline-from"]),
    ],
)
def test_a_deadline_that_means_nothing_says_why(deadline: Deadline, codes: list[str]) -> None:
    found = deadline_problems(deadline, at=Place(ref="art-4"))
    assert [problem.code for problem in found] == codes
    assert {problem.place.ref for problem in found} == {"art-4"}
