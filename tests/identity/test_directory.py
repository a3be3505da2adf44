"""Signing in against a real LDAP server, and taking its people over."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from remit.cli import living_people
from remit.identity.configuration import Directory, SignIn
from remit.store import actions, journalling, load, load_identity
from remit.store.access import Role
from tests.identity import slapd
from tests.identity.conftest import PASSWORD, browser, by, configure, is_in, sign_in, words

pytestmark = pytest.mark.usefixtures("port")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[slapd.Slapd]:
    if not Path(slapd.PROGRAM).exists() and os.environ.get("CI") != "true":
        pytest.skip("left out: signing in against a directory, as there is no slapd")
    with slapd.running(tmp_path_factory.mktemp("slapd")) as running:
        yield running


@pytest.fixture
def people(server: slapd.Slapd, settings: object) -> Iterator[slapd.Slapd]:
    """Ann and a stranger are in the directory."""
    server.put("ann", name="Ann", password="what ann knows")
    server.put("stan", name="Stan", password="what stan knows")
    offer(settings, server)
    yield server
    server.connection.search(slapd.BASE, "(objectClass=inetOrgPerson)")
    for entry in list(server.connection.response):
        server.connection.delete(entry["dn"])


def offer(settings: object, server: slapd.Slapd, *, passwords: bool = True, **changes: object) -> Directory:
    given = {
        "address": server.plain,
        "base": slapd.BASE,
        "bind_dn": slapd.READER,
        "bind_password": slapd.READER_PASSWORD,
        "ca_file": server.ca_file,
        **changes,
    }
    made = Directory(**given)
    configure(settings, sign_in=SignIn(passwords=passwords), directory=made)
    return made


def test_whom_the_directory_knows_is_let_in_and_linked(people) -> None:
    client = browser()
    assert sign_in(client, "ann", "what ann knows")["Location"] == "/"
    assert is_in(client)
    assert [one.provider for one in load_identity.linked("ann")] == ["directory"]


def test_a_password_kept_here_does_not_stand_beside_the_directory_s(people) -> None:
    client = browser()
    assert sign_in(client, "ann", PASSWORD).status_code == 200
    assert not is_in(client)


def test_who_is_not_in_the_directory_has_a_password_here(people) -> None:
    client = browser()
    sign_in(client, "dee")
    assert is_in(client)


@pytest.mark.parametrize("password", ["", "wrong", "what stan knows", "what ann knows\0", " "])
def test_a_wrong_password_is_refused(people, password: str) -> None:
    """An empty password is an anonymous bind, which many directories grant."""
    client = browser()
    sign_in(client, "ann", password)
    assert not is_in(client)


@pytest.mark.parametrize("name", ["*", "an*", "ann)(uid=*", "*)(objectClass=*", "ann\0*", "", ")", "\\61nn"])
def test_a_name_is_no_filter(people, name: str) -> None:
    client = browser()
    sign_in(client, name, "what ann knows")
    assert not is_in(client)


def test_two_people_of_one_name_are_nobody(people, settings) -> None:
    offer(settings, people, filter="(|(uid={name})(uid=stan))")
    client = browser()
    sign_in(client, "ann", "what ann knows")
    assert not is_in(client)


def test_who_is_closed_in_the_directory_is_refused_with_the_right_password(people, settings) -> None:
    offer(settings, people, closed="(employeeType=left)")
    people.change("ann", employeeType="left")
    client = browser()
    sign_in(client, "ann", "what ann knows")
    assert not is_in(client)


def test_nobody_gets_an_account_unless_the_installation_says_so(people, settings) -> None:
    client = browser()
    sign_in(client, "stan", "what stan knows")
    assert not is_in(client)
    offer(settings, people, open=True)
    sign_in(client, "stan", "what stan knows")
    assert load.account("stan").role is Role.HOLDER
    assert load.account("stan").unit == ""
    assert is_in(client)


def test_an_administrator_is_not_had_by_a_name_in_the_directory(people) -> None:
    people.put("keeper", name="Somebody", password="what somebody knows")
    client = browser()
    sign_in(client, "keeper", "what somebody knows")
    assert not is_in(client)
    assert load_identity.linked("keeper") == ()


def test_a_name_given_to_a_new_person_is_not_the_old_one_s_account(people) -> None:
    sign_in(browser(), "ann", "what ann knows")
    people.remove("ann")
    people.put("ann", name="Another Ann", password="what another knows")
    client = browser()
    assert sign_in(client, "ann", "what another knows").status_code == 403
    assert not is_in(client)


@pytest.mark.parametrize("how", ["ldaps", "start_tls"])
def test_it_speaks_encrypted(people, settings, how: str) -> None:
    offer(settings, people, **({"address": people.tls} if how == "ldaps" else {"start_tls": True}))
    client = browser()
    sign_in(client, "ann", "what ann knows")
    assert is_in(client)


@pytest.mark.parametrize("how", ["ldaps", "start_tls"])
def test_it_trusts_no_certificate_that_it_was_not_told_of(people, settings, how: str) -> None:
    told = {"address": people.tls} if how == "ldaps" else {"start_tls": True}
    offer(settings, people, ca_file="", **told)
    client = browser()
    sign_in(client, "ann", "what ann knows")
    assert not is_in(client)


def test_a_directory_that_is_down_is_said(people, settings) -> None:
    sign_in(browser(), "ann", "what ann knows")
    offer(settings, people, address="ldap://127.0.0.1:1")
    answer = sign_in(browser(), "ann", "what ann knows")
    assert answer.status_code == 403
    assert "cannot be asked now" in words(answer)
    others = browser()
    sign_in(others, "dee")
    assert is_in(others)


def test_a_directory_that_refuses_us_lets_nobody_in(people, settings) -> None:
    offer(settings, people, bind_password="wrong", passwords=False)
    client = browser()
    assert sign_in(client, "ann", "what ann knows").status_code == 403
    assert not is_in(client)


def test_without_passwords_of_our_own_only_the_directory_opens(people, settings) -> None:
    offer(settings, people, passwords=False)
    client = browser()
    sign_in(client, "dee")
    assert not is_in(client)
    sign_in(client, "ann", "what ann knows")
    assert is_in(client)


def test_guessing_is_slow_here_too(people) -> None:
    client = browser()
    for _ in range(5):
        sign_in(client, "ann", "wrong")
    assert sign_in(client, "ann", "what ann knows").status_code == 429
    assert not is_in(client)


# Taking people over


def sync(clock, directory: Directory, **changes: object) -> actions.SyncPlan:
    return living_people.synchronise(directory, by(clock), guarded=SignIn().second_factor, **changes)


def test_new_people_are_proposed_and_old_ones_linked(people, settings, clock) -> None:
    plan = sync(clock, offer(settings, people))
    assert [p.username for p in plan.proposed] == ["stan"]
    assert [p.username for p in plan.linking] == ["ann"]
    assert load_identity.linked("ann")
    assert not load_identity.is_account("stan")


def test_new_people_are_opened_where_the_installation_says_so(people, settings, clock) -> None:
    plan = sync(clock, offer(settings, people, open=True))
    assert [p.username for p in plan.opening] == ["stan"]
    assert load.account("stan").person == "Stan"
    assert not load_identity.password_is_set("stan")


def test_a_trial_changes_nothing(people, settings, clock) -> None:
    before = journalling.last_seq()
    plan = sync(clock, offer(settings, people, open=True), dry_run=True)
    assert [p.username for p in plan.opening] == ["stan"]
    assert journalling.last_seq() == before


@pytest.mark.parametrize("how", ["closed", "removed"])
def test_who_leaves_the_directory_is_closed_and_out_at_once(people, settings, clock, how: str) -> None:
    directory = offer(settings, people, closed="(employeeType=left)")
    sync(clock, directory)
    client = browser()
    sign_in(client, "ann", "what ann knows")
    assert is_in(client)
    if how == "closed":
        people.change("ann", employeeType="left")
    else:
        people.remove("ann")
    assert sync(clock, directory).closing == ("ann",)
    assert not load.account("ann").active
    assert not is_in(client)


def test_the_same_again_changes_nothing(people, settings, clock) -> None:
    directory = offer(settings, people, open=True)
    sync(clock, directory)
    before = journalling.last_seq()
    assert sync(clock, directory) == actions.SyncPlan()
    assert journalling.last_seq() == before


def test_an_empty_directory_closes_nobody(people, settings, clock) -> None:
    directory = offer(settings, people)
    sync(clock, directory)
    plan = sync(clock, offer(settings, people, everybody="(uid=nobody-at-all)"))
    assert [p.code for p in plan.problems] == ["directory-empty"]
    assert load.account("ann").active


def test_people_who_cannot_be_kept_are_named_and_the_others_go_on(people, settings, clock) -> None:
    people.put("o d d", name="Odd", password="x")
    people.put("keeper", name="Somebody", password="x")
    plan = sync(clock, offer(settings, people, open=True))
    assert sorted(p.code for p in plan.problems) == ["identity-taken", "username-unusable"]
    assert load_identity.is_account("stan")
    assert load_identity.linked("keeper") == ()


def test_it_reads_more_people_than_one_answer_holds(people, settings, clock) -> None:
    for n in range(620):
        people.put(f"p{n}", name=f"P{n}", password="x")
    assert len(sync(clock, offer(settings, people)).proposed) == 621


def test_what_was_done_is_one_line_of_the_journal(people, settings, clock) -> None:
    sync(clock, offer(settings, people, open=True))
    last = list(journalling.lines())[-1]
    assert last.header.kind == "people-synchronised"
    assert '"opened":["stan"]' in (last.payload or "")
