"""Use cases: what each does, what it refuses, and that a refusal leaves nothing behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.conf import settings

from remit.core.duty import Degree, ReviewState
from remit.core.post import Organisation, Post, Unit, build_tree
from remit.core.regime import find_duty
from remit.core.standing import Status
from remit.store import actions, inquiry, load, models
from remit.store.access import CONSOLE, Role
from remit.store.refusal import ChangedMeanwhile, Denied, NotThere, Refused
from tests.store.cast import (
    DRILL,
    EDITION,
    LATER,
    OUTSIDE,
    PORT,
    REGIME,
    REPORT,
    TODAY,
    by,
    codes,
    drill,
    later,
    member,
)

pytestmark = pytest.mark.usefixtures("port")


# The organisation


def test_it_takes_in_an_organisation_and_numbers_its_tree():
    assert load.organisation() == PORT
    below = {unit.code: [u.code for u in load.units(load.stretch(unit.code))] for unit in PORT.units}
    tree = build_tree(PORT.units)
    assert below == {code: list(tree.subtree(code)) for code in tree.codes}


def test_it_adds_a_unit_and_leaves_the_numbers_of_the_others():
    before = {code: load.stretch(code) for code in ("/1", "/1/2", "/1/2/1", "/1/20")}
    actions.import_organisation(by(), Organisation(units=(Unit(code="/1/2/2", name="Gate", parent="/1/2"),)))
    assert [u.code for u in load.organisation().units] == ["/1", "/1/2", "/1/2/1", "/1/2/2", "/1/20"]
    assert {code: load.stretch(code) for code in before} == before


def test_it_moves_a_unit_with_all_below_it():
    actions.import_organisation(by(), Organisation(units=(replace(PORT.units[1], parent="/1/20"),)))
    assert [u.code for u in load.above(load.stretch("/1/2/1"))] == ["/1", "/1/20", "/1/2"]


def test_it_brings_rows_up_to_date_and_removes_nothing():
    ended = replace(PORT.holders[3], until=date(2027, 5, 1))
    renamed = replace(PORT.posts[3 - 1], title="Manager of the south terminal")
    actions.import_organisation(by(), Organisation(posts=(renamed,), holders=(ended,)))
    found = load.organisation()
    assert ended in found.holders
    assert renamed in found.posts
    assert (len(found.units), len(found.posts), len(found.holders)) == (4, 3, 4)


def test_it_refuses_an_organisation_that_does_not_hold_together():
    with pytest.raises(Refused) as refused:
        actions.import_organisation(by(), Organisation(units=(Unit(code="/9", name="Far", parent="/8"),)))
    assert "unit-orphan" in codes(refused)
    assert load.organisation() == PORT


def test_it_refuses_a_post_outside_scope():
    post = Post(code="/1/x", unit="/1", title=OUTSIDE, degree=Degree.LEAD)
    with pytest.raises(Refused) as refused:
        actions.import_organisation(by(), Organisation(posts=(post,)))
    assert codes(refused) == ["outside-scope"]


def test_it_plans_an_import_without_doing_it():
    gate = Unit(code="/1/2/2", name="Gate", parent="/1/2")
    change = actions.plan_import(CONSOLE, Organisation(units=(*PORT.units, gate)), today=TODAY)
    assert (change.changed.units, change.changed.posts, change.problems) == ((gate,), (), ())
    assert load.organisation() == PORT


# Editions


def proposed():
    clause = REGIME.clauses[1]
    waiting = replace(clause, duties=(replace(clause.duties[0], review=type(clause.duties[0].review)()),))
    return replace(later(), clauses=(REGIME.clauses[0], waiting, REGIME.clauses[2]))


def test_it_keeps_a_regime_word_for_word():
    assert load.regime(load.edition(EDITION)) == REGIME


def test_it_refuses_a_regime_with_errors():
    broken = replace(later(), clauses=(replace(REGIME.clauses[1], text="Something else."),))
    with pytest.raises(Refused):
        actions.import_edition(by(), broken)
    with pytest.raises(NotThere):
        load.edition(LATER)


def test_it_does_not_change_an_issued_edition():
    with pytest.raises(Refused) as refused:
        actions.import_edition(by(), replace(REGIME, title="Other rules"))
    assert codes(refused) == ["edition-issued"]
    assert actions.import_edition(by(), REGIME) == str(EDITION)


def test_it_replaces_a_draft_but_never_what_was_reviewed_in_it():
    actions.import_edition(by(), proposed())
    actions.import_edition(by(), replace(proposed(), title="Fire rules"))
    assert load.edition(LATER).title == "Fire rules"
    assert load.edition(LATER).version == 2
    actions.review_duty(by(), LATER, "art-2", decision=ReviewState.ACCEPTED, version=2)
    with pytest.raises(Refused) as refused:
        actions.import_edition(by(), proposed())
    assert codes(refused) == ["review-lost"]


def test_it_accepts_a_duty_in_the_name_of_who_did():
    actions.import_edition(by(), proposed())
    reviewer = member(Role.REVIEWER, person="Eve")
    assert (
        actions.review_duty(by(reviewer), LATER, "art-2", decision=ReviewState.ACCEPTED, version=1) == "art-2"
    )
    review = find_duty(load.regime(load.edition(LATER)), "art-2")[1].review
    assert (review.state, review.by, review.on) == (ReviewState.ACCEPTED, "Eve", TODAY)


def test_it_corrects_a_duty_with_a_reason():
    actions.import_edition(by(), proposed())
    duty = find_duty(proposed(), "art-2")[1]
    changes = replace(duty, actions=("hold a drill",))
    given = {"decision": ReviewState.CORRECTED, "changes": changes, "version": 1}
    with pytest.raises(Refused) as refused:
        actions.review_duty(by(), LATER, "art-2", **given)
    assert codes(refused) == ["review-no-reason"]
    actions.review_duty(by(), LATER, "art-2", reason="fire is understood", **given)
    kept = find_duty(load.regime(load.edition(LATER)), "art-2")[1]
    assert (kept.actions, kept.review.reason) == (("hold a drill",), "fire is understood")


def test_it_refuses_a_correction_outside_scope():
    actions.import_edition(by(), proposed())
    changes = replace(find_duty(proposed(), "art-2")[1], actions=(OUTSIDE,))
    with pytest.raises(Refused) as refused:
        actions.review_duty(
            by(), LATER, "art-2", decision=ReviewState.CORRECTED, changes=changes, reason="x", version=1
        )
    assert "outside-scope" in codes(refused)


def test_it_refuses_a_rejection_without_a_reason_and_a_decision_that_is_none():
    actions.import_edition(by(), proposed())
    for decision in (ReviewState.REJECTED, ReviewState.PROPOSED):
        with pytest.raises(Refused):
            actions.review_duty(by(), LATER, "art-2", decision=decision, version=1)


def test_it_refuses_a_review_of_what_has_changed_meanwhile():
    actions.import_edition(by(), proposed())
    actions.review_duty(by(), LATER, "art-2", decision=ReviewState.ACCEPTED, version=1)
    with pytest.raises(ChangedMeanwhile):
        actions.review_duty(by(), LATER, "art-3", decision=ReviewState.ACCEPTED, version=1)
    with pytest.raises(ChangedMeanwhile):
        actions.issue_edition(by(), LATER, version=1)


def test_it_issues_only_what_has_been_reviewed_unless_told_to_take_it_as_it_stands():
    actions.import_edition(by(), proposed())
    with pytest.raises(Refused) as refused:
        actions.issue_edition(by(), LATER, version=1)
    assert codes(refused) == ["edition-unreviewed"]
    actions.issue_edition(by(), LATER, version=1, unreviewed=True)
    assert load.edition(LATER).state == "issued"


def test_it_adopts_nothing_but_what_was_issued():
    actions.import_edition(by(), later())
    with pytest.raises(Refused) as refused:
        actions.adopt(by(), LATER, unit="/1", since=date(2027, 7, 1))
    assert codes(refused) == ["edition-not-issued"]


def test_it_ends_the_adoption_before_on_the_eve_of_the_next():
    actions.import_edition(by(), later("New rules"))
    actions.issue_edition(by(), LATER, version=1)
    actions.adopt(by(), LATER, unit="/1", since=date(2027, 7, 1))
    held = [(a.regime.title, a.since, a.until) for a in load.adoptions(load.stretch("/1/20"))]
    assert held == [
        (REGIME.title, date(2027, 1, 1), date(2027, 6, 30)),
        ("New rules", date(2027, 7, 1), None),
    ]


def test_it_does_not_adopt_before_or_on_the_day_of_an_adoption_that_is_there():
    for since in (date(2027, 1, 1), date(2026, 12, 1)):
        with pytest.raises(Refused) as refused:
            actions.adopt(by(), EDITION, unit="/1", since=since)
        assert codes(refused) == ["adopted-already"]


# Records and excuses


def test_it_records_what_a_unit_did_with_its_evidence():
    ref = drill(evidence=[("C:\\scans\\minutes.pdf", b"scan"), ("photo.jpg", b"photo")], starts=[REPORT])
    found = inquiry.record(CONSOLE, ref)
    assert (found.unit, found.day, found.entered, found.by) == ("/1/2", date(2027, 4, 2), TODAY, "console")
    assert (found.meets, found.starts) == ((DRILL,), (REPORT,))
    assert [(e.name, e.size) for e in found.evidence] == [("minutes.pdf", 4), ("photo.jpg", 5)]
    assert inquiry.evidence(CONSOLE, ref, found.evidence[1].sha256) == b"photo"


def test_it_lets_a_record_name_an_earlier_window_that_there_is():
    drill(meets=[f"{DRILL}@2027Q1"])
    status = {s.occurrence.window: s.status for s in inquiry.standings(CONSOLE, "/1/2", TODAY).standings}
    assert status["2027Q1"] is Status.LATE
    with pytest.raises(Refused) as refused:
        drill(meets=[f"{DRILL}@2027Q9"])
    assert codes(refused) == ["record-window"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"day": TODAY + timedelta(days=1)}, "record-future"),
        ({"meets": ["port-fire/art-99"]}, "unknown-duty"),
        ({"title": OUTSIDE}, "outside-scope"),
        ({"kind": OUTSIDE}, "outside-scope"),
        ({"evidence": [(f"{OUTSIDE}.xlsx", b"rows")]}, "outside-scope"),
        ({"title": "nul\0"}, "text-unprintable"),
        ({"title": "x" * 2001}, "text-too-long"),
        ({"evidence": [("empty.txt", b"")]}, "evidence-empty"),
    ],
)
def test_it_refuses_a_record_and_keeps_nothing_of_it(changes, code):
    before = models.JournalEvent.objects.count()
    with pytest.raises(Refused) as refused:
        drill(**{"evidence": [("minutes.txt", b"minutes")] if "evidence" not in changes else [], **changes})
    assert code in codes(refused)
    assert not models.Record.objects.exists()
    assert not models.Evidence.objects.exists()
    assert models.JournalEvent.objects.count() == before


def test_it_names_the_rule_under_which_something_is_outside_scope():
    with pytest.raises(Refused) as refused:
        drill(title=OUTSIDE)
    problem = refused.value.problems[0]
    assert dict(problem.values)["rule"] == "belief-identity"
    assert not settings.EVIDENCE.exists()


def test_it_sees_through_a_text_that_is_split_over_two_fields():
    with pytest.raises(Refused) as refused:
        drill(kind="收集教师的", title="宗教信仰情况并建立台账")
    assert codes(refused) == ["outside-scope"]


def test_it_excuses_a_unit_from_above_with_a_reason():
    head = member(Role.HOLDER, person="Ada")
    given = {"duty": DRILL, "unit": "/1/2", "since": date(2027, 1, 1), "until": date(2027, 3, 31)}
    with pytest.raises(Refused):
        actions.excuse(by(head), reason=" ", **given)
    actions.excuse(by(head), reason="Closed for works", **given)
    stand = inquiry.standings(head, "/1/2", TODAY)
    assert [s.status for s in stand.standings if s.occurrence.window == "2027Q1"] == [Status.EXCUSED]
    assert [e.decided_by for e in inquiry.excuses(head, "/1/2")] == ["Ada"]


def test_it_does_not_let_a_unit_excuse_itself():
    manager = member(Role.HOLDER, person="Cai")
    with pytest.raises(Denied):
        actions.excuse(
            by(manager),
            duty=DRILL,
            unit="/1/2",
            since=date(2027, 1, 1),
            until=date(2027, 3, 31),
            reason="Busy",
        )
