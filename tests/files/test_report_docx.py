"""Reports and statements as documents: what is computed first, what people wrote after it, copies at the end."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import docx
import msgspec

from remit.cli.language import load_words
from remit.core.addressing import Addressee
from remit.core.problem import Place, error
from remit.core.report import Report, SectionName, with_text
from remit.core.statement import HeldPost
from remit.files.official_document import OfficialDocument, document_bytes
from remit.files.report_docx import report_document, statement_document
from tests.files import papers


def lines(made: OfficialDocument) -> list[str]:
    return [block.text for block in made.body]


def test_a_report_has_its_sections_figures_and_lines():
    made = report_document(papers.report(), load_words("zh"))
    assert made.title == "东一泊位关于2026年上半年靠泊安全责任落实情况的报告"
    assert (made.addressee, made.signed, made.day_words) == ("东作业区", "东一泊位", "2026年5月20日")
    assert [block.text for block in made.body if block.level] == [
        "总体情况",
        "工作开展情况",
        "存在的问题和原因",
        "下一步工作打算",
    ]
    said = lines(made)
    assert said[2] == "本期应完成6项次；按期完成1项次；逾期完成0项次；逾期未完成3项次；尚未到期2项次。"
    assert (
        "泊位单位应当检查缆桩（第四条）：未完成3项次，期限为2026年1月31日至2026年4月30日；未见工作记录。"
        in said
    )


def test_what_people_wrote_follows_what_was_computed():
    written = with_text(papers.report(), SectionName.SHORTCOMINGS, "一月封航。\n\n二月补办。")
    said = lines(report_document(written, load_words("zh")))
    at = said.index("存在的问题和原因")
    assert said[at + 2 : at + 4] == ["一月封航。", "二月补办。"]


def test_an_empty_section_says_so_and_what_could_not_be_scheduled_is_named():
    wrong = error("x", "a", "b", at=Place(ref="art-9"))
    bare = replace(papers.report(), sections=papers.report().sections[:1], problems=(wrong,))
    empty = replace(bare, sections=(replace(bare.sections[0], figures=()),))
    said = lines(report_document(empty, load_words("en"), language="en"))
    assert said[2:] == ["Nothing to report.", "Not everything could be scheduled: art-9."]


def test_who_gets_a_copy_stands_at_the_very_end():
    copied = (Addressee(name="东作业区", unit="east"), Addressee(name="虚构港", unit="port", copy=True))
    for language, said in (("zh", "抄送：虚构港。"), ("en", "Copy to: 虚构港")):
        made = report_document(papers.report(addressees=copied), load_words(language), language=language)
        last = docx.Document(io.BytesIO(document_bytes(made))).paragraphs[-1]
        assert last.text == said
        assert "w:pBdr" in last._p.xml


def test_a_report_is_kept_and_comes_back_as_it_was():
    made = papers.report()
    assert msgspec.json.decode(msgspec.json.encode(made), type=Report) == made


def test_a_statement_says_which_posts_which_duties_and_what_was_done():
    made = statement_document(papers.statement(), papers.names().labels, load_words("zh"))
    assert made.title == "江帆2026年上半年履行责任情况报告"
    assert lines(made) == [
        "任职情况",
        "泊位长，2026年1月1日至2026年5月20日。",
        "履责情况",
        (
            "泊位单位应当检查缆桩（《虚构港靠泊安全责任制规定》第四条）：泊位长承担第一责任人，"
            "2026年1月1日至2026年5月20日；本期应完成4项次；开展1次；按期完成1项次；逾期未完成3项次。"
        ),
    ]


def test_a_statement_holds_the_persons_own_words_and_says_where_there_is_nothing():
    held = HeldPost(
        post="e1/head",
        title="泊位长",
        degree=papers.statement().items[0].degree,
        since=date(2026, 1, 1),
        until=date(2026, 5, 20),
        acting=True,
    )
    bare = replace(papers.statement(), posts=(held,), items=(), text="尽责。\n")
    said = lines(statement_document(bare, {}, load_words("en"), language="en"))
    assert said == [
        "Posts held",
        "泊位长 (acting), 1 January 2026 to 20 May 2026.",
        "Duties answered for",
        "Nothing to report.",
        "In the holder's own words",
        "尽责。",
    ]
    idle = replace(papers.statement().items[0], figures=())
    said = lines(statement_document(replace(bare, posts=(), items=(idle,)), {}, load_words("en")))
    assert said[1] == "Nothing to report."
    assert said[3].endswith("; nothing was due, and nothing is recorded.")
