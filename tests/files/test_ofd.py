"""OFD files: the same text whatever shape a writer gives it; what cannot be read is one problem."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from remit.core.problem import Level
from remit.files.text import Extracted, extract
from tests.files.documents import REGULATION, write
from tests.files.ofd_documents import SHAPES, Row, letter_codes, ofd_bytes, whole_line

LONG = (
    "第一条 各单位应当按照规定配备消防设施、器材，设置消防安全标志，定期组织检验、维修，确保完好有效，"
    "并建立档案，如实记录检查情况。\n"
    "单位发现火灾隐患的，应当立即采取措施予以消除；不能立即消除的，应当在24小时内向负责人报告，并由负责人组织整改，"
    "整改期间应当落实防范措施。\n"
) * 8


def read(data: bytes, folder: Path) -> Extracted:
    return extract(write(folder / "a.ofd", data))


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
@pytest.mark.parametrize("text", [REGULATION, LONG], ids=["short", "long"])
def test_every_shape_reads_to_the_text(text: str, shape: Callable[[Row], str], tmp_path: Path) -> None:
    assert read(ofd_bytes(text, shape=shape), tmp_path) == Extracted(text)


@pytest.mark.parametrize("prefix", ["", "ofd:", "x:"])
@pytest.mark.parametrize("absolute", [False, True])
def test_names_and_paths_may_be_written_either_way(prefix: str, absolute: bool, tmp_path: Path) -> None:
    assert read(ofd_bytes(REGULATION, prefix=prefix, absolute=absolute), tmp_path).text == REGULATION


def test_a_page_named_a_thousand_times_is_one_page(tmp_path: Path) -> None:
    path = write(tmp_path / "whole.ofd", ofd_bytes(REGULATION))
    again = tmp_path / "again.ofd"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(again, "w") as new:
        for name in old.namelist():
            words = old.read(name).decode()
            if name.endswith("Document.xml"):
                page = re.search(r"<[^<>]*Page [^<>]*BaseLoc[^<>]*/>", words)
                assert page
                words = words.replace(page[0], page[0] * 1000)
            new.writestr(name, words)
    assert extract(again) == extract(path)


def test_all_documents_of_a_file_are_read_in_order(tmp_path: Path) -> None:
    assert read(ofd_bytes(REGULATION, LONG), tmp_path).text == REGULATION + LONG


def test_templates_of_several_pages_are_heads_and_go(tmp_path: Path) -> None:
    assert read(ofd_bytes(LONG, head="港湾市人民政府公报"), tmp_path).text == LONG


def test_the_template_of_a_single_page_belongs_to_it(tmp_path: Path) -> None:
    assert read(ofd_bytes(REGULATION, head="港湾市文件"), tmp_path).text == "港湾市文件\n" + REGULATION


def test_letters_printed_twice_count_once(tmp_path: Path) -> None:
    def bold(row: Row) -> str:
        return whole_line(row) + whole_line(Row(row.x + 0.1, row.y, row.text))

    assert read(ofd_bytes(REGULATION, shape=bold), tmp_path).text == REGULATION


def test_invisible_words_are_left_out(tmp_path: Path) -> None:
    hidden = whole_line(Row(28, 250, "暗")).replace("<TextObject", '<TextObject Visible="false"')
    assert read(ofd_bytes(REGULATION, extra=hidden), tmp_path).text == REGULATION


def test_a_ruled_table_reads_row_by_row(tmp_path: Path) -> None:
    words = [
        (30, 100, "演练"),
        (80, 100, "每年12月31日"),
        (80, 108, "前至少一次"),
        (30, 120, "检查"),
        (80, 120, "每月"),
    ]
    strokes = [f"M 25 {y} L 160 {y}" for y in (96, 116, 130)] + [f"M {x} 96 L {x} 130" for x in (25, 75, 160)]
    path = f"<AbbreviatedData>{' '.join(strokes)}</AbbreviatedData>"
    lines = f'<PathObject ID="5" Boundary="0 0 210 297">{path}</PathObject>'
    data = ofd_bytes(
        REGULATION, extra="".join(whole_line(Row(*word)) for word in words) + lines, shape=lambda _: ""
    )
    assert read(data, tmp_path).text == "演练\t每年12月31日前至少一次\n检查\t每月\n"


def refused(data: bytes, folder: Path) -> str:
    found = read(data, folder)
    assert found.text == ""
    (problem,) = found.problems
    assert problem.level is Level.ERROR
    assert problem.remedy
    return problem.code


def test_it_refuses_pictures_of_pages(tmp_path: Path) -> None:
    picture = '<ImageObject ID="3" Boundary="0 0 210 297" ResourceID="4"/>'
    assert refused(ofd_bytes("", extra=picture, shape=lambda _: ""), tmp_path) == "file-scanned"


def test_it_names_pages_that_are_pictures(tmp_path: Path) -> None:
    page = b'<Page><Content><Layer><ImageObject Boundary="0 0 210 297"/></Layer></Content></Page>'
    found = read(ofd_bytes(LONG, parts={"Doc_0/Pages/Page_1/Content.xml": page}), tmp_path)
    assert [(p.code, dict(p.values)["pages"]) for p in found.problems] == [("pages-scanned", "2")]


@pytest.mark.parametrize("kept", [60, 700, 1500])
def test_it_refuses_a_file_cut_off(kept: int, tmp_path: Path) -> None:
    assert refused(ofd_bytes(REGULATION)[:kept], tmp_path) == "file-damaged"


def test_it_refuses_a_document_that_is_not_there(tmp_path: Path) -> None:
    start = b"<OFD><DocBody><DocRoot>Doc_7/Document.xml</DocRoot></DocBody></OFD>"
    assert refused(ofd_bytes(REGULATION, parts={"OFD.xml": start}), tmp_path) == "file-damaged"


def test_it_refuses_entities(tmp_path: Path) -> None:
    start = b'<!DOCTYPE OFD [<!ENTITY a "b">]><OFD>&a;</OFD>'
    assert refused(ofd_bytes(REGULATION, parts={"OFD.xml": start}), tmp_path) in {"file-bomb", "file-damaged"}


def test_it_refuses_what_is_encrypted(tmp_path: Path) -> None:
    path = write(tmp_path / "a.ofd", ofd_bytes(REGULATION))
    with zipfile.ZipFile(path, "a") as container:
        container.writestr("Encryptions.xml", "<Encryptions/>")
    assert refused(path.read_bytes(), tmp_path) == "file-encrypted"


@pytest.mark.parametrize("steps", ["g 999999999999 1", "g -1 x", "nan inf 1e400", "g", "g 3"])
def test_steps_without_sense_do_no_harm(steps: str, tmp_path: Path) -> None:
    def wild(row: Row) -> str:
        return letter_codes(row).replace("<TextCode ", f'<TextCode DeltaX="{steps}" DeltaY="{steps}" ')

    assert "".join(read(ofd_bytes(REGULATION, shape=wild), tmp_path).text.split()) == "".join(
        REGULATION.split()
    )
