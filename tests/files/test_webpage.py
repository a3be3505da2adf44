"""Web pages: blocks become lines, lists get their numbers, tables stay rows, what surrounds the text goes."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from remit.core.problem import Level
from remit.files.text import Extracted, extract
from tests.files.documents import REGULATION, write

TEXT = "".join(f"<p>{line}</p>" for line in REGULATION.splitlines())


def read(body: str | bytes, folder: Path) -> Extracted:
    data = body if isinstance(body, bytes) else f"<!DOCTYPE html><html><body>{body}</body></html>".encode()
    return extract(write(folder / "a.html", data))


def lines(body: str, folder: Path) -> list[str]:
    return read(body, folder).text.splitlines()


def test_blocks_are_lines(tmp_path: Path) -> None:
    assert read(TEXT, tmp_path) == Extracted(REGULATION)


def test_breaks_end_lines_and_white_space_is_what_a_browser_shows(tmp_path: Path) -> None:
    body = (
        "<p>　　第一条\u3000各单位应当\n    每月检查，<br>并 \t <b>报\n告</b>&mdash;&#19968;。</p>"
        "<pre>甲\n  乙</pre>the\nharbour"
    )
    assert lines(body, tmp_path) == [
        "第一条\u3000各单位应当每月检查，",
        "并 报告—一。",
        "甲",
        "乙",
        "the harbour",
    ]


@pytest.mark.parametrize(
    ("opening", "shown"),
    [
        ("<ol>", ["1. 甲", "2. 乙"]),
        ("<ol start=7>", ["7. 甲", "8. 乙"]),
        ("<ol reversed>", ["2. 甲", "1. 乙"]),
        ("<ol type=A start=26>", ["Z. 甲", "AA. 乙"]),
        ("<ol type=i start=4>", ["iv. 甲", "v. 乙"]),
        ("<ol style='list-style-type: cjk-decimal' start=10>", ["一〇、甲", "一一、乙"]),
        ("<ol style='list-style: simp-chinese-informal inside' start=10>", ["十、甲", "十一、乙"]),
        ("<ol style='list-style-type:trad-chinese-formal'>", ["壹、甲", "貳、乙"]),
        ("<ol style='list-style-type:cjk-heavenly-stem'>", ["甲、甲", "乙、乙"]),
        ("<ol style='list-style-type:none'>", ["甲", "乙"]),
        ("<ol start=99999999999999>", ["1. 甲", "2. 乙"]),
        ("<ul>", ["甲", "乙"]),
    ],
)
def test_lists_have_the_numbers_that_a_browser_prints(opening: str, shown: list[str], tmp_path: Path) -> None:
    assert lines(f"{opening}<li>甲<li>乙</{opening[1:3]}>", tmp_path) == shown


def test_items_may_name_their_number_and_lists_stand_in_lists(tmp_path: Path) -> None:
    body = "<ol><li value=5>甲<ol type=a><li>子</li><li>丑</li></ol></li><li>乙</li></ol>"
    assert lines(body, tmp_path) == ["5. 甲", "a. 子", "b. 丑", "6. 乙"]


def test_a_number_that_is_written_out_is_not_doubled(tmp_path: Path) -> None:
    assert lines("<ol><li>第一条 检查。<li>（二）报告。</ol>", tmp_path) == ["第一条 检查。", "（二）报告。"]


def test_a_table_reads_row_by_row_as_in_a_word_file(tmp_path: Path) -> None:
    table = (
        "<table><caption>清单</caption><thead><tr><th>事项</th><th>单位</th><th>时限</th></tr></thead><tbody>"
        "<tr><td rowspan=2>演练</td><td><p>港务局</p><p>消防队</p></td><td>每年</td></tr>"
        "<tr><td colspan=2>教育局</td></tr></tbody></table>"
    )
    shown = ["清单", "事项\t单位\t时限", "演练\t港务局 消防队\t每年", "\t教育局"]
    assert lines(table, tmp_path) == shown


def test_tables_that_only_lay_out_the_page_are_no_rows(tmp_path: Path) -> None:
    body = f"<table><tr><td>{TEXT}</td><td>旁注</td></tr></table><table><tr><td><p>甲</p><p>乙</p></td></tr></table>"
    assert lines(body, tmp_path) == [*REGULATION.splitlines(), "旁注", "甲", "乙"]


@pytest.mark.parametrize(
    "piece",
    [
        "<nav><a href=/>首页</a><a href=/b>政务公开</a></nav>",
        "<header><h1>港湾市人民政府</h1></header>",
        "<footer>版权所有 港湾市人民政府</footer>",
        "<aside>相关阅读</aside>",
        "<div role=navigation>要闻 公告</div>",
        "<div class='main-Breadcrumb'>当前页 正文页</div>",
        "<ul><li><a href=a>机构</a><li><a href=b>新闻</a><li><a href=c>互动</a></ul>",
        "<div>当前位置：<a href=/>首页</a> &gt; <a href=/gz>规章</a></div>",
        "<p>【字体：大 中 小】【打印】【关闭】</p>",
        "<p>发布时间：2026-03-01 来源：市府办 浏览次数：12</p>",
        "<p>上一篇：另一个办法</p>",
        "<p>某ICP备12345号</p>",
        "<p>Print | Share | Close</p>",
        "<script>var a = '第九条 甲。'</script><style>p{}</style><noscript>第九条</noscript>",
        "<p style='color:red; display : none'>第九条 暗。</p><p hidden>第九条 暗。</p><template>第九条</template>",
        "<form><input value=a><select><option>区县</option></select><button>搜索</button></form>",
        "<!-- 第九条 注释。 -->",
    ],
)
def test_what_surrounds_the_text_goes(piece: str, tmp_path: Path) -> None:
    assert read(piece + TEXT, tmp_path).text == REGULATION
    assert read(TEXT + piece, tmp_path).text == REGULATION


def test_it_says_that_something_was_left_out(tmp_path: Path) -> None:
    found = read(f"<nav>首页 要闻</nav>{TEXT}<p>打印 关闭</p>", tmp_path).problems
    assert [(p.code, p.level, dict(p.values)) for p in found] == [
        ("page-surroundings", Level.NOTE, {"blocks": "1", "lines": "1"})
    ]


@pytest.mark.parametrize(
    "frame",
    [
        "<form action=/x>{}</form>",
        "<div class=menu>{}</div>",
        "<article><header><h1>甲办法</h1></header>{}</article>",
        "<div class=sidebar><section>{}</section></div>",
    ],
)
def test_the_text_itself_never_goes(frame: str, tmp_path: Path) -> None:
    assert read(frame.format(TEXT), tmp_path).text.endswith(REGULATION)


def test_a_link_and_a_single_reference_stay(tmp_path: Path) -> None:
    body = "<p>依照<a href=a>《港口法》</a>第二条。</p><p><a href=f>附件：责任清单</a></p>"
    assert lines(body, tmp_path) == ["依照《港口法》第二条。", "附件：责任清单"]


def test_only_the_main_part_is_read_where_the_page_names_one(tmp_path: Path) -> None:
    assert read(f"<p>部门动态</p><main>{TEXT}</main><p>友情提示</p>", tmp_path).text == REGULATION


def test_words_struck_out_are_left_out_and_reported(tmp_path: Path) -> None:
    found = read("<p>每年<del>一</del><ins>两</ins>次</p>", tmp_path)
    assert (found.text, [p.code for p in found.problems]) == ("每年两次\n", ["tracked-changes"])


@pytest.mark.parametrize(
    ("encoding", "declared", "mark"),
    [
        ("gb18030", '<meta charset="gb2312">', b""),
        ("gb18030", '<meta http-equiv="Content-Type" content="text/html; charset=GBK">', b""),
        ("big5", "<meta charset=big5>", b""),
        ("utf-8", "<meta charset=utf-8>", codecs.BOM_UTF8),
        ("utf-8", "<meta charset=gb2312>", codecs.BOM_UTF8),
        ("utf-16-le", "", codecs.BOM_UTF16_LE),
        ("gb18030", "", b""),
        ("gb18030", "<meta charset=utf-8>", b""),
        ("utf-8", "<meta charset=no-such-thing>", b""),
    ],
)
def test_the_mark_the_page_and_the_bytes_tell_the_encoding(
    encoding: str, declared: str, mark: bytes, tmp_path: Path
) -> None:
    text = "港灣市消防規定\n第一條 各單位應當每月檢查。\n" * 20 if encoding == "big5" else REGULATION
    body = "".join(f"<p>{line}" for line in text.splitlines())
    data = mark + f"<html><head>{declared}</head><body>{body}</body></html>".encode(encoding)
    assert read(data, tmp_path).text == text


def test_a_page_saved_with_its_pictures_is_read(tmp_path: Path) -> None:
    page = f"<html><head><meta charset=gb2312></head><body>{TEXT}</body></html>".encode("gb18030")
    quoted = codecs.encode(page, "quopri").decode("ascii")
    data = (
        'From: saved\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        f"{quoted}\r\n--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--x--\r\n"
    )
    assert read(data.encode(), tmp_path).text == REGULATION


def refused(data: bytes, folder: Path) -> str:
    found = read(data, folder)
    assert found.text == ""
    (problem,) = found.problems
    assert problem.level is Level.ERROR
    assert problem.remedy
    return problem.code


def test_a_page_without_words_is_refused(tmp_path: Path) -> None:
    assert refused(b"<html><body><script>fetch('/text')</script></body></html>", tmp_path) == "file-empty"


def test_a_page_nested_beyond_reason_is_refused(tmp_path: Path) -> None:
    assert refused(b"<html><body>" + b"<div>" * 100_000 + b"a", tmp_path) == "file-bomb"


@pytest.mark.parametrize("tag", ["div", "ol><li", "table><tr><td", "font", "ul"])
def test_deep_but_bearable_nesting_is_read(tag: str, tmp_path: Path) -> None:
    depth = 1900 // (1 + tag.count("<"))
    assert "第一条" in read(f"<{tag}>" * depth + "第一条 检查。", tmp_path).text


def test_entities_of_a_document_type_stay_outside(tmp_path: Path) -> None:
    secret = write(tmp_path / "secret", b"secret words")
    data = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><body><p>第一条 &x;检查。</body></html>'
    assert "secret words" not in read(data.encode(), tmp_path).text
