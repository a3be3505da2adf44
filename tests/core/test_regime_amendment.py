from collections.abc import Sequence
from dataclasses import replace

from remit.core.amendment import carry_review
from remit.core.duty import Basis, Duty, Review, ReviewState
from remit.core.period import Cadence
from remit.core.problem import Level, Problem
from remit.core.regime import Defaults, Regime, RegimeClause, Role, Source, duties
from remit.core.soundness import regime_problems
from tests.core.building import a_regime, day

READ = (("holders", Basis.EXPLICIT),)
DAILY, WEEKLY = Cadence(min=1, period="P1D"), Cadence(min=1, period="P1W")


def read(ref: str, quote: str, *, cadence: Sequence[Cadence] = (DAILY,)) -> Duty:
    """A duty as reading proposes it."""
    return Duty(ref=ref, quote=quote, holders=("泊位单位",), cadence=tuple(cadence), basis=READ)


def decided(duty: Duty, state: ReviewState = ReviewState.ACCEPTED, **changed: object) -> Duty:
    review = Review(state=state, by="周衡", on=day("2026-02-01"), reason="核对无误")
    return replace(duty, review=review, **changed)


def clauses(*rows: tuple[str, str, Sequence[Duty]]) -> list[RegimeClause]:
    """Clauses one after the other from number, words and duties."""
    found: list[RegimeClause] = []
    for number, words, held in rows:
        text = f"{number} {words}"
        start = found[-1].end + 1 if found else 0
        found.append(
            RegimeClause(ref=(number,), text=text, start=start, end=start + len(text), duties=tuple(held))
        )
    return found


BOLLARDS, LIGHTS, FENDERS = (
    "泊位单位应当每日检查缆桩。",
    "泊位单位应当每日检查航标灯。",
    "泊位单位应当更换老化的护舷。",
)


def carry(old: list[RegimeClause], new: list[RegimeClause]) -> tuple[list[Duty], list[Problem]]:
    regime, problems = carry_review(a_regime(clauses=old), a_regime(clauses=new))
    assert not [p for p in regime_problems(regime) if p.level == Level.ERROR]
    return [duty for _, duty in duties(regime)], list(problems)


def test_same_words_keep_their_reviewed_duties_exactly_at_new_offsets() -> None:
    kept = decided(read("c-1", BOLLARDS), ReviewState.CORRECTED, cadence=(WEEKLY,))
    old = clauses(("第四条", BOLLARDS, [kept]))
    new = clauses(
        ("第三条", "本规定所称泊位，是指码头泊位。", []), ("第四条", BOLLARDS, [read("c-1", BOLLARDS)])
    )
    regime, problems = carry_review(a_regime(clauses=old), a_regime(clauses=new))
    assert problems == ()
    assert regime.clauses[1] == replace(new[1], duties=(kept,))


def test_a_renumbered_clause_keeps_its_duties_and_their_references() -> None:
    kept = decided(read("c-1", BOLLARDS))
    old = clauses(("第四条", BOLLARDS, [kept]))
    new = clauses(("第四条", LIGHTS, [read("c-1", LIGHTS)]), ("第五条", BOLLARDS, [read("c-2", BOLLARDS)]))
    found, problems = carry(old, new)
    assert (found[1], problems) == (kept, [])


def test_a_new_duty_never_takes_a_reference_that_another_has_or_had() -> None:
    old = clauses(("第四条", BOLLARDS, [decided(read("c-1", BOLLARDS))]))
    new = clauses(("第四条", LIGHTS, [read("c-1", LIGHTS)]), ("第五条", BOLLARDS, [read("c-2", BOLLARDS)]))
    assert [duty.ref for duty in carry(old, new)[0]] == ["c-1-2", "c-1"]
    gone = clauses(("第四条", FENDERS, [decided(read("c-1", FENDERS)), decided(read("c-1-2", FENDERS))]))
    found, _ = carry(gone, clauses(("第七条", "港口应当公布潮汐表。", [read("c-1", "公布潮汐表")])))
    assert [duty.ref for duty in found] == ["c-1-3"]


def test_white_space_and_width_are_not_words() -> None:
    kept = decided(read("c-1", "应当每日检查缆桩"))
    old = clauses(("第四条", "泊位单位应当每日检查缆桩(含备用).", [kept]))
    new = clauses(("第四条", "泊位单位应当 每日检查缆桩（含备用）．", [read("c-1", "每日检查缆桩")]))
    found, problems = carry(old, new)
    assert problems == []
    assert found == [replace(kept, quote="每日检查缆桩")]


def test_other_words_keep_the_decision_marked_suspect_and_name_both_texts() -> None:
    kept = decided(read("c-1", BOLLARDS), ReviewState.CORRECTED, cadence=(WEEKLY,))
    words = "泊位单位应当每日两次检查缆桩。"
    found, (problem,) = carry(
        clauses(("第四条", BOLLARDS, [kept])), clauses(("第四条", words, [read("c-1", words)]))
    )
    (duty,) = found
    assert (duty.review.state, duty.review.suspect, duty.cadence) == (ReviewState.CORRECTED, True, (WEEKLY,))
    assert duty.quote == words
    assert (problem.code, problem.level, problem.place.ref) == ("clause-changed", Level.WARNING, "第四条")
    assert all(part in problem.text() for part in (BOLLARDS, words, "c-1"))


def test_a_quote_that_still_stands_is_kept() -> None:
    kept = decided(read("c-1", "检查缆桩"))
    (found,), _ = carry(
        clauses(("第四条", BOLLARDS, [kept])),
        clauses(("第四条", "泊位单位应当每周检查缆桩。", [read("c-1", "应当每周检查缆桩")])),
    )
    assert found.quote == "检查缆桩"


def test_a_reviewed_duty_that_reading_no_longer_finds_rests_on_the_whole_clause() -> None:
    (found,), _ = carry(
        clauses(("第四条", BOLLARDS, [decided(read("c-1", BOLLARDS))])),
        clauses(("第四条", "泊位单位每日检查缆桩有困难的，可以检查一半。", [])),
    )
    assert found.quote == "第四条 泊位单位每日检查缆桩有困难的，可以检查一半。"
    assert found.review.suspect


def test_words_wholly_rewritten_under_the_same_number_are_a_changed_clause() -> None:
    found, problems = carry(
        clauses(("第四条", BOLLARDS, [decided(read("c-1", BOLLARDS))])),
        clauses(("第四条", "港长按季度公布潮汐表。", [read("c-1", "按季度公布潮汐表")])),
    )
    assert [(duty.ref, duty.review.suspect) for duty in found] == [("c-1", True)]
    assert [problem.code for problem in problems] == ["clause-changed"]


def test_a_clause_renumbered_and_changed_a_little_is_found_by_its_words() -> None:
    kept = decided(read("c-1", BOLLARDS))
    old = clauses(("第四条", BOLLARDS, [kept]))
    new = clauses(
        ("第四条", "港长按季度公布潮汐表。", [read("c-1", "公布潮汐表")]),
        ("第五条", "泊位单位应当每日检查缆桩和缆绳。", [read("c-2", "检查缆桩和缆绳")]),
    )
    found, (problem,) = carry(old, new)
    assert [(duty.ref, duty.review.suspect) for duty in found] == [("c-1-2", False), ("c-1", True)]
    assert (problem.code, dict(problem.values)["other"]) == ("clause-changed", "第四条")


def test_a_duty_not_yet_reviewed_is_read_anew_in_a_changed_clause() -> None:
    words = "泊位单位应当每周检查缆桩。"
    found, problems = carry(
        clauses(("第四条", BOLLARDS, [read("c-7", BOLLARDS)])),
        clauses(("第四条", words, [read("c-1", words, cadence=[WEEKLY])])),
    )
    assert (found, problems) == ([read("c-7", words, cadence=[WEEKLY])], [])


def test_what_reading_no_longer_proposes_goes_when_nobody_reviewed_it() -> None:
    old = clauses(("第四条", BOLLARDS, [read("c-1.a", "每日检查缆桩"), read("c-1.b", "泊位单位")]))
    new = clauses(("第四条", "泊位单位应当每周检查缆桩。", [read("c-1.a", "每周检查缆桩")]))
    found, problems = carry(old, new)
    assert ([duty.ref for duty in found], problems) == (["c-1.a"], [])


def test_rejected_stays_rejected_and_is_not_proposed_again() -> None:
    for words in (BOLLARDS, "泊位单位应当每周检查缆桩。"):
        found, _ = carry(
            clauses(("第四条", BOLLARDS, [decided(read("c-1", BOLLARDS), ReviewState.REJECTED)])),
            clauses(("第四条", words, [read("c-1", words)])),
        )
        assert [duty.review.state for duty in found] == [ReviewState.REJECTED]


def test_duties_added_by_hand_are_kept() -> None:
    added = Duty(ref="own-1", quote="缆桩", holders=("泊位单位",), cadence=(WEEKLY,))
    old = clauses(("第四条", BOLLARDS, [read("c-1", BOLLARDS), added]))
    found, problems = carry(old, clauses(("第四条", BOLLARDS, [read("c-1", BOLLARDS)])))
    assert (found, problems) == ([read("c-1", BOLLARDS), added], [])
    words = "泊位单位应当每周检查缆桩。"
    found, problems = carry(old, clauses(("第四条", words, [read("c-1", words)])))
    assert [(duty.ref, duty.review.suspect) for duty in found] == [("c-1", False), ("own-1", True)]
    assert dict(problems[0].values)["duties"] == "own-1"


def test_a_new_duty_of_an_unchanged_clause_is_added() -> None:
    kept = decided(read("c-1.a", "每日检查缆桩"))
    new = clauses(("第四条", BOLLARDS, [read("c-1.a", "每日检查缆桩"), read("c-1.b", "泊位单位应当")]))
    found, problems = carry(clauses(("第四条", BOLLARDS, [kept])), new)
    assert (found, problems) == ([kept, read("c-1.b", "泊位单位应当")], [])


def test_a_proposal_in_an_unchanged_clause_that_is_read_differently_is_left_and_noted() -> None:
    edited = read("c-1", BOLLARDS, cadence=[WEEKLY])
    (found,), (problem,) = carry(
        clauses(("第四条", BOLLARDS, [edited])), clauses(("第四条", BOLLARDS, [read("c-1", BOLLARDS)]))
    )
    assert found == edited
    assert (problem.code, problem.level, problem.place.ref) == ("duty-reread", Level.NOTE, "c-1")


def test_a_clause_that_vanished_with_a_decision_is_reported_with_its_duties() -> None:
    gone = [decided(read("c-2.a", FENDERS)), read("c-2.b", "护舷")]
    old = clauses(("第四条", BOLLARDS, [decided(read("c-1", BOLLARDS))]), ("第九条", FENDERS, gone))
    found, (problem,) = carry(old, clauses(("第四条", BOLLARDS, [])))
    assert [duty.ref for duty in found] == ["c-1"]
    assert (problem.code, problem.level, problem.place.ref) == ("clause-vanished", Level.WARNING, "第九条")
    assert dict(problem.values)["duties"] == "c-2.a, c-2.b"
    assert FENDERS in problem.text()


def test_a_clause_that_vanished_with_nothing_but_proposals_is_not() -> None:
    old = clauses(("第四条", BOLLARDS, [read("c-1", BOLLARDS)]))
    assert carry(old, clauses(("第九条", "港长按季度公布潮汐表。", []))) == ([], [])


def test_a_clause_that_is_outside_scope_now_loses_its_duties_and_says_so() -> None:
    old = clauses(("第四条", BOLLARDS, [decided(read("c-1", BOLLARDS))]))
    (clause,) = clauses(("第四条", "泊位单位应当建立重点人员名单。", []))
    found, (problem,) = carry(old, [replace(clause, screen="out", why="watch-list")])
    assert found == []
    assert (problem.code, dict(problem.values)["duties"]) == ("clause-outside", "c-1")


def test_clauses_with_the_same_words_are_told_apart_by_number_then_order() -> None:
    rest = "法律、法规规定的其他职责。"
    old = clauses(
        ("第四条", rest, [decided(read("c-1", rest))]), ("第七条", rest, [decided(read("c-2", rest))])
    )
    new = clauses(("第五条", rest, []), ("第七条", rest, []))
    found, problems = carry(old, new)
    assert ([duty.ref for duty in found], problems) == (["c-1", "c-2"], [])


def test_two_duties_with_one_quote_keep_their_order() -> None:
    first, second = decided(read("c-1.a", BOLLARDS)), decided(read("c-1.b", BOLLARDS, cadence=[WEEKLY]))
    old = clauses(("第四条", BOLLARDS, [first, second]))
    new = clauses(("第五条", BOLLARDS, [read("c-2.a", BOLLARDS), read("c-2.b", BOLLARDS, cadence=[WEEKLY])]))
    assert carry(old, new) == ([first, second], [])


def test_a_clause_that_took_another_s_number_is_known_by_its_words() -> None:
    old = clauses(
        ("第四条", FENDERS, [decided(read("c-1", FENDERS))]),
        ("第五条", BOLLARDS, [decided(read("c-2", BOLLARDS))]),
    )
    found, (problem,) = carry(old, clauses(("第四条", BOLLARDS, [read("c-1", BOLLARDS)])))
    assert ([duty.ref for duty in found], found[0].review.suspect) == (["c-2"], False)
    assert (problem.code, problem.place.ref) == ("clause-vanished", "第四条")


def test_of_clauses_about_as_much_alike_the_one_with_the_same_number_is_it() -> None:
    old = clauses(
        ("第四条", "泊位单位应当每日检查缆桩一次。", [decided(read("c-1", "检查缆桩"))]),
        ("第五条", "泊位单位应当每周检查缆桩两次。", [decided(read("c-2", "检查缆桩"))]),
    )
    new = clauses(
        ("第四条", "泊位单位应当每月检查缆桩两次。", [read("c-1", "检查缆桩")]),
        ("第五条", "泊位单位应当每月检查缆桩一次。", [read("c-2", "检查缆桩")]),
    )
    assert [duty.ref for duty in carry(old, new)[0]] == ["c-1", "c-2"]


def test_a_sole_duty_is_replaced_by_a_sole_duty_and_one_added_by_hand_is_not() -> None:
    words = "港长按季度公布潮汐表，引航站另行通知。"
    proposals = [read("x-1", "公布潮汐表"), read("x-2", "引航站另行通知")]
    sole = [decided(replace(read("c-1", BOLLARDS), basis=()))]
    pair = [*sole, decided(read("x-2", "引航站"))]
    for held, proposed, refs in (
        (sole, proposals[:1], ["c-1"]),
        (pair, proposals, ["c-1", "x-2", "x-1"]),
        ([replace(sole[0], basis=READ), pair[1]], proposals, ["c-1", "x-2"]),
    ):
        text = f"{BOLLARDS}引航站另行通知。"
        found, _ = carry(clauses(("第四条", text, held)), clauses(("第四条", words, proposed)))
        assert [duty.ref for duty in found] == refs


def test_of_words_alike_the_most_alike_are_the_same_duty() -> None:
    one, other = decided(read("c-1.a", "每日检查缆桩")), decided(read("c-1.b", "每日检查航标灯和护舷"))
    words = "泊位单位应当每日检查航标灯、护舷，每日检查缆桩、缆绳。"
    new = clauses(
        ("第四条", words, [read("c-5.a", "每日检查航标灯、护舷"), read("c-5.b", "每日检查缆桩、缆绳")])
    )
    old = clauses(("第四条", "泊位单位应当每日检查缆桩，每日检查航标灯和护舷。", [one, other]))
    found, _ = carry(old, new)
    assert [(duty.ref, duty.quote) for duty in found] == [
        ("c-1.a", "每日检查缆桩"),
        ("c-1.b", "每日检查航标灯、护舷"),
    ]


def test_of_two_clauses_merged_into_one_the_more_alike_goes_on_and_the_other_is_reported() -> None:
    old = clauses(
        ("第四条", "泊位单位应当每日检查缆桩和缆绳。", [decided(read("c-1", "检查缆桩和缆绳"))]),
        ("第五条", "泊位单位应当每日检查缆桩、缆绳、护舷。", [decided(read("c-2", "检查缆桩、缆绳、护舷"))]),
    )
    words = "泊位单位应当每日检查缆桩、缆绳、护舷和航标灯。"
    found, problems = carry(old, clauses(("第八条", words, [read("c-1", "检查缆桩、缆绳、护舷和航标灯")])))
    assert [duty.ref for duty in found] == ["c-2"]
    assert [(problem.code, problem.place.ref) for problem in problems] == [
        ("clause-changed", "第八条"),
        ("clause-vanished", "第四条"),
    ]


def test_the_head_is_the_reviewer_s_and_the_source_is_the_new_one() -> None:
    old = replace(
        a_regime(clauses=clauses(("第四条", BOLLARDS, [read("c-1", BOLLARDS)]))),
        defaults=Defaults(year_starts=9),
        source=Source(title="虚构港靠泊安全责任制规定"),
    )
    new = replace(
        old,
        id="other",
        title="修订后的规定",
        subject="",
        defaults=Defaults(),
        edition=day("2027-01-01"),
        source=Source(title="修订后的规定", file="new.docx"),
    )
    regime, _ = carry_review(old, new)
    assert (regime.id, regime.subject, regime.defaults) == ("harbour", "靠泊安全", Defaults(year_starts=9))
    assert (regime.edition, regime.source, regime.title) == (new.edition, new.source, "修订后的规定")


def test_a_title_changed_by_hand_stays() -> None:
    old = replace(a_regime(), title="靠泊安全", source=Source(title="虚构港靠泊安全责任制规定"))
    assert carry_review(old, replace(old, title="新"))[0].title == "靠泊安全"
    bare: Regime = replace(old, source=Source())
    assert carry_review(bare, replace(bare, title="新"))[0].title == "新"


def test_reviewed_roles_stay_new_ones_are_added_and_those_no_longer_needed_go() -> None:
    roles = [Role(name="泊位单位", units=("berth",)), Role(name="引航站"), Role(name="旧称")]
    kept = decided(read("c-1", BOLLARDS), holders=("泊位单位", "引航站"))
    old = a_regime(clauses=clauses(("第四条", BOLLARDS, [kept])), roles=roles)
    new = a_regime(
        clauses=clauses(("第四条", BOLLARDS, [read("c-1", BOLLARDS)])),
        roles=[Role(name="港长"), Role(name="泊位单位")],
    )
    assert carry_review(old, new)[0].roles == (roles[0], roles[1], Role(name="港长"))


def test_reading_the_same_text_again_changes_nothing() -> None:
    duty = decided(read("c-1", BOLLARDS))
    regime = a_regime(
        clauses=clauses(("第四条", BOLLARDS, [duty]), ("第五条", LIGHTS, [read("c-2", LIGHTS)]))
    )
    assert carry_review(regime, regime) == (regime, ())
