"""English regulations of several styles: who must do what, how often, by when, to whom."""

from __future__ import annotations

from remit.core.duty import Basis
from remit.core.period import Cadence, Deadline
from remit.reading.provision import provisions
from remit.reading.structure import outline
from tests.reading.reading_of import read, read_one


def test_the_subject_of_a_modal_holds_the_duty() -> None:
    found = read_one("§ 1 The head teacher and the governing body must keep a register of visitors.")
    assert found.holders == ("head teacher", "governing body")


def test_the_subject_follows_the_conditions_that_stand_before_it() -> None:
    found = read_one("§ 1 Where a defect is found, the lift owner shall repair it within 5 working days.")
    assert found.holders == ("lift owner",)
    assert found.deadline == (Deadline(amount=5, unit="workday"),)


def test_the_agent_of_a_passive_holds_the_duty() -> None:
    found = read_one("§ 1 Backups must be tested monthly by the IT department.")
    assert found.holders == ("IT department",)
    assert found.cadence == (Cadence(min=1, period="P1M"),)


def test_a_passive_without_agent_takes_the_sections_only_holder_by_assumption() -> None:
    text = (
        "§ 1 Ladders\n(a) The employer shall provide ladders.\n(b) The employer shall inspect ladders monthly.\n"
        "(c) The employer shall keep a log.\n(d) Damaged ladders shall be withdrawn from use."
    )
    last = read(text)[-1]
    (told,) = provisions(text, outline(text)[0])[1]
    assert told.code == "holder-assumed"
    assert last.holders == ("employer",)
    assert ("holders", Basis.ASSUMED) in last.basis
    assert last.acts[0].holders == ("employer",)


def test_a_passive_without_agent_names_nobody_where_several_hold_duties() -> None:
    text = (
        "§ 1 Boats\n(a) The owner shall register the boat.\n(b) The master shall keep a log.\n"
        "(c) The pilot shall hold a licence.\n(d) Lifejackets shall be worn."
    )
    assert read(text)[-1].holders == ()


def test_a_thing_spoken_of_before_takes_the_holder_of_the_paragraph_before() -> None:
    text = (
        "§ 1 Boats\n(a) The owner shall register the boat.\n(b) The master shall keep a log.\n"
        "(c) The log shall be signed each week."
    )
    last = read(text)[-1]
    assert last.holders == ("master",)
    assert ("holders", Basis.INHERITED) in last.basis
    assert last.acts[0].holders == ("master",)
    assert provisions(text, outline(text)[0])[1] == ()


def test_a_ban_on_everybody_binds_nobody_in_the_next_paragraph() -> None:
    text = "§ 1 Boats\n(a) No person shall board at night.\n(b) Ropes shall be tested monthly."
    assert read(text)[-1].holders == ()


def test_items_of_a_lead_in_take_the_holder_found_for_it() -> None:
    text = "§ 1 Boats\n(a) The owner shall keep a log.\n(b) The log shall be:\n(1) bound; and\n(2) signed weekly."
    assert [one.holders for one in read(text)] == [("owner",)] * 4


def test_holders_always_named_together_are_assumed_together() -> None:
    text = (
        "§ 1 Boats\n(a) The owner or master shall keep a log.\n(b) The owner or master shall test ropes.\n"
        "(c) Lifejackets shall be worn."
    )
    (told,) = provisions(text, outline(text)[0])[1]
    assert told.code == "holder-assumed"
    assert read(text)[-1].holders == ("owner", "master")


def test_consequences_listed_below_a_power_to_punish_fall_on_the_party_at_fault() -> None:
    text = "§ 1 Where a master is guilty of misconduct, the board may—\n(a) suspend him; or\n(b) publish a notice."
    assert [(str(one.kind), one.holders) for one in read(text)] == [("sanction", ("master",))] * 3


def test_two_modals_give_two_acts_with_a_deadline_each() -> None:
    found = read_one(
        "§ 1 The operator shall report an incident to the authority within 24 hours and shall submit"
        " a final report within one month."
    )
    assert [act.deadline[0].amount for act in found.acts] == [24, 1]
    assert found.acts[0].addressee == ("authority",)


def test_a_bare_order_in_a_list_of_controls_is_a_duty_without_holder() -> None:
    found = read(
        "AC-1 ACCESS\na. Review access rights [Assignment: organization-defined frequency]; and\nb. Protect keys."
    )
    assert [one.kind for one in found] == ["duty", "duty"]
    assert found[0].cadence == (Cadence(vague="organization-defined"),)
    assert found[0].holders == ()
