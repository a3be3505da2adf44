"""Days and windows in words."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from remit.web.dates import DayConverter, day_words, parse_day, window_words
from remit.web.templatetags.words import path_words

WINDOWS = [
    ("2026", "2026年", "year 2026"),
    ("2026H1", "2026年上半年", "first half of 2026"),
    ("2026Q3", "2026年第三季度", "third quarter of 2026"),
    ("2026-06", "2026年6月", "June 2026"),
    ("2026-W05", "2026年第5周", "week 5 of 2026"),
    ("2026-06-30", "2026年6月30日", "30 June 2026"),
    ("2026-2027", "2026—2027年", "years 2026 to 2027"),
    ("on:r12", "自记录r12起", "since record r12"),
    ("2026-autumn", "2026年秋季学期", "autumn term of 2026"),
    ("2026-13", "2026-13", "2026-13"),
]


@pytest.mark.parametrize(("window", "chinese", "english"), WINDOWS)
def test_a_window_is_named_in_words(window: str, chinese: str, english: str) -> None:
    with override("zh-hans"):
        assert window_words(window) == chinese
    with override("en"):
        assert window_words(window) == english


def test_a_day_is_written_as_offices_write_it() -> None:
    with override("zh-hans"):
        assert day_words(date(2026, 6, 3)) == "2026年6月3日"
    with override("en"):
        assert day_words(date(2026, 6, 3)) == "3 June 2026"


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_day_that_is_shown_in_an_address_or_a_field_is_read_back(day: date) -> None:
    converter = DayConverter()
    assert converter.to_python(converter.to_url(day)) == day
    assert parse_day(day.isoformat(), field="on") == (day, ())


@given(st.text(max_size=12))
def test_any_text_is_a_day_or_a_problem_or_nothing(text: str) -> None:
    day, problems = parse_day(text, field="on")
    assert (day is None) or not problems
    assert bool(problems) == (day is None and bool(text.strip()))


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        (("第二章", "第六条", "(一)"), "第六条(一)"),
        (("一、", "(二)"), "一、(二)"),
        (("第六条", "第一款"), "第六条第一款"),
        (("§ 1910.157", "(d)", "(1)"), "§ 1910.157(d)(1)"),
        (("CP-2", "a."), "CP-2 a."),
        (("Chapter 2", "Article 9", "(b)"), "Article 9(b)"),
        ((), ""),
    ],
)
def test_a_path_of_numbers_is_cited_as_people_cite_it(ref: tuple[str, ...], said: str) -> None:
    assert path_words(ref) == said
