"""What a text is about, and which texts are about the same."""

from __future__ import annotations

import pytest

from remit.core.likeness import MOST_WEIGHED, Covering, TextIndex, Weights, content, rarity, share_covered


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("应当每学期至少检查一次学校的食堂", "检查学校食堂"),
        ("每两至三年开展一次评估", "评估"),
        ("每一个季度评估", "评估"),
        ("每隔15日评估", "评估"),
        ("每半年评估", "评估"),
        ("在6月底前报送", "报送"),
        ("应当在十个工作日内更换护舷", "更换护舷"),
        ("依照本法规定更换护舷", "更换护舷"),
        ("定期更换护舷", "及时更换护舷"),
        ("更换Ａ型护舷", "更换a型护舷"),
        ("It shall test its pumps at least twice a year.", "test the pump"),
        ("tested monthly", "Testing, daily"),
        ("supplies", "supply"),
    ],
)
def test_rhythm_time_and_modal_words_are_not_what_a_text_is_about(one: str, other: str) -> None:
    assert content(one) == content(other)


def test_names_say_who_not_what() -> None:
    assert content("学校检查食堂", without=("学校", "")) == content("检查食堂")
    assert content("学校食堂", without=("学校食堂", "学校")) == frozenset()


def test_chinese_counts_by_pairs_english_by_words() -> None:
    assert content("检查缆桩 by the crew") == {"检查", "查缆", "缆桩", "crew"}


def test_rare_words_say_more() -> None:
    weights = rarity([frozenset("ab"), frozenset("ac"), frozenset("ad")])
    assert weights.of("b") > weights.of("a") > 0
    assert weights.of("z") > weights.of("b")
    assert share_covered(frozenset("ab"), frozenset("bxy"), weights) > 0.5
    assert share_covered(frozenset("ab"), frozenset("axy"), weights) < 0.5


def test_nothing_is_covered_of_nothing() -> None:
    assert share_covered(frozenset(), frozenset("a"), Weights({}, 1.0)) == 0
    index = TextIndex.of([(0, frozenset("a")), (1, frozenset())], Weights({}, 1.0), Covering())
    assert index.find(frozenset(), 0.5) == []


def test_texts_are_found_by_the_share_they_cover() -> None:
    weights = Weights({}, 1.0)
    index = TextIndex.of(
        [(3, frozenset("abcd")), (5, frozenset("abxy")), (7, frozenset("abcd")), (9, frozenset("az"))],
        weights,
        Covering(),
    )
    found = dict(map(reversed, index.find(frozenset("abcd"), 0.5)))
    assert found == {frozenset("abcd"): 1.0, frozenset("abxy"): 0.5}
    assert index.places[frozenset("abcd")] == [3, 7]


def test_no_more_than_so_many_texts_are_weighed_for_one() -> None:
    covering = Covering()
    texts = [frozenset({"common", f"one{at}", f"other{at}"}) for at in range(5 * MOST_WEIGHED)]
    index = TextIndex.of(enumerate(texts), Weights({}, 1.0), covering)
    assert len(index.find(frozenset({"common"}), 1.0)) == MOST_WEIGHED == covering.weighed
    assert index.find(texts[-1], 1.0) == [(1.0, texts[-1])]


@pytest.mark.parametrize("text", ["每" + "一" * 200_000, "每一" * 100_000, "在" * 200_000, "9" * 200_000])
def test_a_hostile_text_is_read_like_any_other(text: str) -> None:
    assert content(text + "检查缆桩") >= {"检查", "查缆", "缆桩"}
