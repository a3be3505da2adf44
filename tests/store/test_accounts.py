"""Accounts, links that work once, and what each account may ask."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.conf import settings

from remit.store import actions, inquiry, load, load_identity, models
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


# Three administrations apart


def test_the_system_administrator_opens_holders_without_a_unit_and_grants_nothing():
    system = member(Role.SYSTEM_ADMINISTRATOR, person="Gus")
    actions.create_account(by(system), username="dee", person="Dee", unit="", role=Role.HOLDER)
    for role, unit in ((Role.HOLDER, "/1/20"), (Role.CLERK, ""), (Role.SECURITY_ADMINISTRATOR, "")):
        with pytest.raises(Denied):
            actions.create_account(by(system), username="x", person="", unit=unit, role=role)
        with pytest.raises(Denied):
            actions.change_account(
                by(system), username="dee", person="Dee", unit=unit, role=role, active=True
            )
        with pytest.raises(Denied):
            actions.grant(by(system), username="dee", role=role, unit=unit)
    actions.change_account(by(system), username="dee", person="Dee", unit="", role=Role.HOLDER, active=False)
    assert not load.account("dee").active


def test_the_security_administrator_grants_role_and_unit_and_nothing_else():
    security = member(Role.SECURITY_ADMINISTRATOR, person="Sam")
    actions.create_account(by(), username="kim", person="Kim", unit="", role=Role.HOLDER)
    actions.grant(by(security), username="kim", role=Role.CLERK, unit="/1/2")
    held = load.account("kim")
    assert (held.role, held.unit) == (Role.CLERK, "/1/2")
    assert models.Account.objects.get(username="kim").granted_by == security.actor
    header = inquiry.journal(CONSOLE, after=0, limit=None)[-1].header
    assert (header.kind, header.actor) == ("role-granted", security.actor)
    refused = (
        lambda: actions.create_account(by(security), username="x", person="", unit="", role=Role.HOLDER),
        lambda: actions.change_account(
            by(security), username="kim", person="Kim", unit="", role=Role.HOLDER, active=True
        ),
        lambda: actions.create_sign_in(by(security), username="kim", token="v" * 43),
        lambda: actions.reset_factors(by(security), username="kim"),
        lambda: actions.change_password(by(security), username="kim", password="a long and quiet harbour"),
        lambda: inquiry.accounts(security),
        lambda: inquiry.unit(security, "/1"),
        lambda: inquiry.journal(security),
    )
    for ask in refused:
        with pytest.raises(Denied):
            ask()


def test_nobody_grants_to_themselves_under_any_account():
    security = member(Role.SECURITY_ADMINISTRATOR, person="Sam")
    mine = next(a.username for a in load.accounts() if a.person == "Sam")
    actions.create_account(by(), username="sam2", person="Sam", unit="", role=Role.HOLDER)
    for username in (mine, "sam2"):
        with pytest.raises(Refused) as refused:
            actions.grant(by(security), username=username, role=Role.CLERK, unit="/1")
        assert codes(refused) == ["grant-own"]


_APART = (Role.AUDITOR, Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR)


@pytest.mark.parametrize(("one", "other"), [(a, b) for a in _APART for b in _APART if a != b])
def test_nobody_has_two_of_the_three_administrations_under_two_accounts(one, other):
    actions.create_account(by(), username="first", person="Gus", unit="", role=one)
    actions.create_account(by(), username="second", person="Gus", unit="", role=Role.HOLDER)
    actions.create_account(by(), username="third", person="Hal", unit="", role=other)
    refused = (
        lambda: actions.create_account(by(), username="fourth", person="Gus", unit="", role=other),
        lambda: actions.grant(by(), username="second", role=other, unit=""),
        lambda: actions.change_account(
            by(), username="third", person="Gus", unit="", role=other, active=True
        ),
    )
    for ask in refused:
        with pytest.raises(Refused) as found:
            ask()
        assert codes(found) == ["roles-apart"]
    actions.change_account(by(), username="first", person="Gus", unit="", role=one, active=False)
    actions.grant(by(), username="second", role=other, unit="")


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.SECURITY_ADMINISTRATOR])
def test_the_system_administrator_cannot_make_a_way_into_an_account_that_watches_over_it(role):
    system = member(Role.SYSTEM_ADMINISTRATOR, person="Gus")
    actions.create_account(by(), username="watch", person="Una", unit="", role=role)
    for ask in (
        lambda: actions.create_sign_in(by(system), username="watch", token="w" * 43),
        lambda: actions.reset_factors(by(system), username="watch"),
        lambda: actions.change_password(by(system), username="watch", password="a long and quiet harbour"),
        lambda: actions.change_account(
            by(system), username="watch", person="Gus", unit="", role=role, active=True
        ),
    ):
        with pytest.raises(Denied):
            ask()
    actions.create_sign_in(by(), username="watch", token="w" * 43)
    assert actions.redeem_sign_in("w" * 43, now=NOW) == "watch"


def test_a_grant_ends_sessions_and_links():
    actions.create_account(by(), username="dee", person="Dee", unit="", role=Role.HOLDER)
    actions.create_sign_in(by(), username="dee", token="x" * 43)
    before = models.Account.objects.get(username="dee").get_session_auth_hash()
    actions.grant(by(), username="dee", role=Role.INSPECTOR, unit="/1/20")
    assert models.Account.objects.get(username="dee").get_session_auth_hash() != before
    with pytest.raises(Refused):
        actions.redeem_sign_in("x" * 43, now=NOW)


def test_an_inspector_sees_its_unit_whatever_posts_it_holds_and_others_none():
    spans = {
        role: member(role, person="Cai", unit="/1/20").spans
        for role in (Role.INSPECTOR, Role.REVIEWER, Role.AUDITOR)
    }
    assert spans == {Role.INSPECTOR: (load.stretch("/1/20"),), Role.REVIEWER: (), Role.AUDITOR: ()}


def test_a_username_that_is_a_persons_name_is_not_that_person():
    actions.create_account(by(), username="Cai", person="", unit="", role=Role.HOLDER)
    stranger = load.viewer("Cai", TODAY)
    assert stranger.spans == ()
    with pytest.raises(Denied):
        actions.delegate(
            by(stranger), post="/1/2/head", person="Mal", since=TODAY, until=TODAY, reason="leave"
        )


def test_an_auditor_who_holds_a_post_does_not_act_in_it():
    auditor = member(Role.AUDITOR, person="Cai")
    with pytest.raises(Denied):
        actions.delegate(
            by(auditor), post="/1/2/head", person="Mal", since=TODAY, until=TODAY, reason="leave"
        )


# Who may


def test_it_refuses_before_it_looks_at_anything_else():
    outsider, stranger = member(Role.HOLDER, person="Dee"), member(Role.SYSTEM_ADMINISTRATOR)
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
        actions.create_account(by(outsider), username="x", person="", unit="", role=Role.SYSTEM_ADMINISTRATOR)


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


def test_an_account_says_who_granted_its_role():
    security = member(Role.SECURITY_ADMINISTRATOR, person="Sam")
    actions.create_account(by(), username="kim", person="Kim", unit="", role=Role.HOLDER)
    assert load_identity.granted("kim") == ("", NOW)
    actions.grant(by(security), username="kim", role=Role.CLERK, unit="/1/2")
    named = next(a.username for a in load.accounts() if a.person == "Sam")
    assert load_identity.granted("kim") == (named, NOW)
