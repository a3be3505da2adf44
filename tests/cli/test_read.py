"""`remit read` and `remit lint`: every form of output, many files, and a reviewed regime that is updated."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from remit.files.regime_yaml import read_regime
from tests.cli.cases import TEXT, Console, text_file

FIELDS = {
    "ref", "start", "end", "kind", "holders", "actions", "cadence", "deadline", "addressee", "refers",
    "screen", "why", "out_spans", "basis",
}  # fmt: skip


def test_the_text_is_printed_as_it_is(remit: Console, tmp_path: Path) -> None:
    assert remit("read", text_file(tmp_path), "--text") == 0
    assert remit.out == TEXT


def test_a_line_a_clause_with_offsets_into_the_text(remit: Console, tmp_path: Path) -> None:
    assert remit("read", text_file(tmp_path), "--jsonl") == 0
    lines = [json.loads(line) for line in remit.out.splitlines()]
    assert all(set(line) >= FIELDS for line in lines)
    numbered = {tuple(line["ref"]): TEXT[line["start"] : line["end"]] for line in lines}
    assert numbered["第四条",] == "第四条 各单位应当定期检查消防设施。"
    meeting = next(line for line in lines if line["ref"] == ["第二条"])
    assert meeting["holders"] == ["市人民政府"]
    assert meeting["cadence"] == [{"min": 1, "period": "P6M"}]
    assert meeting["basis"]["holders"] == "explicit"


def test_a_deadline_has_no_empty_fields(remit: Console, tmp_path: Path) -> None:
    remit("read", text_file(tmp_path), "--jsonl")
    report = next(json.loads(line) for line in remit.out.splitlines() if "第三条" in line)
    assert report["deadline"] == [{"by": "--12-31"}]
    assert report["addressee"] == ["市消防救援机构"]


def test_the_register_shows_duties_counts_and_unknowns(remit: Console, tmp_path: Path) -> None:
    assert remit("read", text_file(tmp_path)) == 0
    assert "港湾市消防安全责任制实施办法" in remit.out
    assert "at least once every 6 months" in remit.out or "half-year" in remit.out
    assert "How often is not said (1): 第四条" in remit.out


def test_clauses_outside_scope_are_shown_and_create_nothing(remit: Console, tmp_path: Path) -> None:
    path = text_file(tmp_path, TEXT + "第六条 各单位应当每周排查职工在社交媒体上的不当言论并上报。\n")
    remit("read", path)
    assert "Outside scope" in remit.out
    assert "第六条  [out" in remit.out
    remit("read", path, "-o", tmp_path / "r.yaml")
    regime, _ = read_regime(tmp_path / "r.yaml")
    assert regime is not None
    (clause,) = [c for c in regime.clauses if c.ref == ("第六条",)]
    assert (clause.screen, clause.duties) == ("out", ())


def test_json_holds_clauses_and_problems(remit: Console, tmp_path: Path) -> None:
    assert remit("read", text_file(tmp_path), "--json") == 0
    document = json.loads(remit.out)
    assert document["characters"] == len(TEXT)
    assert [c["ref"] for c in document["clauses"]][-1] == ["第五条"]
    assert document["problems"] == []


def test_several_files_say_which_line_is_whose(remit: Console, tmp_path: Path) -> None:
    one, two = text_file(tmp_path), text_file(tmp_path, name="two.txt")
    assert remit("read", one, two, "--jsonl") == 0
    files = [json.loads(line)["file"] for line in remit.out.splitlines()]
    assert files == [str(one)] * (len(files) // 2) + [str(two)] * (len(files) // 2)


def test_a_bad_file_does_not_stop_the_rest(remit: Console, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a", "b", "d"):
        text_file(folder, name=f"{name}.txt")
    (folder / "c.txt").write_bytes(bytes(range(256)) * 9)
    (folder / "a.md").write_text(TEXT, encoding="utf-8")
    (folder / "ignored.zip").write_bytes(b"")
    assert remit("read", folder, "--jsonl", "--out", tmp_path / "out") == 1
    written = sorted(p.name for p in (tmp_path / "out").iterdir())
    assert written == ["a.jsonl", "a.txt.jsonl", "b.jsonl", "d.jsonl"]
    assert "c.txt:0:0: error file-binary: " in remit.err
    assert "Read 4 of 5 files." in remit.err


@pytest.mark.parametrize("count", [1, 2])
def test_nothing_readable_is_exit_2(count: int, remit: Console, tmp_path: Path) -> None:
    files = [tmp_path / f"{n}.txt" for n in range(count)]
    assert remit("read", *files, "--jsonl") == 2
    assert remit.err.count("file-missing") == count
    assert remit.out == ""


def test_an_empty_folder_is_a_wrong_call(remit: Console, tmp_path: Path) -> None:
    assert remit("read", tmp_path) == 2
    assert "folder-empty" in remit.err


def test_the_draft_regime_is_written(remit: Console, tmp_path: Path) -> None:
    target = tmp_path / "r.yaml"
    assert remit("read", text_file(tmp_path), "-o", target, "--xlsx", tmp_path / "r.xlsx") == 0
    regime, problems = read_regime(target)
    assert regime is not None
    assert not [p for p in problems if p.level == "error"]
    assert (regime.id, regime.title) == ("harbour", "港湾市消防安全责任制实施办法")
    assert regime.edition.isoformat() == "2026-03-01"
    assert (tmp_path / "r.xlsx").stat().st_size > 3000


def test_what_was_reviewed_survives_a_new_reading(remit: Console, tmp_path: Path) -> None:
    target = tmp_path / "r.yaml"
    remit("read", text_file(tmp_path), "-o", target)
    written = target.read_text(encoding="utf-8")
    reviewed = written.replace(
        "    cadence:\n    - {min: 1, period: P6M}\n",
        "    cadence:\n    - {min: 2, period: P6M}\n    review: {state: corrected, by: 李明, on: 2026-03-02}\n",
        1,
    )
    assert reviewed != written
    target.write_text(reviewed, encoding="utf-8")
    assert remit("read", text_file(tmp_path), "-o", target) == 0
    regime, _ = read_regime(target)
    assert regime is not None
    (duty,) = [d for c in regime.clauses for d in c.duties if c.ref == ("第二条",)]
    assert (duty.cadence[0].min, duty.review.by) == (2, "李明")


def test_a_file_that_is_no_regime_is_never_overwritten(remit: Console, tmp_path: Path) -> None:
    target = tmp_path / "notes.yaml"
    target.write_text("my: notes\n", encoding="utf-8")
    assert remit("read", text_file(tmp_path), "-o", target) == 2
    assert target.read_text(encoding="utf-8") == "my: notes\n"
    assert "file-not-regime" in remit.err


def test_nothing_is_written_when_nothing_was_read(remit: Console, tmp_path: Path) -> None:
    assert remit("read", tmp_path / "none.txt", "-o", tmp_path / "r.yaml") == 2
    assert list(tmp_path.iterdir()) == []


def test_a_regime_is_of_one_file(remit: Console, tmp_path: Path) -> None:
    path = text_file(tmp_path)
    assert remit("read", path, path, "-o", tmp_path / "r.yaml") == 2


def test_lint_shows_what_a_drafter_should_look_at(remit: Console, tmp_path: Path) -> None:
    path = text_file(tmp_path, TEXT.replace("第四条", "第六条").replace("市人民政府", "xx市人民政府"))
    assert remit("lint", path) == 1
    assert (
        f"{path}:3:5: warning placeholder: 第二条: 'xx' looks like a gap to be filled in. "
        "Fill it in: until then nobody can be held to it." in remit.err
    )
    assert "numbering-gap" in remit.err
    assert "cadence-unquantified" in remit.err


def test_lint_shows_references_that_lead_nowhere(remit: Console, tmp_path: Path) -> None:
    assert remit("lint", text_file(tmp_path, TEXT + "第六条 违反本办法第九条规定的，责令改正。\n")) == 1
    assert ":7:" in remit.err
    assert "dangling-reference" in remit.err


def test_lint_finds_nothing_in_a_sound_text(remit: Console, tmp_path: Path) -> None:
    assert (
        remit(
            "lint",
            text_file(
                tmp_path, "第一条 港务局应当每年组织一次消防检查。\n第二条 港务局应当每月组织一次演练。\n"
            ),
        )
        == 0
    )
    assert remit("lint", text_file(tmp_path), "--json") == 0
    assert {p["code"] for p in json.loads(remit.out)} == {"cadence-unquantified"}
    assert remit("lint", tmp_path / "none.txt") == 2
