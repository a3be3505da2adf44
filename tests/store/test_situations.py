"""Major situations: told with the moment of knowledge, reported in time, sent back, corrected, passed on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from remit.core.incident import Mark
from remit.core.standing import Status
from remit.store import actions, inquiry, situation_inquiry
from remit.store.access import Role
from remit.store.refusal import Denied, Refused
from tests.store import cast
from tests.store.cast import NOW, TODAY, by

pytestmark = pytest.mark.usefixtures("port")
KNOWN = NOW - timedelta(minutes=20)


@pytest.fixture
def people(port):
    return {
        "above": cast.member(Role.CLERK, person="Pia", unit="/1"),
        "clerk": cast.member(Role.CLERK, person="Nia", unit="/1/2"),
        "south": cast.member(Role.CLERK, person="Sol", unit="/1/20"),
        "inspector": cast.member(Role.INSPECTOR, person="Ivo", unit="/1"),
    }


def tell(viewer, **changes) -> str:
    given = {
        "unit": "/1/2",
        "title": "A fire in the rope store",
        "place": "Quay 4",
        "known": KNOWN,
        "starts": (cast.REPORT,),
    }
    return actions.open_situation(by(viewer), **{**given, **changes})


def report(viewer, ref: str, text: str = "Out after ten minutes, nobody hurt", *, days: int = 0) -> str:
    return actions.report_situation(by(viewer, now=NOW + timedelta(days=days)), ref=ref, text=text)


def move(viewer, ref: str, name: str, **more) -> str:
    return actions.take_step(by(viewer), refs=(ref,), move=name, **more)


def seen(viewer, ref: str, *, days: int = 0) -> situation_inquiry.SituationSeen:
    return situation_inquiry.situation(viewer, ref, NOW + timedelta(days=days))


def test_telling_starts_the_clock_and_names_whom_it_goes_to(people) -> None:
    ref = tell(people["clerk"])
    found = seen(people["clerk"], ref).seen.matter
    assert (found.asker, found.due, found.duty) == (
        "/1",
        TODAY + timedelta(days=3),
        f"{cast.REPORT}@on:{found.source}",
    )
    record = inquiry.record(people["clerk"], found.source)
    assert (record.at, record.starts, record.details[0].text) == (KNOWN, (cast.REPORT,), "Quay 4")


def test_what_happened_proposes_the_duties_that_it_starts(people) -> None:
    (duty,) = situation_inquiry.clocks(people["clerk"], "/1/2", TODAY, happened="A fire broke out")
    assert (duty.reference, duty.event, duty.likely) == (cast.REPORT, "a fire", True)
    (duty,) = situation_inquiry.clocks(people["clerk"], "/1/2", TODAY, happened="A crane fell")
    assert not duty.likely


def test_reporting_in_time_meets_the_limit(people) -> None:
    ref = tell(people["clerk"])
    report(people["clerk"], ref)
    standings = inquiry.standings(people["clerk"], "/1/2", TODAY).standings
    assert [one.status for one in standings if one.occurrence.duty == cast.REPORT] == [Status.MET]
    assert seen(people["above"], ref).marks == ()
    assert seen(people["above"], ref).clock.done == NOW


def test_unreported_in_time_it_is_shown_above_by_itself_and_first(people) -> None:
    other = tell(people["clerk"], title="A spill", starts=())
    ref = tell(people["clerk"])
    late = NOW + timedelta(days=5)
    found = situation_inquiry.situations(people["above"], "/1", late)
    assert [(one.matter.ref, one.marks) for one in found.lines] == [(ref, (Mark.UNREPORTED,)), (other, ())]


def test_late_incomplete_and_corrected_are_marked(people) -> None:
    ref = tell(people["clerk"])
    report(people["clerk"], ref, days=5)
    late = NOW + timedelta(days=6)
    actions.take_step(by(people["above"], now=late), refs=(ref,), move="return", reason="Say who was told")
    report(people["clerk"], ref, "The port and the fire brigade were told", days=6)
    actions.take_step(by(people["clerk"], now=late), refs=(ref,), move="correct", reason="It was quay 5")
    assert seen(people["above"], ref, days=7).marks == (Mark.LATE, Mark.INCOMPLETE, Mark.CORRECTED)


def test_it_is_passed_on_to_the_next_level_up(people) -> None:
    ref = tell(people["clerk"], unit="/1/2/1", asker="/1/2", starts=())
    report(people["clerk"], ref)
    passed = actions.escalate_situation(by(people["clerk"]), ref=ref, reason="Beyond our own means")
    above = seen(people["above"], passed)
    assert (above.seen.matter.unit, above.seen.matter.asker) == ("/1/2", "/1")
    assert [one.ref for one in above.passed_on] == [ref]
    assert seen(people["above"], ref).marks == (Mark.ESCALATED,)
    move(people["above"], passed, "receive")
    move(people["above"], passed, "close")


def test_above_the_root_there_is_nobody(people) -> None:
    ref = tell(people["clerk"])
    report(people["clerk"], ref)
    with pytest.raises(Refused) as refused:
        actions.escalate_situation(by(people["above"]), ref=ref, reason="Beyond our own means")
    assert cast.codes(refused) == ["situation-top"]


def test_a_neighbour_neither_tells_sees_nor_reports(people) -> None:
    with pytest.raises(Denied):
        tell(people["south"])
    ref = tell(people["clerk"])
    for viewer in (people["south"],):
        with pytest.raises(Denied):
            seen(viewer, ref)
        with pytest.raises(Denied):
            report(viewer, ref)
    with pytest.raises(Denied):
        report(people["inspector"], ref)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": cast.OUTSIDE}, "outside-scope"),
        ({"title": " "}, "matter-bare"),
        ({"text": cast.OUTSIDE}, "outside-scope"),
        ({"known": NOW + timedelta(hours=1)}, "record-moment-future"),
        ({"known": NOW + timedelta(days=2)}, "record-future"),
        ({"starts": ("port-fire/art-99",)}, "unknown-duty"),
        ({"asker": "/1/20"}, "situation-not-above"),
    ],
)
def test_what_cannot_be_told_is_refused(people, changes, code) -> None:
    with pytest.raises(Refused) as refused:
        tell(people["clerk"], **changes)
    assert code in cast.codes(refused)


def test_the_same_request_tells_it_once(people) -> None:
    request = by(people["clerk"])
    given = {"unit": "/1/2", "title": "A fire", "known": KNOWN, "starts": (cast.REPORT,)}
    assert len({actions.open_situation(request, **given) for _ in range(2)}) == 1
    assert len(situation_inquiry.situations(people["clerk"], "/1/2", NOW).lines) == 1


def test_lists_turn_page_by_page(people) -> None:
    refs = {tell(people["clerk"], title=f"Fire {n}", known=KNOWN - timedelta(days=n % 3)) for n in range(7)}
    found, after = set(), ""
    while True:
        page = situation_inquiry.situations(people["above"], "/1", NOW, after=after, limit=3)
        found |= {one.matter.ref for one in page.lines}
        after = page.after
        if not after:
            break
    assert found == refs
