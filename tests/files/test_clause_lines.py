"""Clause lines: the further slots stand after `by`, each only where it is filled, with plain numbers."""

from __future__ import annotations

import json

from remit.files.clause_lines import clause_lines
from remit.reading.provision import provisions
from remit.reading.structure import outline

TEXT = (
    "第一条 泊位单位应当检查缆桩。\n"
    "第二条 泊位单位发生碰撞未报告的，由港务局处一千元以上五千五百元以下罚款，但主动改正的除外。\n"
    "第三条 本办法所称泊位，是指供船舶停靠的水域。\n"
    "第四条 消防工作的权重不得低于上一级的权重。\n"
)


def lines() -> list[dict[str, object]]:
    tree, _ = outline(TEXT)
    read, _ = provisions(TEXT, tree)
    return [json.loads(line) for line in clause_lines(read)]


def test_an_ordinary_clause_keeps_its_published_keys() -> None:
    assert [*lines()[0]] == [
        "ref", "start", "end", "kind", "holders", "actions", "cadence", "deadline", "addressee", "refers",
        "screen", "why", "out_spans", "basis",
    ]  # fmt: skip


def test_further_slots_stand_after_by_with_places_in_the_text() -> None:
    line = lines()[1]
    keys = [*line]
    assert keys[keys.index("by") + 1 :][:4] == ["conditions", "exceptions", "amounts", "measures"]
    told = {
        slot: [TEXT[one["start"] : one["end"]] for one in line[slot]] for slot in ("conditions", "exceptions")
    }
    assert told == {"conditions": ["泊位单位发生碰撞未报告的"], "exceptions": ["但主动改正的除外"]}


def test_a_fine_says_who_imposes_it_on_whom_and_how_much() -> None:
    (fine,) = lines()[1]["measures"]
    assert {name: value for name, value in fine.items() if name not in {"start", "end"}} == {
        "kind": "fine",
        "by": ["港务局"],
        "upon": ["泊位单位"],
        "min": 1000,
        "max": 5500,
        "unit": "元",
    }


def test_terms_and_weights_say_what_they_are() -> None:
    (term,), (weight,) = lines()[2]["terms"], lines()[3]["weights"]
    assert (term["term"], term["meaning"]) == ("泊位", "供船舶停靠的水域")
    assert weight["than"] == "上一级的权重"


def test_each_filled_slot_has_its_basis() -> None:
    basis = lines()[1]["basis"]
    assert {
        slot: basis[slot] for slot in ("conditions", "exceptions", "amounts", "measures")
    } == dict.fromkeys(("conditions", "exceptions", "amounts", "measures"), "explicit")
