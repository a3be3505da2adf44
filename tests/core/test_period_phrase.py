import pytest

from remit.core.period import Cadence, Deadline
from remit.core.phrase import cadence_text, deadline_text
from tests.core.catalogue import chinese

CADENCES = [
    (Cadence(min=1, period="P1D"), "at least once a day", "每日至少1次"),
    (Cadence(min=2, period="P1W"), "at least 2 times a week", "每周至少2次"),
    (Cadence(min=1, period="P1M"), "at least once a month", "每月至少1次"),
    (Cadence(min=1, period="P3M"), "at least once a quarter", "每季度至少1次"),
    (Cadence(max=1, period="P6M"), "at most once a half-year", "每半年至多1次"),
    (Cadence(max=3, period="P1Y"), "at most 3 times a year", "每年至多3次"),
    (Cadence(min=2, period="P1Y"), "at least 2 times a year", "每年至少2次"),
    (Cadence(min=1, max=1, period="P2Y"), "once every 2 years", "每2年1次"),
    (Cadence(min=2, max=2, period="P2M"), "2 times every 2 months", "每2个月2次"),
    (Cadence(min=1, max=3, period="P2W"), "1 to 3 times every 2 weeks", "每2周1至3次"),
    (Cadence(min=1, period="P10D"), "at least once every 10 days", "每10日至少1次"),
    (Cadence(min=1, period="PT2H"), "at least once every 2 hours", "每2小时至少1次"),
    (Cadence(min=1, period="P18M"), "at least once every 18 months", "每18个月至少1次"),
    (Cadence(min=1, per="学期"), "at least once each 学期", "每学期至少1次"),
    (Cadence(months=(6, 12)), "every year in June, December", "每年6月、12月"),
    (Cadence(quarters=(2, 4)), "every year in quarter 2, 4", "每年第2、4季度"),
    (Cadence(period_min="P2Y", period_max="P3Y"), "every 2 years to 3 years", "每2年至3年"),
    (Cadence(period_min="P1Y", period_max="P18M"), "every 1 year to 18 months", "每1年至18个月"),
    (Cadence(vague="定期"), "定期 (no number given)", "定期（未定次数）"),
]
DEADLINES = [
    (Deadline(amount=1, unit="hour"), "within 1 hour", "1小时内"),
    (Deadline(amount=30, unit="minute"), "within 30 minutes", "30分钟内"),
    (
        Deadline(amount=20, unit="workday", after="决定作出之日"),
        "within 20 working days (决定作出之日)",
        "20个工作日内（决定作出之日）",
    ),
    (Deadline(amount=30, unit="day", before="开工"), "30 days ahead (开工)", "提前30日（开工）"),
    (
        Deadline(amount=10, unit="workday", counts_from="window"),
        "within 10 working days after the end of the period",
        "每期结束后10个工作日内",
    ),
    (Deadline(by="--01-31"), "by 31 January every year", "每年1月31日前"),
    (Deadline(by="2026-04-15"), "by 15 April 2026", "2026年4月15日前"),
]


@pytest.mark.parametrize(("cadence", "english", "words"), CADENCES)
def test_a_cadence_reads_well_in_both_languages(cadence: Cadence, english: str, words: str) -> None:
    assert (cadence_text(cadence), cadence_text(cadence, chinese)) == (english, words)


@pytest.mark.parametrize(("deadline", "english", "words"), DEADLINES)
def test_a_deadline_reads_well_in_both_languages(deadline: Deadline, english: str, words: str) -> None:
    assert (deadline_text(deadline), deadline_text(deadline, chinese)) == (english, words)


def test_what_means_nothing_is_quoted_as_it_stands() -> None:
    assert cadence_text(Cadence(min=1, period="monthly")) == "at least once every monthly"
    assert cadence_text(Cadence(period_min="P2Y")) == "every 2 years to "
    assert cadence_text(Cadence(months=(13,))) == "every year in 13"
    assert deadline_text(Deadline(by="soon")) == "by soon"
    assert deadline_text(Deadline(amount=3, unit="fortnight")) == "within 3 fortnight"
    assert deadline_text(Deadline(amount=3)) == "within 3"
