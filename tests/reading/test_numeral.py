"""Numbers as regulations print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.reading.numeral import parse_english, parse_letter, parse_numeral, parse_roman, write_chinese


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一", 1), ("十", 10), ("十一", 11), ("二十", 20), ("一百零五", 105), ("一百一十", 110), ("一百二", 120),
        ("二百五十六", 256), ("一千零一", 1001), ("一千零一十", 1010), ("两千", 2000), ("三万五千", 35_000),
        ("十万", 100_000), ("一亿零三百", 100_000_300), ("二〇二六", 2026), ("廿三", 23), ("卅", 30),
        ("壹拾贰", 12), ("零", 0), ("１２", 12), ("12", 12), (" 一 百 二 十 ", 120),
    ],
)  # fmt: skip
def test_it_reads(text: str, value: int) -> None:
    assert parse_numeral(text) == value


@pytest.mark.parametrize("text", ["", "第", "十十", "百十百", "万", "一一十", "abc", "1.5", "-3"])
def test_it_reads_no_number_in(text: str) -> None:
    assert parse_numeral(text) is None


@given(st.integers(min_value=1, max_value=9999))
def test_what_is_written_is_read_again(number: int) -> None:
    assert parse_numeral(write_chinese(number)) == number


@given(st.text(max_size=20))
def test_it_never_raises(text: str) -> None:
    for parse in (parse_numeral, parse_roman, parse_letter, parse_english):
        assert parse(text) is None or parse(text) is not None


@pytest.mark.parametrize(
    ("text", "value"), [("i", 1), ("IV", 4), ("ix", 9), ("xiv", 14), ("XL", 40), ("mcmxc", 1990)]
)
def test_it_reads_roman_numbers(text: str, value: int) -> None:
    assert parse_roman(text) == value


@pytest.mark.parametrize("text", ["", "iiii", "vx", "a", "ic"])
def test_it_refuses_ill_formed_roman_numbers(text: str) -> None:
    assert parse_roman(text) is None


def test_it_reads_letters_and_doubled_letters() -> None:
    assert [parse_letter(text) for text in ("a", "Z", "aa", "bb", "ab", "aaa", "é", "")] == [
        1,
        26,
        27,
        28,
        None,
        None,
        None,
        None,
    ]


def test_it_reads_english_number_words() -> None:
    assert [parse_english(text) for text in ("One", "TWENTY", "IV", "7", "many")] == [1, 20, 4, 7, None]
