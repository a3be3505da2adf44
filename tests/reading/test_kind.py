"""Kinds: what a clause does, by its first sentence that does anything."""

from __future__ import annotations

import pytest

from remit.core.duty import Kind
from tests.reading.reading_of import read, read_one

CASES = [
    ("第一条 学校应当制定校园食品安全管理制度。", "duty"),
    ("第一条 校长是校园食品安全的第一责任人。", "duty"),
    ("第一条 卫生监督机构负责对公共场所卫生状况进行抽查。", "duty"),
    ("第一条 审计机关依法对专项资金的使用情况进行审计。", "duty"),
    ("第一条 任何人不得在饮用水水源保护区内垂钓。", "prohibition"),
    ("第一条 严禁在实验室内存放食品。", "prohibition"),
    ("第一条 家长有权查询学生营养餐的供应商名单。", "permission"),
    ("第一条 社区可以组织志愿者参与垃圾分类指导。", "permission"),
    ("第一条 本办法所称校车，是指用于接送学生的载客汽车。", "definition"),
    ("第一条 本市行政区域内的河道管理，适用本办法。", "scope"),
    ("第一条 法律、法规另有规定的，从其规定。", "scope"),
    ("第一条 本办法自2027年5月1日起施行。", "other"),
    ("第一条 为了规范校车管理，保障学生安全，制定本办法。", "other"),
    ("第一条 国家鼓励企业采用清洁能源。", "other"),
    ("第一条 校车管理工作坚持预防为主、综合治理的原则。", "other"),
    ("第一条 驾驶员酒后驾驶校车的，由公安机关处二千元罚款。", "sanction"),
    ("第一条 工作人员玩忽职守的，依法给予处分；构成犯罪的，依法追究刑事责任。", "sanction"),
    ("§ 1 A person must not sell tobacco to a minor.", "prohibition"),
    ("§ 1 The operator may use an alternative method.", "permission"),
    ("§ 1 This section does not apply to private dwellings.", "scope"),
    ('§ 1 In this section, "vessel" means any craft used on water.', "definition"),
    ("§ 1 A person who obstructs an inspector commits an offence and is liable to a fine.", "sanction"),
    ("(a) The board approves the budget annually, and no later than 1 May.", "duty"),
]


@pytest.mark.parametrize(("text", "kind"), CASES)
def test_it_tells_what_a_clause_does(text: str, kind: str) -> None:
    assert read_one(text).kind == kind


@pytest.mark.parametrize(
    ("lead", "items", "kind"),
    [
        ("第一条 养老机构应当履行下列职责：", "（一）建立入住评估制度；\n（二）落实分级护理。", Kind.DUTY),
        ("第一条 校车驾驶员不得有下列行为：", "（一）超速行驶；\n（二）搭载无关人员。", Kind.PROHIBITION),
        ("第一条 检查人员可以采取下列措施：", "（一）查阅台账；\n（二）抽取样品。", Kind.PERMISSION),
        (
            "第一条 经营者有下列情形之一的，责令限期改正：",
            "（一）未公示价格的；\n（二）拒绝检查的。",
            Kind.GROUND,
        ),
        (
            "第一条 下列用语的含义：",
            "（一）幼儿，是指三至六周岁的儿童；\n（二）托管，是指课后照料。",
            Kind.DEFINITION,
        ),
        ("第一条 申请材料应当包括下列内容：", "（一）申请人名称；\n（二）场所平面图。", Kind.OTHER),
        (
            "§ 1 The warden shall:",
            "(a) keep a register of visitors; and\n(b) lock the gates at dusk.",
            Kind.DUTY,
        ),
        ("§ 1 The plan shall include:", "(a) the names of the crew; and\n(b) a map of the site.", Kind.OTHER),
        (
            "§ 1 The licensee shall not:",
            "(a) sublet the stall; or\n(b) alter its structure.",
            Kind.PROHIBITION,
        ),
    ],
)
def test_items_take_their_kind_from_the_lead_in(lead: str, items: str, kind: Kind) -> None:
    found = read(f"{lead}\n{items}")
    assert [one.kind for one in found[1:]] == [kind, kind]


def test_a_misdeed_told_in_a_sanction_is_a_ground_and_no_duty() -> None:
    _, ground = read("第一条 单位有下列行为之一的，给予警告：\n（一）应当报告而未报告的。")
    assert ground.kind == "ground"
    assert ground.holders == ("单位",)
    assert not ground.acts
