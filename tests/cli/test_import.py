"""`remit import` of an organisation's lists, as a person calls it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pytest

from tests.cli.installation import call, done


def template(folder: Path, *, language: str = "en") -> openpyxl.Workbook:
    """The template, written where there is no installation."""
    path = folder / "template.xlsx"
    finished = call(folder / "nowhere", "import", "template", "-o", str(path), language=language)
    assert finished.returncode == 0, finished.stderr
    assert not (folder / "nowhere").exists()
    return openpyxl.load_workbook(path)


@pytest.mark.parametrize(("language", "sheet"), [("en", "units"), ("zh", "单位")])
def test_the_template_needs_no_installation_and_speaks_the_language(
    language: str, sheet: str, tmp_path: Path
) -> None:
    assert sheet in template(tmp_path, language=language).sheetnames


def test_a_filled_template_is_looked_at_taken_in_and_taken_in_again(data: Path, tmp_path: Path) -> None:
    book = template(tmp_path)
    book["units"].append(["/1/2", "Northern terminal", "/1", "terminal"])
    book["units"].append(["/1/3", "East terminal", "/1", "terminal"])
    book["posts"].append(["/1/3", "Manager", "first"])
    book["groups"].append(["G", "/1", "Fire group", "", "chair", "/1/3/Manager"])
    book.save(tmp_path / "org.xlsx")
    looked = ("import", "org", str(tmp_path / "org.xlsx"), "--dry-run")
    said = done(data, *looked)
    assert "North terminal" in said
    assert "Northern terminal" in said
    found = json.loads(done(data, *looked, "--json"))
    assert found["counts"]["units"] == {"new": 1, "changed": 1, "unchanged": 0}
    assert found["counts"]["groups"]["new"] == 1
    assert not found["done"]
    assert found["differences"][0]["fields"] == [["name", "North terminal", "Northern terminal"]]
    assert json.loads(done(data, *looked[:-1], "--json"))["counts"] == found["counts"]
    assert "0 units, 0 posts, 0 holders" in done(data, *looked[:-1])
    history = json.loads(done(data, "unit", "history", "/1/2", "--json"))
    assert "North terminal" in json.dumps(history)


def test_a_correction_is_no_change_of_today(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "units.csv"
    path.write_text("code,name,parent,kind\n/1/2,Northern terminal,/1,terminal\n", encoding="utf-8")
    done(data, "import", "units", str(path), "--correct")
    assert "North terminal" not in json.dumps(json.loads(done(data, "unit", "history", "/1/2", "--json")))


def test_what_is_wrong_is_written_into_a_workbook(data: Path, tmp_path: Path) -> None:
    book = template(tmp_path)
    book["units"].append(["/1/3", "East terminal", "/9", "terminal"])
    book["units"].append(["/1/4", "West terminal", "/1", "terminal"])
    book.save(tmp_path / "org.xlsx")
    for more in ((), ("--dry-run",)):
        errors = tmp_path / f"errors{len(more)}.xlsx"
        finished = call(data, "import", "org", str(tmp_path / "org.xlsx"), "-e", str(errors), *more)
        assert (finished.returncode, f"{tmp_path}/org.xlsx!units:4:" in finished.stderr) == (1, True)
        made = openpyxl.load_workbook(io.BytesIO(errors.read_bytes()))
        assert "'/9'" in made["units"]["A4"].comment.text
        assert made["Problems"]["C2"].value == "A4"
    assert "/1/4" not in done(data, "rollup", "--on", "2026-05-10")
    finished = call(data, "import", "org", str(tmp_path / "org.xlsx"), "--json")
    assert json.loads(finished.stdout)["problems"][0]["code"] == "unit-orphan"


def test_portfolios_come_as_a_list_for_posts_that_are_there(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "portfolios.csv"
    path.write_text("post,subject,unit\n/1/Head of the port,fire safety,/1/2\n", encoding="utf-8")
    found = json.loads(done(data, "import", "portfolios", str(path), "--dry-run", "--json"))
    assert found["differences"][0]["fields"] == [["portfolio", "", "fire safety"], ["covers", "", "/1/2"]]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("import", "org"), "no-file-named"),
        (("import", "records"), "no-file-named"),
        (("import", "template"), "template-file"),
        (("import", "units", "missing.xlsx"), "file-missing"),
        (("import", "template", "-o", "no/such/folder/a.xlsx"), "file-unwritable"),
    ],
)
def test_it_says_in_one_line_what_it_could_not_do(data: Path, arguments: tuple[str, ...], code: str) -> None:
    finished = call(data, *arguments)
    assert (finished.returncode, finished.stderr.count("\n")) == (2, 1)
    assert code in finished.stderr
