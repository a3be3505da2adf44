"""The register: the text beside its duties, and their review."""

from __future__ import annotations

import re

import pytest

from remit.core.duty import ReviewState
from remit.core.regime import duties, find_duty
from remit.store import inquiry, load
from remit.store.access import CONSOLE
from tests.pages.conftest import DRAFT, ISSUED

AT = "/regimes/harbour-school-fire/2027-01-01/"
IN_FORCE = "/regimes/harbour-school-fire/2026-01-01/"
CORRECTED = {
    "version": "1",
    "quote": "每季度至少组织一次消防疏散演练",
    "kind": "duty",
    "holders": "学校\n",
    "actions": "组织消防疏散演练",
    "addressee": "",
    "evidence": "演练记录\n照片",
    "c0-min": "2",
    "c0-period": "P6M",
    "c1-min": "",
    "l0-amount": "",
    "reason": "按原文每季度一次，此处仅为测试。",
}


def duty(ref: str):
    found = find_duty(inquiry.edition(CONSOLE, DRAFT)[1], ref)
    assert found
    return found[1]


def test_the_list_shows_drafts_to_reviewers_and_issued_editions_to_all(sign_in) -> None:
    assert [line.held.state for line in sign_in("reviewer").get("/regimes/").context["lines"]] == [
        "draft",
        "issued",
    ]
    assert [line.held.state for line in sign_in("taochunyuan").get("/regimes/").context["lines"]] == [
        "issued"
    ]


def test_words_and_duties_lead_to_each_other(sign_in) -> None:
    text = sign_in("taochunyuan").get(IN_FORCE).content.decode()
    assert '<mark id="q-art-4"><a href="#d-art-4">学校应当于每年6月和12月' in text
    assert 'id="d-art-4"' in text
    assert 'href="#q-art-4"' in text


def test_a_clause_outside_scope_stays_readable_is_labelled_with_its_rule_and_yields_nothing(sign_in) -> None:
    page = sign_in("taochunyuan").get(IN_FORCE)
    text = page.content.decode()
    assert "学校应当收集教师在网络上发表的不满言论" in text
    assert "范围以外" in text
    assert "expression" in text
    assert 'id="d-art-6' not in text


def test_each_slot_says_on_what_basis_it_stands(sign_in) -> None:
    assert "承接前文" in sign_in("taochunyuan").get(IN_FORCE).content.decode()


def test_accepting_stores_who_and_when(sign_in) -> None:
    client = sign_in("reviewer")
    answer = client.post(AT + "duties/art-4/accept/", {"version": "1"})
    assert answer["Location"] == AT + "#d-art-4"
    review = duty("art-4").review
    assert (review.state, review.by, str(review.on)) == (ReviewState.ACCEPTED, "周复核", "2026-05-20")
    assert "周复核于2026年5月20日确认" in client.get(AT).content.decode()


def test_to_htmx_the_answer_is_the_duty_and_the_progress_with_the_new_version(sign_in) -> None:
    client = sign_in("reviewer")
    first = client.post(
        AT + "duties/art-4/accept/", {"version": "1", "version_now": "1"}, headers={"hx-request": "true"}
    )
    text = first.content.decode()
    assert text.lstrip().startswith('<article class="found" id="d-art-4"')
    assert 'hx-swap-oob="true"' in text
    assert 'name="version_now" value="2"' in text
    second = client.post(
        AT + "duties/art-5/accept/", {"version": "1", "version_now": "2"}, headers={"hx-request": "true"}
    )
    assert second.status_code == 200


def test_a_decision_on_what_somebody_else_changed_meanwhile_is_not_stored(sign_in) -> None:
    sign_in("clerk").post(AT + "duties/art-4/accept/", {"version": "1"})
    answer = sign_in("reviewer").post(AT + "duties/art-5/accept/", {"version": "1"})
    assert answer.status_code == 409
    assert duty("art-5").review.state is ReviewState.PROPOSED


def test_rejecting_needs_a_reason(sign_in) -> None:
    client = sign_in("reviewer")
    refused = client.post(AT + "duties/art-4/reject/", {"version": "1", "reason": " "})
    assert refused.status_code == 422
    assert duty("art-4").review.state is ReviewState.PROPOSED
    client.post(AT + "duties/art-4/reject/", {"version": "1", "reason": "不是责任。"})
    assert duty("art-4").review.reason == "不是责任。"


def test_a_correction_changes_the_duty_and_keeps_the_reason(sign_in) -> None:
    answer = sign_in("reviewer").post(AT + "duties/art-3.i-1/correct/", CORRECTED)
    assert answer.status_code == 302
    new = duty("art-3.i-1")
    assert new.review.state is ReviewState.CORRECTED
    assert [(c.min, c.period) for c in new.cadence] == [(2, "P6M")]
    assert new.evidence == ("演练记录", "照片")
    assert new.holders == ("学校",)


@pytest.mark.parametrize(
    "wrong",
    [
        {"quote": "不在条文里的话"},
        {"c0-min": "两"},
        {"c0-months": "13", "c0-min": "", "c0-period": ""},
        {"c0-months": "6"},
        {"l0-amount": "3"},
        {"reason": ""},
        {"actions": "收集教师在网络上发表的不满言论"},
    ],
)
def test_a_correction_that_is_wrong_is_not_stored_and_what_was_typed_is_kept(sign_in, wrong) -> None:
    page = sign_in("reviewer").post(AT + "duties/art-3.i-1/correct/", {**CORRECTED, **wrong})
    assert page.status_code == 422
    assert page.context["problems"]
    text = page.content.decode()
    assert "照片" in text
    for value in wrong.values():
        assert value in text
    assert duty("art-3.i-1").review.state is ReviewState.PROPOSED


def test_an_edition_with_duties_still_to_review_is_not_issued(sign_in) -> None:
    answer = sign_in("reviewer").post(AT + "issue/", {"version": "1"})
    assert answer.status_code == 422
    assert load.edition(DRAFT).state == "draft"


def test_an_edition_that_is_reviewed_is_issued_and_can_no_longer_be_reviewed(sign_in) -> None:
    client = sign_in("reviewer")
    refs = [d.ref for _, d in duties(inquiry.edition(CONSOLE, DRAFT)[1])]
    for version, ref in enumerate(refs, start=1):
        client.post(AT + f"duties/{ref}/accept/", {"version": str(version)})
    assert "发布本版" in client.get(AT).content.decode()
    client.post(AT + "issue/", {"version": str(len(refs) + 1)})
    assert load.edition(DRAFT).state == "issued"
    assert "duties/art-4/accept" not in client.get(AT).content.decode()
    assert client.get(AT + "duties/art-4/correct/").status_code == 404


def test_only_what_is_still_to_review_can_be_shown(sign_in) -> None:
    client = sign_in("reviewer")
    client.post(AT + "duties/art-4/accept/", {"version": "1"})
    text = client.get(AT + "?show=open").content.decode()
    assert 'id="d-art-4"' not in text
    assert 'id="d-art-5"' in text


@pytest.mark.parametrize("act", ["duties/art-4/accept/", "duties/art-4/reject/", "issue/"])
def test_whoever_does_not_review_cannot(sign_in, act: str) -> None:
    assert sign_in("taochunyuan").post(AT + act, {"version": "1", "reason": "x"}).status_code == 404
    assert sign_in("auditor").post(AT + act, {"version": "1", "reason": "x"}).status_code == 404
    assert duty("art-4").review.state is ReviewState.PROPOSED


def test_a_draft_is_not_there_for_whoever_does_not_review(sign_in) -> None:
    assert sign_in("taochunyuan").get(AT).status_code == 404
    assert sign_in("taochunyuan").get(AT + "duties/art-4/correct/").status_code == 404


@pytest.mark.parametrize(
    "address", ["/regimes/nothing/2026-01-01/", "/regimes/harbour-school-fire/2026-02-30/"]
)
def test_an_unknown_edition_is_not_there(sign_in, address: str) -> None:
    assert sign_in("reviewer").get(address).status_code == 404


def test_the_issued_edition_offers_no_review(sign_in) -> None:
    assert load.edition(ISSUED).state == "issued"
    assert "/accept/" not in sign_in("reviewer").get(IN_FORCE).content.decode()


def test_to_htmx_a_decision_that_cannot_be_stored_reloads_the_page_and_says_why(sign_in) -> None:
    client = sign_in("reviewer")
    client.post(AT + "duties/art-4/accept/", {"version": "1"})
    stale = client.post(AT + "duties/art-5/accept/", {"version": "1"}, headers={"hx-request": "true"})
    assert stale["HX-Refresh"] == "true"
    assert "有人改动了这项内容" in client.get(AT).content.decode()
    refused = client.post(IN_FORCE + "duties/art-4/accept/", {"version": "1"}, headers={"hx-request": "true"})
    assert refused["HX-Refresh"] == "true"


@pytest.mark.parametrize("act", ["duties/art-4/accept/", "duties/art-4/reject/", "issue/", "adopt/"])
def test_who_comes_back_to_the_address_of_a_decision_is_led_to_the_edition(sign_in, act: str) -> None:
    assert sign_in("reviewer").get(AT + act)["Location"] == AT
    assert duty("art-4").review.state is ReviewState.PROPOSED


def test_chapters_are_listed_to_jump_to(sign_in) -> None:
    text = sign_in("reviewer").get(AT).content.decode()
    anchors = re.findall(r'<li><a href="#(c-[0-9]+)">第.章', text)
    assert len(anchors) == 3
    assert all(f'id="{anchor}"' in text for anchor in anchors)
