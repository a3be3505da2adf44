"""Reminders: derived from dates, said once, made good after a missed tick, sent until they have gone."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.conf import settings

from remit.channels.refusal import NotSent
from remit.core.matter import Matter
from remit.store import actions, models, reminding, save_matter
from remit.store.access import Role
from remit.store.refusal import Refused
from tests.store import cast
from tests.store.cast import NOW, by

pytestmark = pytest.mark.usefixtures("port")

JUNE = datetime.combine(date(2027, 6, 21), NOW.timetz())  # nine days before the second quarter ends; a Monday


@pytest.fixture
def people(port):
    cast.member(Role.HOLDER, person="Cai")
    cast.member(Role.HOLDER, person="Ada")
    cast.member(Role.CLERK, person="Nia", unit="/1/2")


@pytest.fixture
def configured(tmp_path, monkeypatch):
    """Write reminders.toml of an installation."""
    monkeypatch.setattr(settings, "DATA", str(tmp_path))
    return (tmp_path / "reminders.toml").write_text


MAIL = '[mail]\nhost = "mail.example"\nsender = "remit@example.org"\n'


def told(person: str) -> list[tuple[str, str]]:
    rows = models.Notice.objects.filter(person=person).order_by("pk")
    return [(item["ref"], item["stage"]) for notice in rows for item in notice.items]


def test_what_is_done_is_not_said(people) -> None:
    cast.drill(day=date(2027, 2, 1))
    cast.drill()
    assert reminding.remind_all(JUNE).items == 0
    assert told("Cai") == []


def test_what_is_due_soon_goes_to_the_holder_once_a_stage(people) -> None:
    assert reminding.remind_all(JUNE).items == 3
    assert told("Cai") == [(f"{cast.DRILL}@2027Q1", "overdue-11"), (f"{cast.DRILL}@2027Q2", "before-14")]
    assert reminding.remind_all(JUNE).items == 0
    assert len(told("Cai")) == 2


def test_a_missed_tick_is_made_good_and_only_the_last_stage_is_said(people) -> None:
    cast.drill(day=date(2027, 2, 1))
    reminding.remind_all(JUNE)
    reminding.remind_all(JUNE + timedelta(days=18))  # nobody ticked around the due day
    assert [stage for _, stage in told("Cai")] == ["before-14", "overdue-1"]


def test_those_above_hear_of_it_in_the_end(people) -> None:
    cast.drill(day=date(2027, 2, 1))
    reminding.remind_all(JUNE + timedelta(days=14))
    assert told("Ada") == []
    reminding.remind_all(JUNE + timedelta(days=18))
    assert told("Ada") == [(f"{cast.DRILL}@2027Q2", "overdue-1")]


@pytest.mark.parametrize("moment", [JUNE.replace(hour=22), JUNE - timedelta(days=1)])
def test_nothing_is_said_at_night_or_on_a_day_off(people, moment) -> None:
    assert reminding.remind_all(moment).items == 0


def test_a_task_is_told_when_it_comes_and_when_it_is_urged(people) -> None:
    cast.drill(day=date(2027, 2, 1))
    cast.drill(day=date(2027, 4, 2))
    ref = actions.open_task(by(now=JUNE), units=("/1/2",), asker="/1", title="Paint", due=date(2027, 12, 1))
    reminding.remind_all(JUNE)
    assert told("Nia") == [(ref, "come")]
    actions.take_step(by(now=JUNE), refs=(ref,), move="urge")
    reminding.remind_all(JUNE + timedelta(hours=1))
    assert told("Nia") == [(ref, "come"), (ref, "urged-1")]


def test_a_clock_set_back_is_refused(people) -> None:
    reminding.remind_all(JUNE)
    with pytest.raises(Refused) as refused:
        reminding.remind_all(JUNE - timedelta(days=40))
    assert cast.codes(refused) == ["clock-ran-back"]


def test_a_mail_server_that_is_down_is_tried_again_and_seen(people, configured, monkeypatch) -> None:
    configured(MAIL)
    account = models.Account.objects.get(person="Cai")
    models.NoticeAddress.objects.create(account=account, mail="cai@example.org")
    sent: list[str] = []

    def down(*_, **__) -> None:
        raise NotSent("mail.example: refused")

    monkeypatch.setattr(reminding, "send_mail", down)
    reminding.remind_all(JUNE)
    assert reminding.deliver(JUNE).failed == 1
    assert reminding.deliver(JUNE).failed == 0  # not before the pause is over
    assert [p.code for p in reminding.dispatch_problems()] == ["channel-failing"]
    monkeypatch.setattr(reminding, "send_mail", lambda *_, to, **__: sent.append(to))
    assert reminding.deliver(JUNE + timedelta(minutes=2)).gone == 1
    assert reminding.deliver(JUNE + timedelta(hours=2)).gone == 0
    assert sent == ["cai@example.org"]
    assert reminding.dispatch_problems() == ()


def test_a_channel_that_never_answers_is_given_up(people, configured, monkeypatch) -> None:
    configured(
        '[[group]]\nname = "fire"\nkind = "webhook"\nunit = "/1"\naddress = "https://chat.example/x"\n'
    )

    def down(*_, **__) -> None:
        raise NotSent("fire: away")

    monkeypatch.setattr(reminding, "send_to_group", down)
    reminding.remind_all(JUNE)
    tries = sum(reminding.deliver(JUNE + timedelta(days=7 * n)).failed for n in range(12))
    assert tries == 7
    assert models.Dispatch.objects.get().next is None


def test_a_group_hears_of_its_branch(people, configured, monkeypatch) -> None:
    heard: list[int] = []
    configured(
        '[[group]]\nname = "fire"\nkind = "webhook"\nunit = "/1/2"\naddress = "https://chat.example/x"\n'
    )
    monkeypatch.setattr(reminding, "send_to_group", lambda *_, items, **__: heard.append(len(items)))
    reminding.remind_all(JUNE)
    reminding.deliver(JUNE)
    assert heard == [2]


def test_a_situation_is_told_at_night_and_above_when_its_time_has_run_out(people) -> None:
    cast.member(Role.CLERK, person="Pia", unit="/1")
    night = JUNE.replace(hour=22)
    save_matter.matter(
        Matter(
            ref="m900",
            flow="incident",
            unit="/1/2",
            asker="/1",
            title="Fire in the store",
            opened=night,
            opened_by="Nia",
            due=night.date(),
            limit=night + timedelta(hours=1),
        )
    )
    reminding.remind_all(night)
    assert (told("Nia"), told("Pia")) == ([("m900", "come")], [])
    reminding.remind_all(night + timedelta(minutes=70))
    assert told("Nia") == [("m900", "come"), ("m900", "unreported")]
    assert told("Pia") == [("m900", "unreported")]
    assert set(models.Notice.objects.values_list("urgent", flat=True)) == {True}
