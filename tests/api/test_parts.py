"""The parts of a draft by API: accepted, corrected, rejected and added, each in its own list."""

from __future__ import annotations

import pytest

from remit.core.part_decision import find_part
from remit.core.particulars import MeasureKind
from remit.store import load
from tests.store.cast import LATER, OUTSIDE

AT = "editions/port-fire/2027-07-01/"
REVIEW = AT + "parts/ground-art-3/review"
GROUND = {
    "ref": "ground-art-3",
    "clause": ["3"],
    "quote": "After a fire each terminal shall report",
    "holders": ["each terminal"],
    "measures": ["talk"],
}
REPORT = {"ref": "", "clause": ["3"], "quote": "within 3 days", "kind": "reminder", "order": 1}


def held(ref: str):
    return find_part(load.regime(load.edition(LATER)), ref)


def test_a_correction_is_the_whole_part_in_its_list(call):
    reviewer = call("reviewer")
    given = {"decision": "corrected", "version": 1, "reason": "by talk", "changes": {"grounds": [GROUND]}}
    answer = reviewer.post(REVIEW, given, key="once")
    assert (answer.status_code, answer.json()) == (201, {"ref": "ground-art-3"})
    assert reviewer.post(REVIEW, given, key="once").status_code == 201
    assert load.edition(LATER).version == 2
    assert held("ground-art-3").measures == (MeasureKind.TALK,)
    shown = reviewer.get(AT.rstrip("/")).json()["regime"]["parts"]["grounds"][0]
    assert (shown["review"]["state"], shown["review"]["by"], shown["measures"]) == (
        "corrected",
        "Eve",
        ["talk"],
    )
    assert reviewer.post(REVIEW, {"decision": "accepted", "version": 1}).status_code == 409


def test_a_part_is_added_under_a_reference_of_its_own(call):
    given = {"version": 1, "reason": "missed", "part": {"measures": [REPORT]}}
    answer = call("reviewer").post(AT + "parts", given)
    assert answer.json() == {"ref": "measure-added-1"}
    assert held("measure-added-1").order == 1


@pytest.mark.parametrize(
    ("path", "given", "code"),
    [
        ("parts", {"part": {}, "reason": "x"}, "part-alone"),
        ("parts", {"part": {"grounds": [GROUND, GROUND]}, "reason": "x"}, "part-alone"),
        ("parts", {"part": {"grounds": [GROUND]}, "reason": "x"}, "part-twice"),
        ("parts", {"part": {"measures": [REPORT]}, "reason": ""}, "part-no-reason"),
        ("parts", {"part": {"measures": [REPORT]}, "reason": OUTSIDE}, "outside-scope"),
        ("parts", {"part": {"measures": [{**REPORT, "upon": [OUTSIDE]}]}, "reason": "x"}, "outside-scope"),
        ("parts", {"part": {"measures": [{**REPORT, "quote": "at dawn"}]}, "reason": "x"}, "part-quote"),
        ("parts/ground-art-3/review", {"decision": "rejected"}, "review-no-reason"),
        (
            "parts/ground-art-3/review",
            {"decision": "corrected", "reason": "x", "changes": {"measures": [REPORT]}},
            "review-no-correction",
        ),
    ],
)
def test_what_is_not_right_is_refused_with_what_is_wrong(call, path, given, code):
    answer = call("reviewer").post(AT + path, {"version": 1, **given})
    assert answer.status_code == 422
    assert code in [problem["code"] for problem in answer.json()["problems"]]
    assert load.edition(LATER).version == 1


@pytest.mark.parametrize(
    "given",
    [
        {"part": {"measures": [{**REPORT, "kind": "drowning"}]}, "reason": "x"},
        {"part": {"measures": [{**REPORT, "order": "first"}]}, "reason": "x"},
        {"part": {"measures": "all"}, "reason": "x"},
        {"part": {"measures": [REPORT]}, "reason": "x", "more": 1},
        {"part": {"measures": [REPORT]}},
    ],
)
def test_a_body_of_another_form_is_refused(call, given):
    assert call("reviewer").post(AT + "parts", {"version": 1, **given}).status_code in {400, 422}
    assert load.edition(LATER).version == 1


def test_an_unknown_part_is_not_there(call):
    answer = call("reviewer").post(AT + "parts/nothing/review", {"decision": "accepted", "version": 1})
    assert answer.status_code == 404


def test_the_problems_of_an_edition_are_listed(call):
    reviewer = call("reviewer")
    given = {"version": 1, "reason": "missed", "part": {"grounds": [{**GROUND, "ref": "", "measures": []}]}}
    ref = reviewer.post(AT + "parts", given).json()["ref"]
    found = reviewer.get(AT + "problems").json()
    assert [(one["code"], one["where"]["ref"]) for one in found] == [("ground-measure", ref)]
