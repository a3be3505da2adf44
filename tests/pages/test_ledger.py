"""The ledger of a unit and of all below it, in pages; and the heat map."""

from __future__ import annotations

import re
from datetime import date

import pytest

from remit.core.post import Organisation, Unit
from remit.core.standing import Status
from remit.store import actions, inquiry, load
from tests.pages.conftest import DRAFT, ISSUED, by

CHECK, DRILL = "harbour-school-fire/art-3.i-2", "harbour-school-fire/art-3.i-1"


def lines(page) -> list[tuple[str, str, str, Status]]:
    """Unit, duty, window and status of a page's lines."""
    return [(at.code, one.duty.ref, one.window, one.status) for at, one in page.context["page"].lines]


def every_line(client, address: str) -> list[tuple[str, str, str, Status]]:
    found = []
    while address:
        page = client.get(address)
        assert page.status_code == 200
        found += lines(page)
        address = page.context["next"]
    return found


def judged(whom, code: str, on: date) -> list[tuple[str, str, str, Status]]:
    stand = inquiry.standings(load.viewer(whom, on), code, on, subtree=True)
    return [
        (one.occurrence.unit, one.occurrence.duty.partition("/")[2], one.occurrence.window, one.status)
        for one in stand.standings
    ]


@pytest.mark.parametrize("on", ["2026-02-10", "2026-05-20", "2026-12-31"])
def test_all_pages_together_are_what_is_owed_below(sign_in, on: str) -> None:
    found = every_line(sign_in("clerk"), f"/ledger/?unit=HB&whole=1&status=every&on={on}")
    assert len(found) > 50
    assert sorted(found) == sorted(judged("clerk", "HB", date.fromisoformat(on)))


def test_an_excused_window_is_shown_as_such(sign_in, still_clock) -> None:
    actions.excuse(
        by(still_clock),
        duty=CHECK,
        unit="E-P",
        since=date(2026, 2, 1),
        until=date(2026, 3, 31),
        reason="停课",
        decided_by="陈春溪",
        decided=date(2026, 3, 1),
    )
    found = every_line(sign_in("clerk"), "/ledger/?unit=HB&whole=1&status=excused")
    assert [(unit, window) for unit, _, window, _ in found] == [("E-P", "2026-02"), ("E-P", "2026-03")]


def test_it_is_narrowed_by_status_duty_and_window(sign_in) -> None:
    client = sign_in("clerk")
    overdue = every_line(client, "/ledger/?unit=E&whole=1&status=overdue")
    assert {status for *_, status in overdue} == {Status.OVERDUE}
    checks = every_line(client, f"/ledger/?unit=E&whole=1&status=overdue&duty={CHECK}")
    assert checks == [one for one in overdue if one[1] == "art-3.i-2"]
    january = every_line(client, f"/ledger/?unit=E&whole=1&status=overdue&duty={CHECK}&window=2026-01")
    assert january == [one for one in checks if one[2] == "2026-01"]
    assert {one[0] for one in january} == {"E-P", "E-M"}


def test_a_word_that_is_no_status_asks_for_what_is_open(sign_in) -> None:
    page = sign_in("clerk").get("/ledger/?unit=E&whole=1&status=burnt&window=2026-01")
    assert {status for *_, status in lines(page)} <= {
        Status.OVERDUE,
        Status.UNASSIGNED,
        Status.DUE_SOON,
        Status.UPCOMING,
    }


def test_the_unit_alone_comes_with_the_reasons(sign_in) -> None:
    page = sign_in("taochunyuan").get("/ledger/?unit=E-P&status=every")
    text = page.content.decode()
    assert 'class="why"' in text
    assert {item.standing.occurrence.unit for item in page.context["items"]} == {"E-P"}
    assert [problem.place.ref for problem in page.context["notes"]]
    only = sign_in("taochunyuan").get(f"/ledger/?unit=E-P&status=every&duty={DRILL}")
    assert {item.standing.occurrence.duty for item in only.context["items"]} == {DRILL}


@pytest.mark.parametrize("after", ["nowhere,0", "W,0", "E-P", "E-P,x", "E-P,1234567890", ","])
def test_what_is_no_line_of_it_is_no_key(sign_in, after: str) -> None:
    assert sign_in("clerk").get("/ledger/", {"unit": "E", "whole": "1", "after": after}).status_code == 404


@pytest.mark.parametrize("address", ["/ledger/", "/heat-map/"])
@pytest.mark.parametrize("code", ["W", "HB", "E", "nowhere", ""])
def test_another_branch_is_as_if_it_were_not_there(sign_in, address: str, code: str) -> None:
    assert sign_in("taochunyuan").get(address, {"unit": code, "whole": "1"}).status_code == 404


def test_the_heat_map_counts_each_duty_below_each_unit(sign_in) -> None:
    page = sign_in("clerk").get("/heat-map/?unit=HB&on=2026-05-20")
    seen = page.context["seen"]
    assert [one.code for one, _ in seen.rows] == ["HB", "HB-EDU", "E", "W"]
    references = [reference for reference, _ in seen.duties]
    found = judged("clerk", "HB", date(2026, 5, 20))
    below = {"HB": {"HB", "HB-EDU", "E", "E-EDU", "E-P", "E-M", "W", "W-P"}, "W": {"W", "W-P"}}
    for unit, figures in seen.rows:
        if unit.code in below:
            for reference, counts in zip(references, figures, strict=True):
                duty = reference.partition("/")[2]
                for status, count in zip(Status, counts, strict=True):
                    wanted = [o for o in found if o[0] in below[unit.code] and (o[1], o[3]) == (duty, status)]
                    assert count == len(wanted)


def test_its_cells_say_in_words_what_their_colour_says_and_lead_to_the_lines(sign_in) -> None:
    text = sign_in("clerk", language="en").get("/heat-map/?unit=HB&on=2026-05-20").content.decode()
    assert re.search(
        r'<td class="number heat-0"><a href="/ledger/[^"]*">0%<span class="unseen"> 0 done, \d+ overdue', text
    )
    assert "nothing was due" in text
    (address, *_) = re.findall(r'<td class="number heat-0"><a href="([^"]*duty=[^"]*)">', text)
    assert sign_in("clerk").get(address.replace("&amp;", "&")).context["page"].lines


def test_the_heat_map_comes_in_fifties_too(sign_in, still_clock) -> None:
    codes = [f"W-{n:03}" for n in range(60)]
    actions.import_organisation(
        by(still_clock),
        Organisation(units=tuple(Unit(code=c, name=c, parent="W", kind="学校") for c in codes)),
    )
    client = sign_in("clerk")
    first = client.get("/heat-map/?unit=W").context
    second = client.get(first["next"]).context
    assert [one.code for page in (first, second) for one, _ in page["seen"].rows[1:]] == ["W-P", *codes]


def test_each_line_names_the_edition_that_is_in_force_on_its_due_day(sign_in, still_clock) -> None:
    draft = load.edition(DRAFT)
    actions.issue_edition(by(still_clock), DRAFT, version=draft.version, unreviewed=True)
    actions.adopt(by(still_clock), DRAFT, unit="HB", since=date(2026, 7, 1))
    page = sign_in("clerk").get(f"/ledger/?unit=E-P&whole=1&status=every&duty={CHECK}").context["page"]
    editions = {one.window: one.regime.edition for _, one in page.lines}
    assert editions["2026-06"] == ISSUED.day
    assert editions["2026-07"] == DRAFT.day
    found = every_line(sign_in("clerk"), "/ledger/?unit=HB&whole=1&status=every")
    assert sorted(found) == sorted(judged("clerk", "HB", date(2026, 5, 20)))


def test_a_unit_that_moved_is_found_at_its_new_place_with_what_it_owed(sign_in, still_clock) -> None:
    actions.move(by(still_clock), unit="E-P", parent="W", day=date(2026, 4, 1))
    found = every_line(sign_in("clerk"), "/ledger/?unit=W&whole=1&status=every")
    assert {unit for unit, *_ in found} == {"W", "W-P", "E-P"}
    assert sorted(found) == sorted(judged("clerk", "W", date(2026, 5, 20)))
