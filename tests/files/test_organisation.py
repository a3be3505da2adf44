"""Organisations from the lists that offices keep, in Chinese or English, with every mistake at its row and column."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from remit.core.duty import Degree
from remit.core.post import Holder, Post, Unit
from remit.files.organisation import DEGREES, parse_degree, read_organisation
from remit.files.table_rows import parse_day
from tests.files.documents import write

UNITS = "编码,名称,上级,类别\nG,港湾市,,市\nG1,东港区,G,区\n"
POSTS = "单位,岗位,责任,分管\nG,市长,第一责任人,\nG1,区长,first,消防安全；安全生产\n"
HOLDERS = "岗位,姓名,起,止\nG/市长,李明,2025-01-01,\nG1/区长,王芳,2025年9月1日,2026/8/31\n"
ENGLISH = {
    "units": "code,name,parent,kind\nG,Harbour,,city\n",
    "posts": "unit,title,degree,portfolio,code\nG,Mayor,first,fire; safety,M1\n",
    "holders": "post,person,from,to\nM1,Li Ming,2025-01-01,\n",
}


def folder(
    path: Path, units: str = UNITS, posts: str = POSTS, holders: str = HOLDERS, encoding: str = "utf-8"
) -> Path:
    for name, text in (("units", units), ("posts", posts), ("holders", holders)):
        write(path / f"{name}.csv", text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_it_reads_chinese_lists(encoding: str, tmp_path: Path) -> None:
    organisation, problems = read_organisation(folder(tmp_path, encoding=encoding))
    assert problems == ()
    assert organisation.units == (
        Unit(code="G", name="港湾市", kind="市"),
        Unit(code="G1", name="东港区", parent="G", kind="区"),
    )
    assert organisation.posts[1] == Post(
        code="G1/区长", unit="G1", title="区长", degree=Degree.FIRST, portfolio=("消防安全", "安全生产")
    )
    assert organisation.holders[1] == Holder(
        post="G1/区长", person="王芳", since=date(2025, 9, 1), until=date(2026, 8, 31)
    )


def test_it_reads_english_lists(tmp_path: Path) -> None:
    organisation, problems = read_organisation(folder(tmp_path, **ENGLISH))
    assert problems == ()
    assert organisation.posts == (
        Post(code="M1", unit="G", title="Mayor", degree=Degree.FIRST, portfolio=("fire", "safety")),
    )


def workbook(path: Path, names: tuple[str, str, str], *, title: str = "") -> Path:
    book = xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"})
    for name, text in zip(names, (UNITS, POSTS, HOLDERS), strict=True):
        sheet = book.add_worksheet(name)
        rows = [line.split(",") for line in text.splitlines()]
        for at, row in enumerate([[title], *rows] if title else rows):
            for column, cell in enumerate(row):
                if cell == "2025-01-01":
                    sheet.write_datetime(at, column, date(2025, 1, 1))
                else:
                    sheet.write(at, column, cell)
    book.close()
    return path


@pytest.mark.parametrize("names", [("units", "posts", "holders"), ("单位", "岗位", "任职")])
@pytest.mark.parametrize("title", ["", "港湾市机构和岗位一览表"])
def test_a_workbook_reads_like_a_folder(names: tuple[str, str, str], title: str, tmp_path: Path) -> None:
    book = read_organisation(workbook(tmp_path / "org.xlsx", names, title=title))
    (tmp_path / "lists").mkdir()
    assert book == read_organisation(folder(tmp_path / "lists"))


def test_posts_and_holders_may_be_missing_as_a_whole(tmp_path: Path) -> None:
    write(tmp_path / "units.csv", UNITS.encode())
    organisation, problems = read_organisation(tmp_path)
    assert (len(organisation.units), organisation.posts, problems) == (2, (), ())


@pytest.mark.parametrize(
    ("lists", "code", "file", "line", "column"),
    [
        ({"posts": POSTS.replace("first", "boss")}, "degree-unknown", "posts.csv", 3, 3),
        ({"holders": HOLDERS.replace("2025年9月1日", "去年")}, "date-invalid", "holders.csv", 3, 3),
        ({"holders": HOLDERS.replace("王芳", "")}, "cell-empty", "holders.csv", 3, 2),
        ({"units": UNITS.replace("名称", "label")}, "table-header", "units.csv", 1, 0),
        (
            {"posts": POSTS.replace("G1,区长", "G9,区长"), "holders": HOLDERS[:40]},
            "post-unit",
            "posts.csv",
            3,
            0,
        ),
    ],
)
def test_a_mistake_is_shown_at_its_row_and_column(
    lists: dict[str, str], code: str, file: str, line: int, column: int, tmp_path: Path
) -> None:
    _, problems = read_organisation(folder(tmp_path, **lists))
    places = {p.code: (Path(p.place.file).name, p.place.line, p.place.column) for p in problems}
    assert places[code] == (file, line, column)


def test_every_degree_is_accepted_in_both_languages() -> None:
    for degree, words in DEGREES.items():
        assert parse_degree(degree.value.upper()) is degree
        assert all(parse_degree(f" {word} ") is degree for word in words)
    assert parse_degree("老板") is None
    assert set(DEGREES) == set(Degree)


@pytest.mark.parametrize(
    "written", ["2026-03-01", "2026/3/1", "2026.3.1", "2026年3月1日", "20260301", " 2026-03-01 "]
)
def test_days_are_written_in_many_ways(written: str) -> None:
    assert parse_day(written) == date(2026, 3, 1)


@pytest.mark.parametrize("written", ["", "2026", "2026-02-30", "1/3/2026", "46082", "soon"])
def test_what_is_no_day_is_none(written: str) -> None:
    assert parse_day(written) is None


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"PK\x03\x04rubbish", "file-damaged"), (b"", "file-empty"), (b"words", "file-damaged")],
)
def test_a_broken_workbook_is_one_problem(data: bytes, code: str, tmp_path: Path) -> None:
    organisation, problems = read_organisation(write(tmp_path / "org.xlsx", data))
    assert organisation.units == ()
    assert [p.code for p in problems] == [code]


def test_a_workbook_without_units_says_so(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "org.xlsx")
    book.add_worksheet("a").write("A1", "nothing of the kind")
    book.close()
    _, problems = read_organisation(tmp_path / "org.xlsx")
    assert [p.code for p in problems] == ["sheets-missing"]
