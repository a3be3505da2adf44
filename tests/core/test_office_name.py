"""Which office below is the counterpart of which above."""

from __future__ import annotations

import pytest

from remit.core.office_name import correspond, is_everybody, is_national, is_superior, offices

PAIRS = [
    ("市教育局", "教育行政部门"),
    ("市教育局", "省教育厅"),
    ("海州市教育局", "江岸省教育厅"),
    ("县级以上人民政府应急管理部门", "县级以上地方各级人民政府应急管理部门"),
    ("区县（市）人民政府", "设区的市人民政府"),
    ("镇（乡）人民政府", "乡镇人民政府"),
    ("中小学校", "学校"),
    ("学校", "中小学校"),
    ("本单位主要负责人", "生产经营单位的主要负责人"),
    ("生产经营单位主要负责人", "生产经营单位的主要负责人"),
    ("安全管理机构和安全管理人员", "安全管理机构以及安全管理人员"),
    ("市应急管理局", "有关部门"),
    ("有关部门", "市应急管理局"),
    ("城市管理局", "城市管理部门"),
    ("市场监督管理局", "市场监督管理部门"),
    ("海州港务集团", "上级单位"),
    ("上一级机关", "市教育局"),
    ("任何单位和个人", "餐饮单位"),
    ("街道办事处", "办事处"),
    ("ＡＢ学校", "AB学校"),
    ("the district education office", "county education department"),
    ("Port Haven harbour authority", "Harbour Authority"),
    ("head teacher of the school", "head teacher"),
    ("ferries", "the ferries"),
    ("masters and mates", "master"),
    ("district fire office", "relevant departments"),
    ("Port Haven fire office", "the superior authority"),
]
STRANGERS = [
    ("市教育局", "卫生健康部门"),
    ("学校", "校长"),
    ("市场监督管理局", "场监督"),
    ("城市管理局", "教育局"),
    ("其他负责人", "主要负责人"),
    ("副校长", "校长"),
    ("分管副市长", "市长"),
    ("deputy head teacher", "head teacher"),
    ("ship", "shipyard"),
    ("coastguard", "harbour authority"),
    ("校", "学校"),
    ("", "学校"),
]


@pytest.mark.parametrize(("lower", "upper"), PAIRS)
def test_offices_correspond_without_words_of_level(lower: str, upper: str) -> None:
    assert correspond(lower, upper)


@pytest.mark.parametrize(("lower", "upper"), STRANGERS)
def test_other_offices_do_not(lower: str, upper: str) -> None:
    assert not correspond(lower, upper)
    assert not correspond(upper, lower)


@pytest.mark.parametrize(("lower", "upper"), [pair for pair in PAIRS if not is_superior("".join(pair))][:15])
def test_one_is_found_among_all_offices_of_a_regime(lower: str, upper: str) -> None:
    assert offices(["财政部门", lower]).have(upper)
    assert not offices([]).have(upper)


def test_the_body_above_is_no_office_by_itself() -> None:
    assert is_superior("上级主管部门")
    assert is_superior("the authority above")
    assert not is_superior("主管部门")


@pytest.mark.parametrize(
    ("names", "national"),
    [
        (["国务院有关部门"], True),
        (["国务院标准化行政主管部门", "有关部门"], True),
        (["国务院应急管理部门", "其他负有监督管理职责的部门"], True),
        (["国务院", "县级以上地方各级人民政府"], False),
        (["有关部门"], False),
        (["国家安全机关"], False),
        (["the Secretary of State"], True),
        ([], False),
    ],
)
def test_a_body_for_the_whole_country_has_no_counterpart_below(names: list[str], national: bool) -> None:
    assert is_national(names) is national


def test_everybody_is_everybody() -> None:
    assert all(map(is_everybody, ["任何单位和个人", "公民", "any person", "Everyone"]))
    assert not any(map(is_everybody, ["单位", "person in charge"]))


def test_a_name_of_any_length_is_itself() -> None:
    for name in ("县" * 100_000, "和" * 100_000, "the " * 100_000, "(" * 100_000, "校、" * 100_000 + "校"):
        assert offices([name]).have(name) is correspond(name, name)
    assert correspond("甲" * 100_000, "甲" * 100_000)
