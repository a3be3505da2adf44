"""One action, one transaction, one line of the journal, once."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from remit.journal.verification import CLOCK_TOLERANCE, verify
from remit.store import actions, inquiry, journalling, models
from remit.store.access import CONSOLE, Role
from remit.store.refusal import Refused
from remit.store.transaction import By, Done, Work, action
from tests.store.cast import DRILL, NOW, by, codes, member

pytestmark = pytest.mark.usefixtures("port")


def drill(request, title="Spring drill"):
    return actions.record(
        request, unit="/1/2", day=date(2027, 4, 2), kind="drill", title=title, meets=[DRILL]
    )


def test_it_does_the_same_request_once_and_answers_it_again():
    assert drill(by(key="k")) == drill(by(key="k", now=NOW + timedelta(days=2)))
    assert models.Record.objects.count() == 1


def test_it_does_not_take_another_request_for_the_same():
    drill(by(key="k"))
    with pytest.raises(Refused) as refused:
        drill(by(key="k"), title="Another drill")
    assert [p.code for p in refused.value.problems] == ["key-taken"]


def test_it_keeps_the_keys_of_different_people_apart():
    dee, cai = member(Role.CLERK, unit="/1"), member(Role.CLERK, unit="/1")
    assert drill(by(dee, key="k")) != drill(by(cai, key="k"))


@pytest.mark.parametrize("key", ["", "k" * 201])
def test_it_needs_a_key(key):
    with pytest.raises(Refused) as refused:
        drill(By(viewer=CONSOLE, key=key, now=NOW))
    assert [p.code for p in refused.value.problems] == ["key-unusable"]


def test_it_refuses_what_a_console_passes_on_that_is_no_utf_8():
    with pytest.raises(Refused) as refused:
        drill(by(), title="Drill\udc81")
    assert codes(refused) == ["text-unprintable"]


def test_it_keeps_nothing_of_an_action_that_says_nothing_to_the_journal():
    @action
    def silently_write(work: Work) -> Done:
        models.Calendar.objects.create(name="x", document="{}")

    with pytest.raises(RuntimeError, match="journal"):
        silently_write(by())
    assert not models.Calendar.objects.filter(name="x").exists()


def test_it_keeps_nothing_of_an_action_that_fails_after_it_wrote():
    lines = models.JournalEvent.objects.count()

    @action
    def write_and_fail(work: Work) -> Done:
        models.Calendar.objects.create(name="x", document="{}")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail(by(key="again"))
    assert not models.Calendar.objects.filter(name="x").exists()
    assert not models.IdempotencyKey.objects.filter(key="again").exists()
    assert models.JournalEvent.objects.count() == lines


def test_it_writes_a_journal_without_gaps_that_verifies():
    for number in range(5):
        drill(by(), title=f"Drill {number}")
    with pytest.raises(Refused):
        drill(by(), title="nul\0")
    drill(by(), title="After a refusal")
    lines = list(journalling.lines())
    assert [line.header.seq for line in lines] == list(range(1, len(lines) + 1))
    assert list(verify(lines)) == []


def test_it_journals_who_did_what_where_under_a_pseudonym():
    dee = member(Role.CLERK, person="Dee", unit="/1")
    ref = actions.record(
        by(dee), unit="/1/20", day=date(2027, 4, 2), kind="drill", title="Drill", meets=[DRILL]
    )
    line = list(journalling.lines())[-1]
    assert (line.header.actor, line.header.unit, line.header.kind) == (dee.actor, "/1/20", "recorded")
    assert "Dee" not in line.header.actor
    assert json.loads(line.payload)["records"][0]["ref"] == ref == f"r{line.header.seq}"
    assert line.header.time == NOW


def test_it_refuses_to_go_on_with_a_clock_that_ran_back():
    latest = NOW + timedelta(hours=1)
    drill(by(now=latest), title="By the fast clock")
    with pytest.raises(Refused) as refused:
        drill(by(now=latest - CLOCK_TOLERANCE - timedelta(seconds=1)))
    assert [p.code for p in refused.value.problems] == ["clock-ran-back"]
    drill(by(now=latest - CLOCK_TOLERANCE), title="Queued")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE store_journalevent SET actor = 'x' WHERE seq = 1",
        "DELETE FROM store_journalevent WHERE seq = 1",
        "UPDATE store_journalpayload SET payload = '{}' WHERE event_id = 1",
    ],
)
def test_the_database_refuses_to_change_the_journal(statement):
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert list(verify(journalling.lines())) == []


def test_the_database_lets_a_payload_be_erased():
    models.JournalPayload.objects.filter(event_id=2).delete()
    assert [p.code for p in verify(journalling.lines())] == ["journal-payload-gone"]


def test_the_auditor_reads_the_journal_and_nothing_else():
    auditor = member(Role.AUDITOR, unit="/1")
    assert [line.header.seq for line in inquiry.journal(auditor, after=2, limit=2)] == [3, 4]
