"""What is found where somebody has been at the database or the folder behind Remit's back."""

from __future__ import annotations

import os
from datetime import date

import pytest
from django.conf import settings

from remit.store import actions, health, inquiry, models
from remit.store.access import CONSOLE
from remit.store.evidence import evidence_folder
from remit.store.upkeep import tidy
from tests.store.cast import DRILL, NOW, TODAY, by


@pytest.fixture(autouse=True)
def worked(port):
    """A record, a list and an excuse."""
    actions.record(
        by(),
        unit="/1/2",
        day=date(2027, 4, 2),
        kind="drill",
        title="Drill",
        meets=[DRILL],
        evidence=[("a", b"a")],
    )
    deed = actions.Deed(unit="/1/20", day=date(2027, 4, 3), kind="drill", title="Another", meets=(DRILL,))
    actions.import_records(by(), [deed])
    given = {"since": date(2027, 1, 1), "until": date(2027, 3, 31), "reason": "Works"}
    actions.excuse(by(), duty=DRILL, unit="/1/2", **given)


def codes(problems) -> list[str]:
    return [p.code for p in problems]


def test_it_finds_nothing_wrong_with_an_installation_as_it_was_written():
    assert codes(health.journal_problems()) == []
    assert codes(health.evidence_problems()) == []
    assert codes(health.database_problems()) == []
    assert codes(health.calendar_problems(TODAY)) == []
    assert health.count_lines() == models.JournalEvent.objects.count()


@pytest.mark.parametrize("change", [{"title": "No drill"}, {"day": date(2027, 3, 31)}, {"by": "somebody"}])
def test_it_finds_a_record_that_was_changed_in_the_database(change):
    models.Record.objects.filter(title="Another").update(**change)
    assert codes(health.journal_problems()) == ["row-altered"]


def test_it_finds_what_a_record_meets_changed_in_the_database():
    models.Meeting.objects.filter(record__title="Drill").update(window="2027Q1")
    assert codes(health.journal_problems()) == ["row-altered"]


def test_it_finds_a_record_that_was_deleted():
    models.Meeting.objects.filter(record__title="Another").delete()
    models.Record.objects.filter(title="Another").delete()
    assert codes(health.journal_problems()) == ["row-altered"]


def test_it_finds_a_record_that_was_slipped_in():
    unit = models.Unit.objects.get(code="/1/2")
    models.Record.objects.create(
        ref="r999",
        unit=unit,
        day=date(2027, 1, 2),
        entered=date(2027, 1, 2),
        kind="drill",
        title="Never held",
    )
    assert codes(health.journal_problems()) == ["record-unjournalled"]


def test_it_finds_an_excuse_that_was_changed():
    models.Excuse.objects.update(until=date(2027, 12, 31))
    assert codes(health.journal_problems()) == ["row-altered"]


def test_it_finds_a_file_that_is_missing_or_changed():
    digest = inquiry.records(CONSOLE, "/1/2")[0].evidence[0].sha256
    path = settings.EVIDENCE / digest[:2] / digest
    path.write_bytes(b"b")
    assert codes(health.evidence_problems()) == ["evidence-damaged"]
    path.unlink()
    assert codes(health.evidence_problems()) == ["evidence-damaged"]


def test_it_says_in_time_that_the_calendar_ends():
    assert codes(health.calendar_problems(date(2028, 12, 1))) == ["calendar-ends"]


def test_it_tidies_away_old_files_without_a_row_and_keeps_the_rest():
    folder = evidence_folder()
    orphan, young = folder.put(b"never recorded"), folder.put(b"being recorded")
    for digest in [orphan, *(e.sha256 for r in inquiry.records(CONSOLE, "/1/2") for e in r.evidence)]:
        os.utime(settings.EVIDENCE / digest[:2] / digest, (0, 0))
    os.utime(settings.EVIDENCE / young[:2] / young, (NOW.timestamp(), NOW.timestamp()))
    assert tidy(NOW).files == 1
    assert not folder.has(orphan)
    assert folder.has(young)
    assert codes(health.evidence_problems()) == []
