"""`remit read` with files for other programs, and catalogs read as regimes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from remit.files.regime_yaml import read_regime
from tests.cli.cases import TEXT, Console, text_file
from tests.files.catalogs import CATALOG, LIBRARY, OUTSIDE, written

FORMS = {"--xlsx": "r.xlsx", "--oscal": "r.json", "--akn": "r.xml", "--ciso": "r.library.yaml"}


def test_every_form_is_written_from_one_reading(remit: Console, tmp_path: Path) -> None:
    options = [part for option, name in FORMS.items() for part in (option, tmp_path / name)]
    assert remit("read", text_file(tmp_path), *options) == 0
    assert remit.out == ""
    assert "5 clauses" in remit.err or "6 clauses" in remit.err
    assert all((tmp_path / name).stat().st_size > 1000 for name in FORMS.values())


@pytest.mark.parametrize(("option", "name"), list(FORMS.items())[1:3])
def test_what_was_reviewed_is_what_is_written(option: str, name: str, remit: Console, tmp_path: Path) -> None:
    target = tmp_path / "r.yaml"
    remit("read", text_file(tmp_path), "-o", target)
    target.write_text(
        target.read_text(encoding="utf-8").replace("id: harbour", "id: reviewed"), encoding="utf-8"
    )
    assert remit("read", text_file(tmp_path), "-o", target, option, tmp_path / name) == 0
    assert "reviewed" in (tmp_path / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(("option", "name"), FORMS.items())
def test_a_place_that_cannot_be_written_is_exit_2(
    option: str, name: str, remit: Console, tmp_path: Path
) -> None:
    assert remit("read", text_file(tmp_path), option, tmp_path / "nowhere" / name) == 2
    assert "file-unwritable" in remit.err


def test_one_file_at_a_time(remit: Console, tmp_path: Path) -> None:
    one, two = text_file(tmp_path), text_file(tmp_path, name="two.txt")
    assert remit("read", one, two, "--akn", tmp_path / "r.xml") == 2
    assert "error call: -o, --xlsx, --oscal, --akn and --ciso take one file at a time." in remit.err


@pytest.mark.parametrize(("data", "name"), [(CATALOG, "c.json"), (LIBRARY, "l.yaml")])
def test_a_catalog_becomes_a_regime_without_errors(
    data: str, name: str, remit: Console, tmp_path: Path
) -> None:
    source, target = written(tmp_path, data, name), tmp_path / "regime.yaml"
    assert remit("read", source, "-o", target) == 0
    assert remit("check", target) == 0
    regime, _ = read_regime(target)
    assert regime is not None
    assert regime.source.file == name
    assert remit("read", source, "--text") == 0
    for clause in regime.clauses:
        assert remit.out[clause.start : clause.end] == clause.text


def test_a_form_read_again_has_the_same_lines(remit: Console, tmp_path: Path) -> None:
    source = text_file(tmp_path, TEXT + f"第六条 {OUTSIDE}\n")
    remit("read", source, "--oscal", tmp_path / "r.json", "--ciso", tmp_path / "r.library.yaml")
    found = []
    for path in (source, tmp_path / "r.json", tmp_path / "r.library.yaml"):
        assert remit("read", path, "--jsonl") == 0
        lines = [json.loads(line) for line in remit.out.splitlines()]
        found.append(
            [
                {
                    k: v
                    for k, v in line.items()
                    if k in ("ref", "kind", "holders", "actions", "cadence", "screen")
                }
                for line in lines
            ]
        )
    assert found[0] == found[1] == found[2]
    assert found[0][-1]["screen"] == "out"


def test_what_is_no_catalog_is_exit_2(remit: Console, tmp_path: Path) -> None:
    assert remit("read", written(tmp_path, '{"catalog": {"controls": ['), "-o", tmp_path / "r.yaml") == 2
    assert "catalog.json:0:0: error catalog-json: This is not JSON" in remit.err
    assert not (tmp_path / "r.yaml").exists()
