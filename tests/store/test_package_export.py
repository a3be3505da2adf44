"""What an installation sends upward: what is new, what stands no longer, and no names of people."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from remit.core.post import Organisation, Unit
from remit.files.package_key import read_signer
from remit.files.package_reading import open_package, read_content, unpack
from remit.store import actions, inquiry, load_packages, models, packages_inquiry
from remit.store.access import CONSOLE, Role
from remit.store.package_examining import examine
from remit.store.package_health import package_problems
from remit.store.refusal import Denied, NotThere, Refused
from tests.store.cast import DRILL, TODAY, by, codes, drill, member

ABOVE = "e" * 16


@pytest.fixture(autouse=True)
def terminal(port, settings, tmp_path):
    """The port is an installation with a key of its own."""
    settings.DATA = tmp_path
    actions.make_package_key(by())


def export(**changes):
    number = int(
        actions.export_package(by(), actions.PackageOrder(**{"unit": "/1/2", "to": ABOVE, **changes}))
    )
    return read_content(load_packages.sent_content(ABOVE, number))


def excuse(**changes):
    given = {"since": date(2027, 1, 1), "until": date(2027, 3, 31), "reason": "Works"}
    actions.excuse(by(), duty=DRILL, unit="/1/2/1", **{**given, **changes})


def test_the_first_says_everything_of_the_unit_and_those_below_it():
    ref, _ = drill(), drill(unit="/1/20")
    manifest, _, content = export(named="/9/2")
    assert (manifest.full, manifest.previous, manifest.unit, manifest.sequence) == (True, "", "/9/2", 1)
    assert [(line.ref, line.unit, line.meets) for line in content.records] == [(ref, "/9/2", (DRILL,))]
    assert [(line.code, line.parent) for line in content.units] == [("/1/2/1", "/9/2")]
    assert [(line.regime, line.unit) for line in content.adoptions] == [("port-fire", "/9/2")]


def test_the_next_says_what_is_new_and_follows_from_the_first():
    first = drill()
    _, digest, _ = export()
    second = drill(day=date(2027, 4, 5))
    manifest, _, content = export()
    assert (manifest.full, manifest.previous, manifest.sequence) == (False, digest, 2)
    assert [line.ref for line in content.records] == [second]
    assert export()[2].records == ()
    assert [line.ref for line in export(full=True)[2].records] == [first, second]


def test_what_stands_no_longer_is_taken_back():
    ref = drill()
    excuse()
    export()
    models.Record.objects.update(current=False)
    models.Excuse.objects.all().delete()
    content = export()[2]
    assert [(line.kind, line.ref[:1]) for line in content.withdrawn] == [("record", ref[:1]), ("excuse", "x")]
    assert export()[2].withdrawn == ()


def test_what_is_of_a_later_day_waits_for_the_next_package():
    early, late = drill(), drill(day=date(2027, 5, 3))
    assert [line.ref for line in export(until=date(2027, 4, 30))[2].records] == [early]
    second = export()[2]
    assert ([line.ref for line in second.records], second.withdrawn) == ([late], ())


def test_people_are_not_named():
    who = member(Role.HOLDER, person="Cai")
    drill(by=by(who))
    excuse(decided_by="Cai", decided=date(2027, 4, 20))
    excuse(decided_by="Somebody", decided=date(2027, 4, 20), reason="More works")
    export()
    data = b"".join(unpack(load_packages.sent_content(ABOVE, 1)).parts.values())
    assert b"Cai" not in data
    assert b"Somebody" not in data
    decided = {line.reason: line.decided_by for line in export(full=True)[2].excuses}
    assert decided == {"Works": "North terminal Terminal manager", "More works": "North terminal"}


def test_files_come_along_where_they_are_asked_for():
    drill(evidence=[("log.txt", b"four minutes")])
    export(evidence=True)
    made = packages_inquiry.sent(CONSOLE)[0]
    _, data = packages_inquiry.sent_file(CONSOLE, made.digest)
    signer = read_signer(Path(settings.DATA))
    opened = open_package(unpack(data), keys={signer.identity.fingerprint: signer.identity.public}, to=ABOVE)
    assert list(opened.files.values()) == [b"four minutes"]
    assert not any(n.startswith("evidence/") for n in unpack(load_packages.sent_content(ABOVE, 1)).parts)


def test_what_was_sent_comes_in_again_as_it_went_out():
    """The same database plays the level above, under another code of the unit."""
    ref = drill(evidence=[("log.txt", b"four minutes")])
    excuse()
    signer = read_signer(Path(settings.DATA))
    actions.import_organisation(by(), Organisation(units=(Unit(code="/1/9", name="Mirror", parent="/1"),)))
    models.Unit.objects.filter(code="/1/2/1").update(code="/1/2/x")
    export(named="/1/9", evidence=True)
    models.Unit.objects.filter(code="/1/2/x").update(code="/1/2/1")
    actions.trust_package_source(by(), code="mirror", unit="/1/9", identity=signer.identity)
    _, data = packages_inquiry.sent_file(CONSOLE, packages_inquiry.sent(CONSOLE)[0].digest)
    keys = packages_inquiry.public_keys()
    (outcome,) = actions.take_in_packages(by(), [examine(data, keys=keys, to=ABOVE)])
    assert (outcome.state, outcome.records, outcome.excuses, outcome.units) == ("taken-in", 1, 1, 1)
    kept, sent = inquiry.record(CONSOLE, f"mirror:{ref}"), inquiry.record(CONSOLE, ref)
    assert (kept.day, kept.title, kept.meets) == (sent.day, sent.title, sent.meets)
    assert inquiry.evidence(CONSOLE, kept.ref, sent.evidence[0].sha256) == b"four minutes"
    assert list(package_problems()) == []


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("package-addressee", {"to": "above"}),
        ("package-until", {"until": date(2027, 12, 1)}),
        ("package-number", {"number": 9}),
    ],
)
def test_an_order_that_cannot_be_done_is_refused(code, changes):
    with pytest.raises(Refused) as refused:
        export(**changes)
    assert codes(refused) == [code]


def test_a_chain_stays_with_its_unit_and_a_full_package_does_not_fall_back():
    export()
    for code, changes in (
        ("package-other-unit", {"unit": "/1"}),
        ("package-full-short", {"full": True, "until": date(2027, 1, 1)}),
        ("package-number", {"full": True, "number": 1}),
    ):
        with pytest.raises(Refused) as refused:
            export(**changes)
        assert codes(refused) == [code]
    assert export(full=True, number=7)[0].sequence == 7


def test_only_the_operator_signs():
    clerk = member(Role.CLERK, unit="/1")
    for deed in (
        lambda: actions.make_package_key(by(clerk)),
        lambda: actions.export_package(by(clerk), actions.PackageOrder(unit="/1/2", to=ABOVE)),
    ):
        with pytest.raises(Denied):
            deed()


def test_a_new_key_takes_the_place_of_the_old_one_and_the_number_stays():
    before = read_signer(Path(settings.DATA))
    fingerprint = actions.make_package_key(by())
    after = read_signer(Path(settings.DATA))
    assert after.identity.fingerprint == fingerprint != before.identity.fingerprint
    assert after.installation == before.installation
    assert oct((Path(settings.DATA) / "package-key.json").stat().st_mode)[-3:] == "600"


def test_a_package_is_handed_out_to_who_sees_its_unit():
    export()
    digest = packages_inquiry.sent(CONSOLE)[0].digest
    assert packages_inquiry.sent_file(member(Role.CLERK, unit="/1"), digest)[0].unit == "/1/2"
    with pytest.raises(NotThere):
        packages_inquiry.sent_file(member(Role.CLERK, unit="/1/20"), digest)


def test_the_journal_tells_what_was_sent():
    drill()
    manifest, digest, _ = export()
    line = inquiry.journal(CONSOLE, limit=None)[-1]
    assert (line.header.kind, digest in line.payload) == ("package-sent", True)
    assert manifest.journal.size == line.header.seq - 1
    assert manifest.last == TODAY
