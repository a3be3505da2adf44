"""`remit conform`: no weaker than above."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from remit.cli.output import column_width
from remit.core.duty import Degree
from remit.core.regime import Regime
from remit.core.regime_part import Parts
from remit.files.regime_yaml import dump_regime
from tests.cli.cases import Console, text_file
from tests.core.conforming import ABOVE, BELOW, ENGLISH_ABOVE, LOWER_PARTS, below, regime, within

WEAK = below(
    replace(LOWER_PARTS, answerability=(replace(LOWER_PARTS.answerability[0], degree=Degree.LEAD),)),
    without="purchase",
    poisoning={"deadline": within(3, "hour")},
    report={"deadline": within(5, "day")},
)


@pytest.fixture
def upper(tmp_path: Path) -> Path:
    return written(tmp_path, whole(ABOVE))


def written(folder: Path, one: Regime) -> Path:
    """The regime as a file, its clauses one after the other; parts need clauses to stand on."""
    clauses, start = [], 0
    for clause in one.clauses:
        clauses.append(replace(clause, start=start, end=start + len(clause.text)))
        start += len(clause.text) + 1
    path = folder / f"{one.id}.yaml"
    path.write_text(dump_regime(replace(one, clauses=tuple(clauses))), encoding="utf-8")
    return path


def whole(one: Regime) -> Regime:
    """The regime without the parts, which rest on clauses that it does not have."""
    return replace(one, parts=Parts())


def test_a_regime_no_weaker_is_exit_0(remit: Console, tmp_path: Path) -> None:
    lower, upper = written(tmp_path, whole(BELOW)), written(tmp_path, whole(ABOVE))
    assert remit("conform", lower, upper) == 0
    assert "Nothing is weaker than above." in remit.out
    assert remit.out.endswith(
        "compared 12; expected 11; no weaker 11; weaker 0; not comparable 0; others 1\n"
    )
    assert remit.err == ""


def test_each_weakness_is_shown_with_both_clauses(remit: Console, tmp_path: Path) -> None:
    lower, upper = written(tmp_path, whole(WEAK)), written(tmp_path, whole(ABOVE))
    assert remit("conform", lower, upper) == 1
    assert "1. later time limit\n   Above    第4条  poisoning  within 2 hours\n" in remit.out
    assert "\n   Below    第5条  poisoning  within 3 hours\n" in remit.out
    assert (
        "2. missing duty\n   Above    第7条  purchase  学校\n            不得采购来源不明的肉类原料\n"
        in remit.out
    )
    assert "What cannot be compared\n\n? later time limit\n" in remit.out
    assert "What binds others" not in remit.out
    assert "weaker 2; not comparable 1; others 1\n" in remit.out
    assert max(map(column_width, remit.out.splitlines()[3:])) <= 80
    assert remit("conform", lower, upper, "--all") == 1
    assert "What binds others than the lower regime names\n\n   Above    第11条  laboratory" in remit.out


def test_the_nearest_words_are_shown(remit: Console, tmp_path: Path) -> None:
    lower = whole(BELOW)
    clauses = tuple(
        replace(clause, duties=()) if clause.duties[0].ref == "purchase" else clause
        for clause in lower.clauses
    )
    path = written(tmp_path, replace(lower, clauses=clauses))
    assert remit("conform", path, written(tmp_path, whole(ABOVE))) == 1
    assert "\n   Nearest  第8条\n            中小学校严禁采购来源不明的肉类原料和水产品\n" in remit.out
    assert "the nearest words are those of 第8条." in " ".join(remit.out.split())


def test_it_speaks_chinese(remit: Console, tmp_path: Path) -> None:
    lower, upper = written(tmp_path, whole(WEAK)), written(tmp_path, whole(ABOVE))
    assert remit("conform", lower, upper, "--lang", "zh") == 1
    assert "1. 时限更晚\n   上级     第4条  poisoning  2小时内\n" in remit.out
    assert "   理由     下级时限更宽：上级“2小时内”，下级“3小时内”。\n" in remit.out
    assert "   建议     请将下级时限改为“2小时内”或更早。\n" in remit.out


def test_json_is_one_object(remit: Console, tmp_path: Path) -> None:
    lower, upper = written(tmp_path, whole(WEAK)), written(tmp_path, whole(ABOVE))
    assert remit("conform", lower, upper, "--json") == 1
    said = json.loads(remit.out)
    assert set(said) == {"lower", "upper", "findings", "not_comparable", "binds_others", "counts"}
    assert said["lower"] == {
        "id": "below", "title": "below", "edition": "2026-01-01", "file": str(lower),
    }  # fmt: skip
    late, missing = said["findings"]
    assert late["weakness"] == "later-deadline"
    assert late["upper"] == {
        "clause": ["第4条"],
        "ref": "poisoning",
        "words": "发现疑似食物中毒后立即停止供餐并报告教育行政部门和卫生健康部门",
        "value": {"amount": 2, "unit": "hour", "counts_from": "event"},
        "says": "within 2 hours",
    }
    assert late["lower"]["value"]["amount"] == 3
    assert late["why"].startswith("There is more time below")
    assert (missing["lower"], missing["nearest"], missing["upper"]["value"]) == (None, None, ["学校"])
    assert [one["ref"] for one in said["binds_others"]] == ["laboratory"]
    assert [one["upper"]["ref"] for one in said["not_comparable"]] == ["report"]
    assert said["counts"] == {
        "compared": 12, "expected": 11, "met": 8, "weaker": 2, "not_comparable": 1, "binds_others": 1,
    }  # fmt: skip


def test_the_text_of_a_regulation_is_no_regime_and_it_is_said_what_to_do(
    remit: Console, tmp_path: Path, upper: Path
) -> None:
    text = text_file(tmp_path)
    assert remit("conform", text, upper) == 2
    assert remit.err.count("\n") == 1
    assert "error conform-text" in remit.err
    assert f"remit read {text} -o {text.with_suffix('.yaml')}" in remit.err
    assert remit("conform", text, text, "--json") == 2
    assert [json.loads(line)["code"] for line in remit.err.splitlines()] == ["conform-text"] * 2


def test_what_cannot_be_read_is_exit_2(remit: Console, tmp_path: Path, upper: Path) -> None:
    assert remit("conform", upper, tmp_path / "none.docx") == 2
    assert "conform-text" not in remit.err
    broken = tmp_path / "broken.yaml"
    broken.write_text("a: [", encoding="utf-8")
    assert remit("conform", broken, upper) == 2
    assert f"{broken}:" in remit.err


def test_two_languages_cannot_be_compared(remit: Console, tmp_path: Path, upper: Path) -> None:
    assert remit("conform", written(tmp_path, ENGLISH_ABOVE), upper) == 2
    assert "conform-languages" in remit.err


def test_a_regime_with_errors_proves_nothing(remit: Console, tmp_path: Path) -> None:
    upper = written(tmp_path, whole(ABOVE))
    faulty = upper.with_name("faulty.yaml")
    faulty.write_text(
        upper.read_text(encoding="utf-8").replace("period: P6M", "period: P6X"), encoding="utf-8"
    )
    assert remit("conform", upper, faulty) == 1
    assert "cadence-period" in remit.err
    assert "Nothing is weaker than above." in remit.out


def test_an_upper_regime_that_asks_nothing_is_a_warning(remit: Console, tmp_path: Path, upper: Path) -> None:
    empty = written(tmp_path, regime({}, id="empty"))
    assert remit("conform", upper, empty) == int("error" in remit.err)
    assert "warning conform-empty" in remit.err
