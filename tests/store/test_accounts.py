"""Accounts, links that work once, and what each account may ask."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.conf import settings

from remit.store import actions, inquiry, load, models
from remit.store.access import CONSOLE, Role
from remit.store.refusal import Denied, NotThere, Refused
from tests.store.cast import DRILL, EDITION, LATER, NOW, OUTSIDE, PORT, TODAY, by, codes, drill, later, member

pytestmark = pytest.mark.usefixtures("port")


def test_it_sees_through_an_account_what_its_person_holds_on_the_day():
    actions.create_account(by(), username="ben", person="Ben", unit="/1/20", role=Role.HOLDER)
    spans = [load.viewer("ben", day).spans for day in (date(2027, 3, 31), date(2027, 4, 1))]
    assert spans == [(load.stretch("/1/2"),), (load.stretch("/1/20"),)]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"username": "not a name"}, "username-unusable"),
        ({"role": Role.CONSOLE}, "account-unusable"),
        ({"password": "short"}, "password-weak"),
        ({"language": "xx"}, "account-unusable"),
    ],
)
def test_it_refuses_an_account_that_cannot_be_one(changes, code):
    given = {"username": "dee", "person": "Dee", "unit": "/1/20", "role": Role.CLERK}
    with pytest.raises(Refused) as refused:
        actions.create_account(by(), **{**given, **changes})
    assert code in codes(refused)


def test_it_opens_no_account_twice():
    member_name = {"username": "dee", "person": "Dee", "unit": "/1/20", "role": Role.CLERK}
    actions.create_account(by(), **member_name)
    with pytest.raises(Refused) as refused:
        actions.create_account(by(), **member_name)
    assert codes(refused) == ["username-taken"]


def test_it_keeps_passwords_with_argon2_and_lets_each_change_their_own():
    dee = member(Role.CLERK, person="Dee", unit="/1/20")
    username = load.accounts()[0].username
    actions.change_password(by(dee), username=username, password="a long and quiet harbour")
    assert models.Account.objects.get(username=username).password.startswith("argon2$")
    with pytest.raises(Denied):
        actions.change_password(by(member(Role.CLERK)), username=username, password="a long and loud harbour")


def test_it_ends_the_sessions_of_an_account_that_changes():
    actions.create_account(by(), username="dee", person="Dee", unit="/1/20", role=Role.CLERK)
    before = models.Account.objects.get(username="dee").get_session_auth_hash()
    actions.change_account(by(), username="dee", person="Dee", unit="/1/20", role=Role.AUDITOR, active=True)
    assert models.Account.objects.get(username="dee").get_session_auth_hash() != before


def test_it_knows_a_closed_account_no_more():
    actions.create_account(by(), username="dee", person="Dee", unit="/1/20", role=Role.CLERK)
    actions.change_account(by(), username="dee", person="Dee", unit="/1/20", role=Role.CLERK, active=False)
    with pytest.raises(NotThere):
        load.viewer("dee", TODAY)


def test_it_opens_an_account_by_a_link_once():
    actions.create_account(by(), username="dee", person="Dee", unit="/1/20", role=Role.CLERK)
    actions.create_sign_in(by(), username="dee", token="t" * 43)
    assert actions.redeem_sign_in("t" * 43, now=NOW) == "dee"
    with pytest.raises(Refused) as refused:
        actions.redeem_sign_in("t" * 43, now=NOW)
    assert codes(refused) == ["sign-in-link-dead"]


def test_it_lets_a_link_lapse_and_die_with_its_account():
    actions.create_account(by(), username="dee", person="Dee", unit="/1/20", role=Role.CLERK)
    actions.create_sign_in(by(), username="dee", token="u" * 43, hours=1)
    with pytest.raises(Refused):
        actions.redeem_sign_in("u" * 43, now=NOW + timedelta(hours=1))
    actions.change_account(by(), username="dee", person="Dee", unit="/1/20", role=Role.CLERK, active=False)
    with pytest.raises(Refused):
        actions.redeem_sign_in("u" * 43, now=NOW)


def test_it_keeps_no_token_that_could_be_used():
    actions.create_account(by(), username="dee", person="Dee", unit="/1/20", role=Role.CLERK)
    actions.create_sign_in(by(), username="dee", token="secret-token")
    stored = [str(v) for row in models.SignInToken.objects.values() for v in row.values()]
    stored += [v for row in models.JournalPayload.objects.values_list("payload", "salt") for v in row]
    assert not any("secret-token" in value for value in stored)


# Who may


def test_it_refuses_before_it_looks_at_anything_else():
    outsider, stranger = member(Role.HOLDER, person="Dee"), member(Role.ADMINISTRATOR)
    with pytest.raises(Denied):
        drill(by=by(outsider), title=OUTSIDE, evidence=[("x", b"x")])
    assert not settings.EVIDENCE.exists()
    for viewer in (outsider, stranger):
        with pytest.raises(Denied):
            actions.import_organisation(by(viewer), PORT)
        with pytest.raises(Denied):
            actions.adopt(by(viewer), EDITION, unit="/1/20", since=date(2027, 6, 1))
        with pytest.raises(Denied):
            actions.import_edition(by(viewer), later())
    with pytest.raises(Denied):
        actions.create_account(by(outsider), username="x", person="", unit="", role=Role.ADMINISTRATOR)


def test_it_answers_no_question_about_a_sibling_branch():
    dee = member(Role.HOLDER, person="Dee")
    ref = drill(evidence=[("minutes.txt", b"minutes")])
    digest = inquiry.record(CONSOLE, ref).evidence[0].sha256
    for question in (
        lambda: inquiry.unit(dee, "/1/2"),
        lambda: inquiry.units(dee, "/1"),
        lambda: inquiry.organisation(dee, "/1/2"),
        lambda: inquiry.standings(dee, "/1/2", TODAY),
        lambda: inquiry.rollup(dee, "/1", TODAY),
        lambda: inquiry.who(dee, DRILL, "/1/2", TODAY),
        lambda: inquiry.adoptions(dee, "/1/2"),
        lambda: inquiry.records(dee, "/1/2"),
        lambda: inquiry.record(dee, ref),
        lambda: inquiry.evidence(dee, ref, digest),
        lambda: inquiry.excuses(dee, "/1/2"),
        lambda: inquiry.accounts(dee),
        lambda: inquiry.journal(dee),
    ):
        with pytest.raises(Denied):
            question()


def test_it_gives_out_no_file_under_a_record_that_does_not_show_it():
    first, second = drill(evidence=[("a", b"first")]), drill(evidence=[("b", b"second")])
    digest = inquiry.record(CONSOLE, second).evidence[0].sha256
    with pytest.raises(NotThere):
        inquiry.evidence(CONSOLE, first, digest)


def test_it_shows_drafts_only_to_those_who_review():
    actions.import_edition(by(), later())
    assert [e.name for e in inquiry.editions(member(Role.HOLDER, person="Dee"))] == [EDITION]
    assert [e.name for e in inquiry.editions(member(Role.REVIEWER))] == [LATER, EDITION]
    with pytest.raises(Denied):
        inquiry.edition(member(Role.HOLDER, person="Dee"), LATER)


def test_it_shows_the_heads_of_what_one_sees():
    assert [u.code for u in inquiry.homes(CONSOLE)] == ["/1"]
    assert [u.code for u in inquiry.homes(member(Role.HOLDER, person="Cai"))] == ["/1/2"]
    assert inquiry.homes(member(Role.AUDITOR, unit="/1")) == ()


def test_it_says_who_answered_on_a_past_day_after_a_handover():
    answers = {
        day: [a.person for a in inquiry.who(CONSOLE, DRILL, "/1/2", day)]
        for day in (date(2027, 3, 31), date(2027, 4, 1))
    }
    assert answers == {date(2027, 3, 31): ["Ben"], date(2027, 4, 1): ["Cai"]}


def test_it_knows_when_nobody_answers_and_when_there_is_no_such_duty():
    assert inquiry.who(CONSOLE, DRILL, "/1/2/1", TODAY) == ()
    assert inquiry.who(CONSOLE, DRILL, "/1/2", date(2026, 12, 31)) == ()
    with pytest.raises(NotThere):
        inquiry.who(CONSOLE, "port-fire/art-99", "/1/2", TODAY)
