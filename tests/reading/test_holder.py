"""Holders: role phrases found, trimmed and split as the annotation rules say."""

from __future__ import annotations

import pytest

from remit.reading.holder import split_roles
from tests.reading.reading_of import read, read_one

SPLIT = [
    ("乡镇人民政府、街道办事处", ["乡镇人民政府", "街道办事处"]),
    ("校长、园长或者实际控制人", ["校长", "园长", "实际控制人"]),
    ("机关、团体、企业、事业等单位", ["机关、团体、企业、事业等单位"]),
    ("教育、民政、水利等部门", ["教育、民政、水利等部门"]),
    ("任何单位和个人", ["任何单位和个人"]),
    ("单位和个人", ["单位", "个人"]),
    ("市人民政府及其所属部门以及乡人民政府", ["市人民政府及其所属部门", "乡人民政府"]),
    ("民办学校的决策机构、主要负责人", ["民办学校的决策机构、主要负责人"]),
    ("直接负责的主管人员和其他直接责任人员", ["直接负责的主管人员", "其他直接责任人员"]),
    ("渔船经营单位或者所有者", ["渔船经营单位或者所有者"]),
    ("巡查员、值班员和保安员等有关人员", ["巡查员、值班员和保安员等有关人员"]),
    ("不履行职责的单位", ["单位"]),
    ("未经培训合格的从业人员", ["从业人员"]),
    ("养老机构（含日间照料中心，下同）", ["养老机构"]),
    ("检验检测机构和执业人员", ["检验检测机构", "执业人员"]),
]

SUBJECTS = [
    ("第一条 负责校车管理的部门应当每月抽查一次。", ["负责校车管理的部门"]),
    ("第一条 从事网络餐饮服务的经营者，应当公示许可证。", ["从事网络餐饮服务的经营者"]),
    ("第一条 发现险情的，值班人员应当立即报告。", ["值班人员"]),
    ("第一条 护士长督促护理人员落实交接班制度。", ["护士长"]),
    ("第一条 河道采砂由水行政主管部门统一管理。", ["水行政主管部门"]),
    ("第一条 生鲜乳收购站的冷藏设施应当符合标准。", ["生鲜乳收购站"]),
    ("第一条 董事会应当每年听取内部审计工作汇报。", ["董事会"]),
    ("第一条 党总支书记对本单位安全工作负总责，支部委员协助书记开展工作。", ["党总支书记", "支部委员"]),
    ("第一条 养老机构接收失智老人的，应当配备专职护理员。", ["养老机构"]),
    ("第一条 库房温度应当保持在二十五度以下。", []),
]


@pytest.mark.parametrize(("phrase", "expected"), SPLIT)
def test_a_co_ordination_is_split_where_every_member_stands_alone(phrase: str, expected: list[str]) -> None:
    assert list(split_roles(phrase)) == expected


@pytest.mark.parametrize(("text", "expected"), SUBJECTS)
def test_it_finds_the_holder(text: str, expected: list[str]) -> None:
    assert list(read_one(text).holders) == expected


@pytest.mark.parametrize(
    "text",
    [
        "第一条 县级的。",
        "第二条 市人。",
        "市县",
        "省",
        "《》不得）within 10 working days of【】\n第二条 市人。\n",
    ],
)
def test_a_level_of_government_at_the_very_end_of_a_text_is_no_holder(text: str) -> None:
    assert {one.holders for one in read(text)} <= {()}
