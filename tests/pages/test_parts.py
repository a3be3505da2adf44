"""The parts of an edition: each beside its words, reviewed, added to, handed out as a file."""

from __future__ import annotations

from dataclasses import replace
from html import unescape

import pytest

from remit.core.duty import ReviewState
from remit.core.part_decision import find_part
from remit.core.particulars import MeasureKind
from remit.core.regime_part import Part, Share, each_part
from remit.files.regime_yaml import parse_regime
from remit.store import actions, inquiry, load, models
from remit.store.access import CONSOLE
from tests.pages.conftest import DRAFT, by
from tests.pages.harbour_parts import AT, PARTED, PARTS, import_parted, parted
from tests.pages.test_page_queries import questions

CORRECTED = {
    "version": "1",
    "quote": "瞒报火灾的",
    "holders": "学校\n校长\n",
    "measures": ["notice", "discipline"],
    "reason": "前款写明两种措施。",
}
ELEVEN_TWO = "（二）拒不整改火灾隐患的。"


@pytest.fixture(autouse=True)
def draft(city, still_clock) -> None:
    import_parted(still_clock)


def part(ref: str) -> Part:
    found = find_part(inquiry.edition(CONSOLE, PARTED)[1], ref)
    assert found
    return found


def start_of(text: str) -> str:
    return str(next(clause.start for clause in parted().clauses if clause.text == text))


def page_of(client, path: str = "parts/") -> str:
    return unescape(client.get(AT + path).content.decode())


def test_every_part_stands_beside_its_clause_with_its_words_marked(sign_in) -> None:
    text = page_of(sign_in("reviewer"))
    for one in each_part(PARTS):
        assert f'id="p-{one.ref}"' in text
        assert f'id="q-{one.ref}"' in text
    assert '<a href="#p-ground-1">瞒报火灾的</a>' in text
    assert "第十一条　有下列情形之一的" in text  # what leads to the item
    assert "0项，共10项" in text


def test_what_is_to_be_looked_at_stands_with_its_part_and_above(sign_in) -> None:
    text = page_of(sign_in("reviewer"))
    assert text.count("90") >= 2
    assert '<a class="problem-place" href="#p-ind-1">' in text
    assert 'class="part-problem"' in text.split('id="p-ind-1"')[1].split("</article>")[0]
    assert 'class="part-problem"' not in text.split('id="p-ground-1"')[1].split("</article>")[0]


def test_lists_without_parts_are_named_and_can_be_added_to(sign_in) -> None:
    text = page_of(sign_in("reviewer"))
    assert f'href="{AT}parts/new/?list=uses"' in text
    assert f'href="{AT}parts/new/?list=grounds"' in text


def test_the_register_leads_to_the_parts_and_back(sign_in) -> None:
    client = sign_in("reviewer")
    assert f'href="{AT}parts/"' in page_of(client, "")
    assert f'href="{AT}"' in page_of(client)


def test_accepting_stores_who_and_when_once_however_often_it_is_sent(sign_in) -> None:
    client = sign_in("reviewer")
    for _ in range(2):
        answer = client.post(AT + "parts/ground-1/accept/", {"version": "1"})
        assert answer["Location"] == AT + "parts/#p-ground-1"
    review = part("ground-1").review
    assert (review.state, review.by, str(review.on)) == (ReviewState.ACCEPTED, "周复核", "2026-05-20")
    assert load.edition(PARTED).version == 2
    assert models.JournalEvent.objects.filter(kind="part-reviewed").count() == 1
    assert "周复核于2026年5月20日确认" in page_of(client)
    assert "p-ground-1" not in page_of(client, "parts/?show=open")


def test_to_htmx_the_answer_is_the_part_and_the_progress_with_the_new_version(sign_in) -> None:
    client = sign_in("reviewer")
    first = client.post(
        AT + "parts/ground-1/accept/",
        {"version": "1", "version_now": "1"},
        headers={"hx-request": "true"},
    )
    text = first.content.decode()
    assert text.lstrip().startswith('<article class="found" id="p-ground-1"')
    assert 'hx-swap-oob="true"' in text
    assert 'name="version_now" value="2"' in text
    assert '<span class="section-open" id="open-grounds" hx-swap-oob="true"></span>' in text
    stale = client.post(AT + "parts/grade-1/accept/", {"version": "1"}, headers={"hx-request": "true"})
    assert stale["HX-Refresh"] == "true"
    issued = AT.replace("2028", "2026")
    refused = client.post(issued + "parts/ground-1/accept/", {"version": "1"}, headers={"hx-request": "true"})
    assert refused["HX-Refresh"] == "true"


def test_a_part_of_an_issued_edition_is_not_decided_on(sign_in) -> None:
    answer = sign_in("reviewer").post(AT.replace("2028", "2026") + "parts/ground-1/accept/", {"version": "1"})
    assert answer.status_code == 422
    assert answer.context["problems"][0].code == "edition-issued"


def test_a_decision_on_what_somebody_else_changed_meanwhile_is_not_stored(sign_in) -> None:
    sign_in("clerk").post(AT + "parts/ground-1/accept/", {"version": "1"})
    answer = sign_in("reviewer").post(AT + "parts/grade-1/accept/", {"version": "1"})
    assert answer.status_code == 409
    assert part("grade-1").review.state is ReviewState.PROPOSED


def test_rejecting_needs_a_reason_and_shows_it(sign_in) -> None:
    client = sign_in("reviewer")
    refused = client.post(AT + "parts/grade-1/reject/", {"version": "1", "reason": " "})
    assert refused.status_code == 422
    assert part("grade-1").review.state is ReviewState.PROPOSED
    client.post(AT + "parts/grade-1/reject/", {"version": "1", "reason": "这不是等次。"})
    assert part("grade-1").review.reason == "这不是等次。"
    assert "这不是等次。" in page_of(client)


def test_a_correction_changes_the_part_and_keeps_the_reason(sign_in) -> None:
    answer = sign_in("reviewer").post(AT + "parts/ground-1/correct/", CORRECTED)
    assert answer.status_code == 302, answer.context["problems"]
    new = part("ground-1")
    assert new == replace(
        PARTS.grounds[0],
        holders=("学校", "校长"),
        measures=(MeasureKind.NOTICE, MeasureKind.DISCIPLINE),
        review=new.review,
    )
    assert (new.review.state, new.review.reason) == (ReviewState.CORRECTED, "前款写明两种措施。")


def test_a_form_that_is_sent_again_with_something_else_changes_nothing(sign_in) -> None:
    client = sign_in("reviewer")
    assert client.post(AT + "parts/ground-1/correct/", CORRECTED).status_code == 302
    again = client.post(AT + "parts/ground-1/correct/", {**CORRECTED, "holders": "学校"})
    assert again.status_code == 409
    assert part("ground-1").holders == ("学校", "校长")


@pytest.mark.parametrize("one", [one.ref for one in each_part(PARTS)])
def test_every_kind_of_part_has_a_form_that_stores_it_as_it_stands(sign_in, one: str) -> None:
    client = sign_in("reviewer")
    page = client.get(AT + f"parts/{one}/correct/")
    typed = page.context["typed"]
    sent = {name: list(values) for name, values in typed.sent}
    rows = {f"c{n}-{name}": value for n, row in enumerate(typed.cadence) for name, value in row.items()}
    answer = client.post(
        AT + f"parts/{one}/correct/", {**sent, **rows, "version": "1", "quote": typed.quote, "reason": "照旧"}
    )
    assert answer.status_code == 302, answer.context["problems"]
    assert replace(part(one), review=find_part(parted(), one).review) == find_part(parted(), one)


@pytest.mark.parametrize(
    ("ref", "wrong", "field"),
    [
        ("ground-1", {"quote": "不在条文里的话"}, "quote"),
        ("ground-1", {"quote": ""}, "quote"),
        ("ground-1", {"measures": ["drowning"]}, "measures"),
        ("ground-1", {"reason": " "}, "reason"),
        ("ground-1", {"holders": "收集教师的宗教信仰情况"}, "ground-1"),
        ("ground-1", {"reason": "收集教师在网络上发表的不满言论"}, "ground-1"),
        ("ground-1", {"holders": "x" * 2001}, "ground-1"),
        ("ans-art-2", {"holders": "没有的角色", "degree": "first"}, "holders"),
        ("ans-art-2", {"holders": "学校", "degree": "grand"}, "degree"),
        ("ind-2", {"points": "四十", "name": "演练", "effect": "score"}, "points"),
        ("ind-2", {"points": "-4", "name": "演练", "effect": "score"}, "points"),
        ("ind-2", {"points": "1e9", "name": "演练", "effect": "score"}, "points"),
        ("ind-2", {"points": "4", "name": " ", "effect": "score"}, "name"),
        ("measure-1", {"order": "", "kind": "notice"}, "order"),
        ("measure-1", {"order": "一", "kind": "notice"}, "order"),
        ("measure-1", {"order": "0", "kind": "notice"}, "order"),
        ("insp-art-7", {"c0-min": "两", "kind": "special"}, "c0-min"),
    ],
)
def test_a_correction_that_is_wrong_is_not_stored_and_what_was_typed_is_kept(
    sign_in, ref: str, wrong, field: str
) -> None:
    client = sign_in("reviewer")
    quote = part(ref).quote
    page = client.post(
        AT + f"parts/{ref}/correct/", {"version": "1", "quote": quote, "reason": "改", **wrong}
    )
    assert page.status_code == 422
    assert field in [problem.place.ref for problem in page.context["problems"]]
    text = unescape(page.content.decode())
    assert all(value in text for value in wrong.values() if isinstance(value, str))
    assert load.edition(PARTED).version == 1


def test_a_part_is_added_to_the_clause_that_was_chosen(sign_in) -> None:
    client = sign_in("reviewer")
    choosing = page_of(client, "parts/new/?list=grounds")
    start = start_of(ELEVEN_TWO)
    assert '<option value="grounds" selected>' in choosing
    assert f'<option value="{start}">' in choosing
    assert "不满言论" not in choosing  # what lies outside scope is no ground for anything
    form = page_of(client, f"parts/new/?list=grounds&clause={start}")
    assert "第十一条　有下列情形之一的" in form
    sent = {
        **CORRECTED,
        "list": "grounds",
        "clause": start,
        "quote": "拒不整改火灾隐患的",
        "reason": "漏读。",
    }
    for _ in range(2):
        answer = client.post(AT + "parts/new/", sent)
        assert answer["Location"] == AT + "parts/#p-ground-added-1"
    added = part("ground-added-1")
    assert (added.clause, added.review.reason) == (("第四章", "第十一条", "(二)"), "漏读。")
    assert load.edition(PARTED).version == 2


def test_a_new_rung_stands_above_the_last(sign_in) -> None:
    client = sign_in("reviewer")
    page = client.get(AT + f"parts/new/?list=measures&clause={start_of(ELEVEN_TWO)}")
    assert {one.name: one.value for one in page.context["controls"]}["order"] == "2"


@pytest.mark.parametrize(
    "wrong",
    [
        {"quote": "不在条文里"},
        {"reason": ""},
        {"measures": "drowning"},
        {"holders": "收集教师的宗教信仰情况"},
    ],
)
def test_a_part_that_is_wrong_is_not_added_and_what_was_typed_is_kept(sign_in, wrong) -> None:
    sent = {**CORRECTED, "list": "grounds", "clause": start_of(ELEVEN_TWO), "quote": "拒不整改火灾隐患的"}
    page = sign_in("reviewer").post(AT + "parts/new/", {**sent, **wrong})
    assert page.status_code == 422
    assert page.context["problems"]
    assert load.edition(PARTED).version == 1


@pytest.mark.parametrize(
    "given", [{"list": "graves"}, {"clause": "999999"}, {"clause": ""}, {"version": "x"}, {"version": ""}]
)
def test_a_form_that_names_no_list_clause_or_version_is_not_there(sign_in, given) -> None:
    sent = {**CORRECTED, "list": "grounds", "clause": start_of(ELEVEN_TWO), **given}
    assert sign_in("reviewer").post(AT + "parts/new/", sent).status_code == 404


def test_nothing_is_added_to_a_clause_outside_scope(sign_in) -> None:
    outside = next(clause for clause in parted().clauses if clause.screen == "out")
    sent = {**CORRECTED, "list": "grounds", "clause": str(outside.start), "quote": outside.text[4:8]}
    assert sign_in("reviewer").post(AT + "parts/new/", sent).status_code == 404


def test_an_edition_is_issued_once_its_parts_are_reviewed_too(sign_in) -> None:
    client = sign_in("reviewer")
    version = 1
    for clause in parted().clauses:
        for duty in clause.duties:
            client.post(AT + f"duties/{duty.ref}/accept/", {"version": str(version)})
            version += 1
    assert "发布本版" not in page_of(client)
    assert client.post(AT + "issue/", {"version": str(version)}).status_code == 422
    for one in each_part(PARTS):
        client.post(AT + f"parts/{one.ref}/accept/", {"version": str(version)})
        version += 1
    assert "发布本版" in page_of(client)
    assert client.post(AT + "issue/", {"version": str(version)}).status_code == 302
    assert load.edition(PARTED).state == "issued"
    text = page_of(sign_in("taochunyuan"))
    assert 'id="p-ground-1"' in text
    assert "/accept/" not in text
    assert "parts/new/" not in text
    assert client.get(AT + "parts/ground-1/correct/").status_code == 404
    assert client.get(AT + "parts/new/").status_code == 404


def test_the_regime_file_holds_what_was_reviewed(sign_in) -> None:
    client = sign_in("reviewer")
    client.post(AT + "parts/attr-1/reject/", {"version": "1", "reason": "应为免责。"})
    answer = client.get(AT + "file/")
    assert answer["Content-Disposition"] == 'attachment; filename="harbour-school-fire-2028-01-01.yaml"'
    regime, _ = parse_regime(answer.content.decode())
    assert regime == inquiry.edition(CONSOLE, PARTED)[1]
    assert find_part(regime, "attr-1").share is Share.COLLECTIVE


@pytest.mark.parametrize("path", ["parts/", "parts/new/", "parts/ground-1/correct/", "file/"])
def test_a_draft_is_not_there_for_whoever_does_not_review(sign_in, path: str) -> None:
    assert sign_in("taochunyuan").get(AT + path).status_code == 404
    assert sign_in("reviewer").get(AT + path).status_code == 200


@pytest.mark.parametrize("act", ["parts/ground-1/accept/", "parts/ground-1/reject/", "parts/new/"])
def test_whoever_does_not_review_cannot(sign_in, act: str) -> None:
    for username in ("taochunyuan", "auditor"):
        answer = sign_in(username).post(AT + act, {**CORRECTED, "list": "grounds", "clause": "1"})
        assert answer.status_code == 404
    assert load.edition(PARTED).version == 1


@pytest.mark.parametrize("act", ["accept", "reject", "correct"])
def test_an_unknown_part_is_not_there(sign_in, act: str) -> None:
    answer = sign_in("reviewer").post(AT + f"parts/nothing/{act}/", {"version": "1", "reason": "x"})
    assert answer.status_code == 404


def test_an_edition_without_parts_says_so(sign_in) -> None:
    client = sign_in("reviewer")
    text = unescape(client.get(f"/regimes/{DRAFT.regime}/{DRAFT.day}/parts/").content.decode())
    assert "没有读取到" in text
    assert "没有组成部分" in text


def test_a_click_that_comes_back_by_get_is_led_to_the_parts(sign_in) -> None:
    answer = sign_in("reviewer").get(AT + "parts/ground-1/accept/")
    assert answer["Location"] == AT + "parts/"


def test_the_page_asks_the_same_questions_however_many_parts_there_are(sign_in, still_clock) -> None:
    client = sign_in("reviewer")
    few = questions(client, AT + "parts/")
    regime = parted()
    many = tuple(replace(PARTS.grounds[0], ref=f"more-{n}") for n in range(40))
    grown = replace(regime, parts=replace(PARTS, grounds=(*PARTS.grounds, *many)))
    actions.import_edition(by(still_clock), grown)
    assert questions(client, AT + "parts/") == few


def test_the_list_of_editions_counts_parts_among_what_is_still_to_review(sign_in) -> None:
    page = sign_in("reviewer").get("/regimes/")
    line = next(one for one in page.context["lines"] if one.held.name == PARTED)
    assert (line.parts.total, line.open) == (10, line.progress.total + 10)
    assert f'href="{AT}parts/"' in page.content.decode()
