"""What is found where somebody was at the records of a source behind Remit's back, and who is late."""

from __future__ import annotations

from datetime import date

import pytest

from remit.files.package_form import MANIFEST, SIGNATURE, UnitLine, zipped
from remit.files.package_reading import unpack
from remit.store import actions, health, models, packages_inquiry
from remit.store.access import CONSOLE, Role
from remit.store.package_health import package_problems
from tests.store.cast import OUTSIDE, TODAY, by, drill, member
from tests.store.packages import OTHER, YARD, chain, excused, gone, line, package, send, trust


@pytest.fixture(autouse=True)
def worked(port):
    """Two packages, one of them with lines of every kind that are set aside, and a record of our own."""
    trust()
    drill()
    send(
        *chain(
            {
                "records": [line("r1"), line("r2", OUTSIDE), line("r3")],
                "excuses": [excused("x1", OUTSIDE)],
                "units": [YARD, UnitLine(code="/1/2/7", name=OUTSIDE, parent="/1/2")],
            },
            {"records": [line("r1", "Night drill")], "withdrawn": gone("r3")},
        )
    )


def found() -> list[str]:
    return [problem.code for problem in (*health.journal_problems(), *package_problems())]


def test_it_finds_nothing_wrong_with_what_packages_left():
    assert found() == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda: models.Record.objects.filter(ref="north:r1").update(title="Drill"), "package-records"),
        (lambda: models.Record.objects.filter(ref="north:r3").update(current=True), "package-records"),
        (lambda: models.Meeting.objects.filter(record__ref="north:r1").delete(), "package-records"),
        (
            lambda: models.ReceivedPackage.objects.filter(sequence=2).update(content=b"none"),
            "package-damaged",
        ),
        (
            lambda: models.ReceivedPackage.objects.filter(sequence=2).update(digest="0" * 64),
            "package-damaged",
        ),
        (lambda: models.ReceivedPackage.objects.filter(sequence=2).delete(), "package-unjournalled"),
        (
            lambda: models.Record.objects.filter(ref="north:r1").update(ref="south:r1"),
            "package-records-of-nobody",
        ),
    ],
)
def test_it_finds_what_was_changed_in_the_database(change, code):
    change()
    assert code in found()


def test_only_the_parts_that_are_kept_without_some_lines_may_differ_from_what_was_signed():
    def alter(sequence, name, old, new):
        (row,) = models.ReceivedPackage.objects.filter(sequence=sequence)
        whole = unpack(bytes(row.content))
        parts = {**whole.parts, name: whole.parts[name].replace(old, new)}
        entries = {MANIFEST: whole.manifest, SIGNATURE: whole.signature, **parts}
        row.content = zipped(entries.items())
        row.save()

    alter(2, "withdrawn.jsonl", b"r3", b"r4")
    assert found() == ["package-damaged", "package-records"]
    alter(1, "records.jsonl", b"Drill", b"Feast")
    assert found() == ["package-damaged", "package-records"]


def test_who_has_not_sent_one_by_the_due_day_is_seen_by_those_above():
    trust(rhythm="month", grace=10, since=date(2027, 3, 1))
    trust(OTHER, code="south", unit="/1/20", rhythm="month", grace=5, since=date(2027, 3, 1))
    seen = {one.source.code: one for one in packages_inquiry.sources(CONSOLE, date(2027, 5, 9))}
    assert (seen["north"].newest, seen["north"].told, seen["north"].owed.missing) == (
        0,
        None,
        (date(2027, 3, 31),),
    )
    seen = {one.source.code: one for one in packages_inquiry.sources(CONSOLE, date(2027, 5, 12))}
    assert (seen["north"].newest, seen["north"].told, seen["north"].owed.missing) == (
        2,
        date(2027, 4, 30),
        (),
    )
    assert seen["south"].owed.missing == (date(2027, 3, 31), date(2027, 4, 30))
    clerk = member(Role.CLERK, unit="/1/2")
    assert [one.source.code for one in packages_inquiry.sources(clerk, TODAY)] == ["north"]
    assert packages_inquiry.sources(member(Role.AUDITOR), TODAY) == ()


def test_a_number_that_never_came_is_told():
    send(package(5, line("r9")))
    assert packages_inquiry.sources(CONSOLE, TODAY)[0].gaps == (3, 4)


def test_received_packages_say_what_is_not_kept():
    (last, first) = packages_inquiry.received(CONSOLE, "north")
    assert (last.sequence, first.aside) == (
        2,
        tuple(
            (kind, ref, "outside-scope")
            for kind, ref in (("unit", "/1/2/7"), ("record", "r2"), ("excuse", "x1"))
        ),
    )
    assert actions.revoke_package_key(by(), code="north") == "north"
