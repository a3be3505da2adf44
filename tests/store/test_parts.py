"""The parts of a draft: reviewed one by one, added to, kept inside scope; an edition is issued once they are."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from remit.core.duty import Review, ReviewState
from remit.core.part_decision import find_part
from remit.core.particulars import MeasureKind
from remit.core.regime import RegimeClause
from remit.core.regime_part import Ground, MeasureStep, Part, Parts
from remit.core.scope import screen
from remit.store import actions, load, models
from remit.store.access import Role
from remit.store.refusal import ChangedMeanwhile, Denied, NotThere, Refused
from tests.store.cast import LATER, OUTSIDE, TODAY, by, codes, later, member

TEXT = "A terminal that reports late is reminded; one that hides a fire is dismissed, whatever it believes."
BEYOND = "Each terminal shall collect the remarks that staff post online and guide public opinion."
LATE = Ground(
    ref="ground-art-4.1", clause=("4",), quote="reports late", holders=("each terminal",),
    measures=(MeasureKind.REMINDER,),
)  # fmt: skip
REMINDER = MeasureStep(
    ref="measure-art-4", clause=("4",), quote="is reminded", kind=MeasureKind.REMINDER, order=1
)
HIDES = replace(LATE, ref="", quote="hides a fire", measures=(MeasureKind.DISMISSAL,))


@pytest.fixture(autouse=True)
def draft(port):
    """A draft with two parts that nobody has looked at."""
    regime = later()
    clause = RegimeClause(ref=("4",), text=TEXT, start=125, end=125 + len(TEXT))
    outside = RegimeClause(
        ref=("5",), text=BEYOND, start=300, end=300 + len(BEYOND), screen="out", why=screen(BEYOND).why
    )
    parts = Parts(grounds=(LATE,), measures=(REMINDER,))
    clauses = (*regime.clauses, clause, outside)
    actions.import_edition(by(), replace(regime, clauses=clauses, parts=parts))


def held(ref: str) -> Part | None:
    return find_part(load.regime(load.edition(LATER)), ref)


def journalled() -> list[tuple[str, dict]]:
    lines = models.JournalEvent.objects.order_by("seq").select_related("payload")
    return [(line.kind, msgspec.json.decode(line.payload.payload)) for line in lines]


def review(ref: str, version: int, decision: ReviewState = ReviewState.ACCEPTED, **more: object) -> str:
    given = more.pop("by", None) or by()
    return actions.review_part(given, LATER, ref, decision=decision, version=version, **more)


def test_a_part_is_accepted_in_the_name_of_who_did_and_the_journal_says_so():
    reviewer = member(Role.REVIEWER, person="Eve")
    assert review(LATE.ref, 1, by=by(reviewer)) == LATE.ref
    assert held(LATE.ref) == replace(LATE, review=Review(state=ReviewState.ACCEPTED, by="Eve", on=TODAY))
    kind, payload = journalled()[-1]
    assert (kind, payload["list"], payload["edition"]) == ("part-reviewed", "grounds", str(LATER))
    assert payload["before"]["review"]["state"] == "proposed"
    assert payload["after"]["review"]["state"] == "accepted"


def test_a_part_is_corrected_and_rejected_with_a_reason():
    changes = replace(LATE, measures=(MeasureKind.TALK,))
    with pytest.raises(Refused) as refused:
        review(LATE.ref, 1, ReviewState.CORRECTED, changes=changes)
    assert codes(refused) == ["review-no-reason"]
    review(LATE.ref, 1, ReviewState.CORRECTED, changes=changes, reason=" so the annex ")
    assert held(LATE.ref).measures == (MeasureKind.TALK,)
    assert held(LATE.ref).review.reason == "so the annex"
    review(REMINDER.ref, 2, ReviewState.REJECTED, reason="No rung of its own")
    assert held(REMINDER.ref).review.state is ReviewState.REJECTED


def test_the_same_request_is_done_once():
    again = by(key="the-same")
    for _ in range(2):
        assert review(LATE.ref, 1, by=again) == LATE.ref
    assert load.edition(LATER).version == 2
    adding = by(key="the-same-added")
    refs = {actions.add_part(adding, LATER, HIDES, version=2, reason="missed") for _ in range(2)}
    assert (refs, load.edition(LATER).version) == ({"ground-added-1"}, 3)


def test_a_part_is_added_where_its_words_stand_with_its_reason():
    assert (
        actions.add_part(by(), LATER, HIDES, version=1, reason="The reading missed it.") == "ground-added-1"
    )
    grounds = load.regime(load.edition(LATER)).parts.grounds
    assert [one.ref for one in grounds] == [LATE.ref, "ground-added-1"]
    assert (grounds[1].review.state, grounds[1].review.reason) == (
        ReviewState.CORRECTED,
        "The reading missed it.",
    )
    assert journalled()[-1][0] == "part-added"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"quote": "is shot"}, "part-quote"),
        ({"quote": ""}, "part-quote"),
        ({"clause": ("99",)}, "part-clause"),
        ({"ref": LATE.ref}, "part-twice"),
        ({"ref": "art-2"}, "part-twice"),
        ({"ref": "迟报"}, "part-ref"),
        ({"ref": "x" * 201}, "text-too-long"),
        ({"holders": ("x" * 2001,)}, "text-too-long"),
        ({"holders": ("nul\0",)}, "text-unprintable"),
        ({"holders": (OUTSIDE,)}, "outside-scope"),
        ({"clause": ("5",), "quote": "Each terminal shall"}, "outside-scope"),
    ],
)
def test_a_part_that_is_not_right_is_not_added(changes, code: str):
    before = models.JournalEvent.objects.count()
    with pytest.raises(Refused) as refused:
        actions.add_part(by(), LATER, replace(HIDES, **changes), version=1, reason="missed")
    assert code in codes(refused)
    assert (load.edition(LATER).version, models.JournalEvent.objects.count()) == (1, before)


def test_nothing_outside_scope_comes_in_by_a_reason_or_by_a_correction():
    for attempt in (
        lambda: actions.add_part(by(), LATER, HIDES, version=1, reason=OUTSIDE),
        lambda: review(LATE.ref, 1, ReviewState.REJECTED, reason=OUTSIDE),
        lambda: review(
            LATE.ref, 1, ReviewState.CORRECTED, reason="so", changes=replace(LATE, holders=(OUTSIDE,))
        ),
    ):
        with pytest.raises(Refused) as refused:
            attempt()
        assert "outside-scope" in codes(refused)
    assert load.edition(LATER).version == 1


def test_two_rungs_do_not_share_a_place():
    rung = replace(REMINDER, ref="", quote="is dismissed", kind=MeasureKind.DISMISSAL)
    with pytest.raises(Refused) as refused:
        actions.add_part(by(), LATER, rung, version=1, reason="missed")
    assert codes(refused) == ["measure-order"]
    actions.add_part(by(), LATER, replace(rung, order=2), version=1, reason="missed")


def test_adding_needs_a_reason():
    with pytest.raises(Refused) as refused:
        actions.add_part(by(), LATER, HIDES, version=1, reason="  ")
    assert codes(refused) == ["part-no-reason"]


def test_what_has_changed_meanwhile_and_what_is_not_there_is_not_reviewed():
    review(LATE.ref, 1)
    with pytest.raises(ChangedMeanwhile):
        review(REMINDER.ref, 1)
    with pytest.raises(ChangedMeanwhile):
        actions.add_part(by(), LATER, HIDES, version=1, reason="missed")
    with pytest.raises(NotThere):
        review("ground-art-9", 2)


@pytest.mark.parametrize("role", [Role.HOLDER, Role.INSPECTOR, Role.AUDITOR, Role.SYSTEM_ADMINISTRATOR])
def test_whoever_does_not_review_changes_no_part(role: Role):
    someone = by(member(role, person="Zoe", unit="/1" if role is Role.INSPECTOR else ""))
    with pytest.raises(Denied):
        review(LATE.ref, 1, by=someone)
    with pytest.raises(Denied):
        actions.add_part(someone, LATER, HIDES, version=1, reason="missed")


def test_an_edition_waits_for_its_parts_and_no_part_of_an_issued_one_changes():
    with pytest.raises(Refused) as refused:
        actions.issue_edition(by(), LATER, version=1)
    assert codes(refused) == ["edition-unreviewed"]
    review(LATE.ref, 1)
    review(REMINDER.ref, 2)
    actions.issue_edition(by(), LATER, version=3)
    for attempt in (
        lambda: review(LATE.ref, 3),
        lambda: actions.add_part(by(), LATER, HIDES, version=3, reason="missed"),
    ):
        with pytest.raises(Refused) as refused:
            attempt()
        assert codes(refused) == ["edition-issued"]


def test_a_draft_is_not_replaced_by_one_that_lacks_a_part_that_was_reviewed():
    review(LATE.ref, 1)
    with pytest.raises(Refused) as refused:
        actions.import_edition(by(), later())
    assert codes(refused) == ["review-lost"]
    assert dict(refused.value.problems[0].values)["duties"] == LATE.ref
