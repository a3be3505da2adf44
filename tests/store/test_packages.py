"""Packages from below: what is taken in, what is refused and why, and that the order does not matter."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from remit.core.standing import Status
from remit.store import actions, inquiry, journalling, load, models
from remit.store.access import CONSOLE, Role
from remit.store.refusal import Denied, Refused
from remit.store.roll import roll_on
from tests.store import packages
from tests.store.cast import DRILL, OUTSIDE, TODAY, by, codes, member
from tests.store.packages import (
    OTHER,
    SIGNER,
    chain,
    excused,
    gone,
    line,
    look_at,
    package,
    send,
    shown,
    state,
    states,
    trust,
)


@pytest.fixture
def north(port):
    """The port trusts the north terminal's installation."""
    trust()


def test_what_a_terminal_sends_counts_like_what_is_recorded_here(north):
    before = inquiry.standings(CONSOLE, "/1/2", TODAY).standings
    (outcome,) = send(package(1, line("r5")))
    assert (outcome.state, outcome.records, outcome.source) == ("taken-in", 1, "north")
    after = inquiry.standings(CONSOLE, "/1/2", TODAY).standings
    assert {s.occurrence.window: s.status for s in before} != {s.occurrence.window: s.status for s in after}
    assert [s.records for s in after if s.status is Status.MET] == [("north:r5",)]
    kept = inquiry.record(CONSOLE, "north:r5")
    assert (kept.title, kept.by, kept.unit) == ("Drill", "north", "/1/2")


def test_the_roll_up_follows_packages(north):
    def counted() -> list[int]:
        return roll_on(TODAY).own(TODAY, load.stretch("/1/2")[0])

    first = counted()
    one, two = chain({"records": [line("r5")]}, {"withdrawn": gone("r5")})
    send(one)
    assert counted() != first
    send(two)
    assert counted() == first


def test_the_same_package_again_changes_nothing(north):
    one = package(1, line("r5"))
    send(one)
    lines, there = models.JournalEvent.objects.count(), state()
    assert states(send(one, one)) == ["already-here", "already-here"]
    assert (models.JournalEvent.objects.count(), state()) == (lines, there)


def test_several_of_one_source_are_taken_in_at_once(north):
    made = chain(
        {"records": [line("r1")]}, {"records": [line("r1", "Night drill")]}, {"withdrawn": gone("r1")}
    )
    found = actions.take_in_packages(by(), [look_at(one) for one in reversed(made)])
    assert [one.state for one in found] == ["taken-in"] * 3
    row = models.Record.objects.get(ref="north:r1")
    assert (row.title, row.current) == ("Night drill", False)


def test_a_record_that_is_sent_anew_is_the_newest_whatever_came_last(north):
    one, two = chain({"records": [line("r1", "First")]}, {"records": [line("r1", "Second", meets=())]})
    send(two, one)
    assert inquiry.record(CONSOLE, "north:r1").title == "Second"
    assert not models.Meeting.objects.filter(record__ref="north:r1").exists()


def test_a_full_package_takes_back_what_it_does_not_name(north):
    one, two = chain({"records": [line("r1"), line("r2")]}, {"records": [line("r2")], "full": True})
    send(one, two)
    assert [r.ref for r in inquiry.records(CONSOLE, "/1/2")] == ["north:r2"]


REFUSED = {
    "package-foreign": lambda: package(signer=packages.signer_of(bytes(32), installation="d" * 16)),
    "package-misdirected": lambda: package(to="e" * 16),
    "package-unit": lambda: package(unit="/1"),
    "package-unit-elsewhere": lambda: package(
        1, units=[packages.UnitLine(code="/1/20", name="South terminal", parent="/1/2")]
    ),
    "package-unit-unnamed": lambda: package(1, line("r1", unit="/1/20")),
    "package-unit-misplaced": lambda: package(
        1, units=[packages.UnitLine(code="/1/2/9", name="Pier", parent="/1/2/8")]
    ),
    "package-twice": lambda: package(1, line("r1"), line("r1", "Another")),
    "package-unlinked": lambda: package(2, full=False),
    "package-clock": lambda: package(made=datetime(2027, 5, 12, tzinfo=UTC)),
    "package-days": lambda: package(1, line("r1", entered=date(2027, 9, 1))),
}


@pytest.mark.parametrize("code", REFUSED)
def test_a_package_that_may_not_be_taken_in_is_refused_with_the_reason(north, code):
    before, last = state(), journalling.last_seq()
    made = REFUSED[code]()
    assert states(send(made)) == [code]
    assert state() == before
    assert not models.Record.objects.exists()
    (line,) = journalling.lines(after=last)
    told = json.loads(line.payload)["packages"]
    assert (line.header.kind, line.header.actor) == ("package-refused", CONSOLE.actor)
    assert [(one["file"], one["codes"]) for one in told] == [(f"{made.sequence}.remit", [code])]


@pytest.mark.parametrize(
    ("place", "kept"),
    [
        ("/home/clerk/in box/may.remit", "may.remit"),
        ("C:\\in\\may.remit", "may.remit"),
        ("a\0b\udc81.remit", "a b .remit"),
        ("x" * 300 + ".remit", "x" * 194 + ".remit"),
        (f"{OUTSIDE}.remit", ""),
    ],
)
def test_of_a_refused_file_only_its_name_is_journalled_once_for_a_request(north, place, kept):
    once = by(member(Role.CLERK, unit="/1/2"), key="once")
    last = journalling.last_seq()
    for _ in range(2):
        bad, good = (
            replace(look_at(one), place=place) for one in (package(to="e" * 16), package(1, line("r1")))
        )
        actions.take_in_packages(once, [bad, good])
    lines = list(journalling.lines(after=last))
    assert [one.header.kind for one in lines] == ["package-received", "package-refused"]
    assert json.loads(lines[1].payload)["packages"] == [
        {"file": kept, "source": "", "sequence": 0, "codes": ["package-misdirected"]}
    ]


def test_a_reference_that_grows_too_long_with_the_name_of_its_source_is_refused(port):
    trust(code="n" * 20)
    assert states(send(package(1, line("r" * 80)))) == ["package-ref-long"]


def test_a_forged_or_altered_package_is_refused(north):
    one = package(1, line("r1"))
    forged = package(1, line("r1", "Never held"), signer=replace(OTHER, installation=SIGNER.installation))
    assert states(send(replace_in(one, "manifest.json", b'"unit":"/1/2"', b'"unit":"/1"'))) == [
        "package-forged"
    ]
    assert states(send(replace_in(one, "records.jsonl", b"Drill", b"Drilk"))) == ["package-altered"]
    assert states(send(replace_in(one, "signature", b"", b"x"))) == ["package-forged"]
    assert states(send(forged)) == ["package-foreign"]  # the other's key is not registered
    trust(OTHER, code="south", unit="/1/20")
    assert states(send(forged)) == ["package-sender"]  # it is, but for another installation
    assert not models.Record.objects.exists()


def replace_in(made, name, old, new):
    """A package with one of its entries changed; with nothing to replace, the entry is made longer."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made.data)) as was, zipfile.ZipFile(out, "w") as made_anew:
        for entry in was.infolist():
            data = was.read(entry)
            if entry.filename == name:
                data = data.replace(old, new) if old else data + new
            made_anew.writestr(entry.filename, data)
    return replace(made, data=out.getvalue())


def test_another_package_under_a_number_that_is_taken_is_refused(north):
    send(package(1, line("r1")))
    assert states(send(package(1, line("r1", "Another")))) == ["package-number-taken"]
    assert inquiry.record(CONSOLE, "north:r1").title == "Drill"


def test_a_package_that_does_not_follow_from_the_one_before_is_refused(north):
    one, two = chain({"records": [line("r1")]}, {"records": [line("r2")]})
    other = package(1, line("r1", "Another"))
    send(two)
    assert states(send(other)) == ["package-chain"]
    assert states(send(one)) == ["taken-in"]
    assert states(send(package(3, line("r3"), previous=one))) == ["package-chain"]


def test_a_restored_sender_goes_on_with_a_full_package(north):
    send(*chain({"records": [line("r1")]}, {"records": [line("r2")]}))
    assert states(send(package(3, line("r1")))) == ["taken-in"]
    assert [r.ref for r in inquiry.records(CONSOLE, "/1/2")] == ["north:r1"]


def test_a_revoked_key_opens_nothing_new_and_a_new_one_does(north):
    one, two = chain({"records": [line("r1")]}, {"records": [line("r2")]})
    send(one)
    actions.revoke_package_key(by(), code="north")
    assert states(send(one, two)) == ["already-here", "package-key-revoked"]
    fresh = replace(OTHER, installation=SIGNER.installation)
    trust(fresh)
    assert states(send(package(2, line("r2"), previous=one, signer=fresh))) == ["taken-in"]


def test_who_may_not_record_for_the_unit_may_not_send_for_it(north):
    south = member(Role.CLERK, unit="/1/20")
    assert states(send(package(1, line("r1")), viewer=south)) == ["package-foreign"]
    assert states(send(package(1, line("r1")), viewer=member(Role.CLERK, unit="/1/2"))) == ["taken-in"]


def test_units_that_are_not_here_come_with_the_package_and_follow_the_source(north):
    pier = packages.UnitLine(code="/1/2/7", name="Pier", parent="/1/2", kind="yard")
    hut = packages.UnitLine(code="/1/2/7/1", name="Hut", parent="/1/2/7")
    one, two = chain(
        {"units": [pier, hut], "records": [line("r1", unit="/1/2/7/1")]},
        {"units": [packages.YARD, pier, packages.UnitLine(code="/1/2/7/1", name="Lodge", parent="/1/2/1")]},
    )
    send(one)
    assert [u.name for u in inquiry.units(CONSOLE, "/1/2/7")] == ["Pier", "Hut"]
    send(two)
    assert [u.name for u in inquiry.units(CONSOLE, "/1/2/7")] == ["Pier"]
    assert [u.name for u in inquiry.units(CONSOLE, "/1/2/1")] == ["Crane yard", "Lodge"]


def test_units_that_the_level_above_made_stay_as_they_are(north):
    send(package(1, units=[packages.UnitLine(code="/1/2/1", name="Other name", parent="/1/2", kind="quay")]))
    assert inquiry.unit(CONSOLE, "/1/2/1").unit.name == "Crane yard"


def test_nobody_excuses_itself(north):
    (outcome,) = send(package(1, excuses=[excused("x1"), excused("x2", unit="/1/2")]))
    assert outcome.aside == (("excuse", "x2", "excuse-own"),)
    assert [(e.unit, e.reason) for e in inquiry.excuses(CONSOLE, "/1", subtree=True)] == [
        ("/1/2/1", "The yard is being rebuilt.")
    ]
    send(package(2, excuses=[], full=True))
    assert inquiry.excuses(CONSOLE, "/1", subtree=True) == ()


def test_files_come_along_and_are_shown_with_their_record(north):
    data = b"four minutes"
    one, two = chain(
        {"records": [line("r1", evidence=(shown(data),))]},
        {"records": [line("r1", "Again", evidence=(shown(data),))], "files": [data]},
    )
    send(one)
    assert inquiry.record(CONSOLE, "north:r1").evidence == ()
    send(two)
    assert inquiry.evidence(CONSOLE, "north:r1", shown(data).sha256) == data


def test_a_file_that_came_with_an_earlier_package_is_shown_though_that_one_comes_last(north):
    data = b"four minutes"
    one, two = chain(
        {"records": [line("r1", evidence=(shown(data),))], "files": [data]},
        {"records": [line("r1", "Again", evidence=(shown(data, "minutes.txt"),))]},
    )
    send(two, one)
    assert [e.name for e in inquiry.record(CONSOLE, "north:r1").evidence] == ["minutes.txt"]


def test_a_source_does_not_get_at_the_file_of_another_by_naming_it(north):
    data = b"secret of the south"
    actions.record(
        by(),
        unit="/1/20",
        day=date(2027, 4, 2),
        kind="drill",
        title="D",
        meets=[DRILL],
        evidence=[("a", data)],
    )
    send(package(1, line("r1", evidence=(shown(data),))))
    assert inquiry.record(CONSOLE, "north:r1").evidence == ()


def test_two_sources_may_use_the_same_references(north):
    trust(OTHER, code="south", unit="/1/20")
    found = actions.take_in_packages(
        by(),
        [
            look_at(package(1, line("r1"))),
            look_at(package(1, line("r1", unit="/1/20"), signer=OTHER, unit="/1/20")),
            look_at(package(1, to="e" * 16)),
        ],
    )
    assert states(found) == ["taken-in", "taken-in", "package-misdirected"]
    assert {r.ref for r in models.Record.objects.all()} == {"north:r1", "south:r1"}


def test_trust_is_given_by_who_keeps_the_organisation_there(port):
    clerk = member(Role.CLERK, unit="/1/20")
    given = {"code": "north", "unit": "/1/2", "identity": SIGNER.identity}
    with pytest.raises(Denied):
        actions.trust_package_source(by(clerk), **given)
    actions.trust_package_source(by(), **given)
    with pytest.raises(Refused) as refused:
        actions.trust_package_source(by(), **{**given, "code": "twin"})
    assert codes(refused) == ["package-key-taken"]
    assert models.JournalEvent.objects.filter(kind="package-source-trusted").count() == 1


FILE = b"ten minutes"
_REFS = st.sampled_from(["r1", "r2", "r3"])
_PUT = st.builds(
    lambda ref, title, file: line(ref, title, evidence=(shown(FILE),) if file else ()),
    _REFS,
    st.sampled_from(["Drill", "Exercise", OUTSIDE]),
    st.booleans(),
)


@st.composite
def _contents(draw):
    records = draw(st.lists(_PUT, max_size=3, unique_by=lambda one: one.ref))
    taken = {one.ref for one in records}
    back = draw(st.sets(_REFS, max_size=2)) - taken
    excuses = draw(st.lists(st.sampled_from(["x1", "x2"]), max_size=2, unique=True))
    names = draw(st.lists(st.sampled_from(["Pier", "Quay"]), max_size=1))
    return {
        "records": records,
        "withdrawn": gone(*sorted(back)),
        "excuses": [excused(ref, draw(st.sampled_from(["Rebuilt", "Closed"]))) for ref in excuses],
        "units": [packages.UnitLine(code="/1/2/7", name=name, parent="/1/2") for name in names],
        "full": draw(st.integers(0, 3)) == 0,
        "files": [FILE] if any(r.evidence for r in records) and draw(st.booleans()) else [],
    }


@pytest.mark.django_db
@given(data=st.data())
@settings(
    max_examples=12, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
def test_any_order_with_repeats_ends_in_the_same_state(port, data):
    made = chain(*data.draw(st.lists(_contents(), min_size=2, max_size=4)))
    order = data.draw(st.permutations(made))
    repeated = [*order, *data.draw(st.lists(st.sampled_from(made), max_size=3))]
    part = data.draw(st.integers(0, len(order)))
    ends = []
    for run in (made, [*order[:part], *repeated]):
        with packages.undone():
            trust()
            send(*run)
            ends.append(state())
    assert ends[0] == ends[1]
