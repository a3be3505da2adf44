"""`remit check`, `remit diff`, `remit schema`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from remit.files.regime_yaml import dump_regime
from tests.cli.cases import Console
from tests.files.regimes import HARBOUR

GOOD = dump_regime(HARBOUR)


@pytest.fixture
def regime(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_a_sound_regime_has_no_faults(remit: Console, regime: Path) -> None:
    assert remit("check", regime) == 0
    assert (remit.out, remit.err) == ("No faults found.\n", "")


def test_every_fault_is_a_line_with_its_place(remit: Console, regime: Path) -> None:
    regime.write_text(GOOD.replace("degree: first", "degree: frist"), encoding="utf-8")
    assert remit("check", regime) == 1
    line = GOOD.split("\n").index("  degree: first") + 1
    assert remit.err.startswith(
        f"{regime}:{line}:11: error value-unknown: degree: 'frist' is not known. Did you mean 'first'?"
    )


def test_faults_are_objects_with_json(remit: Console, regime: Path) -> None:
    regime.write_text(GOOD.replace("degree: first", "degree: frist"), encoding="utf-8")
    assert remit("check", regime, "--json") == 1
    (fault,) = json.loads(remit.out)
    assert (fault["code"], fault["level"], fault["file"]) == ("value-unknown", "error", str(regime))


def test_what_is_no_regime_is_exit_2(remit: Console, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("a: [", encoding="utf-8")
    assert remit("check", path) == 2
    assert f"{path}:" in remit.err
    assert remit("check", tmp_path / "none.yaml") == 2


def test_an_amendment_is_shown_and_suspect_duties_are_found(
    remit: Console, regime: Path, tmp_path: Path
) -> None:
    new = tmp_path / "new.yaml"
    amended = GOOD.replace("第一条 市人民政府每半年", "第一条 市人民政府每季度").replace(
        "quote: 市人民政府每半年", "quote: 市人民政府每季度"
    )
    amended = (
        amended.replace("period: P6M", "period: P3M").split("    review:\n")[0]
        + GOOD.split("      on: 2026-03-02\n")[1]
    )
    new.write_text(amended, encoding="utf-8")
    assert remit("diff", regime, new) == 1
    assert "words changed  第一章 第一条" in remit.out
    assert "duty changed  第一章 第一条 art-1  rhythm" in remit.out
    assert remit.err
    assert remit("diff", regime, new, "--json") == 1
    assert [c["change"] for c in json.loads(remit.out)["changes"]] == ["clause-changed", "duty-changed"]


def test_nothing_changed_is_said(remit: Console, regime: Path) -> None:
    assert remit("diff", regime, regime) == 0
    assert "Nothing changed." in remit.out
    assert remit("diff", regime, regime.with_name("none.yaml")) == 2


def test_the_schema_is_printed(remit: Console) -> None:
    assert remit("schema") == 0
    assert json.loads(remit.out)["$ref"] == "#/$defs/Regime"
