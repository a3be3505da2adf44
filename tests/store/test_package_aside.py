"""Lines of packages that may not be kept: they create nothing, their words are kept nowhere, and that is told."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from django.apps import apps

from remit.files.package_form import AdoptionLine
from remit.store import inquiry, models
from remit.store.access import CONSOLE
from remit.store.evidence import evidence_folder
from remit.store.package_health import package_problems
from tests.store import packages
from tests.store.cast import OUTSIDE, TODAY
from tests.store.packages import chain, excused, line, package, send, shown, states, trust


@pytest.fixture
def north(port):
    """The port trusts the north terminal's installation."""
    trust()


def test_what_is_outside_scope_creates_nothing_and_is_told(north):
    made = package(1, line("r1", OUTSIDE), line("r2"))
    (outcome,) = send(made)
    assert outcome.aside == (("record", "r1", "outside-scope"),)
    assert [r.ref for r in models.Record.objects.all()] == ["north:r2"]


def test_words_hidden_in_the_name_of_a_duty_are_screened_too(north):
    (outcome,) = send(package(1, line("r1", meets=(OUTSIDE,))))
    assert outcome.aside == (("record", "r1", "outside-scope"),)


def test_a_unit_whose_name_is_outside_scope_is_set_aside_with_all_that_is_its(north):
    unit = packages.UnitLine(code="/1/2/7", name=OUTSIDE, parent="/1/2")
    (outcome,) = send(package(1, line("r1", unit="/1/2/7"), units=[unit]))
    assert [(kind, ref) for kind, ref, _ in outcome.aside] == [("unit", "/1/2/7"), ("record", "r1")]
    assert not models.Unit.objects.filter(code="/1/2/7").exists()


def test_the_words_of_what_is_set_aside_are_kept_nowhere(north):
    file = f"{OUTSIDE}: the list".encode()
    one, two = chain(
        {
            "units": [packages.UnitLine(code=OUTSIDE, name="Pier", parent="/1/2"), packages.YARD],
            "records": [
                line("r1", OUTSIDE, evidence=(shown(file, OUTSIDE),)),
                line("r2", meets=(OUTSIDE,)),
                line("r3", unit=OUTSIDE),
                line("r4"),
            ],
            "excuses": [excused("x1", OUTSIDE), excused("x2", duty=OUTSIDE), excused("x3")],
            "adoptions": [
                AdoptionLine(
                    regime=OUTSIDE, edition=TODAY, sha256="0" * 64, unit="/1/2", since=date(2027, 1, 1)
                )
            ],
            "files": [file],
        },
        {"records": [line("r1", "Drill again")]},
    )
    send(two)
    (outcome,) = send(one)
    assert [(kind, ref) for kind, ref, _ in outcome.aside] == [
        ("unit", "#1"),
        *(("record", ref) for ref in ("r1", "r2", "r3")),
        *(("excuse", ref) for ref in ("x1", "x2")),
        ("adoption", "#1"),
    ]
    assert {r.ref for r in inquiry.records(CONSOLE, "/1/2")} == {"north:r1", "north:r4"}
    kept = list(stored())
    assert any("Crane yard" in text for text in kept)
    assert not [text for text in kept if "宗教" in text or "\\u5b97" in text]
    assert not evidence_folder().has(shown(file).sha256)
    assert states(send(one, two)) == ["already-here", "already-here"]
    assert list(package_problems()) == []


def stored():
    """Yield every value of every column of the database as text, what is packed unpacked."""
    for model in apps.get_models():
        for row in model._base_manager.values_list():
            for value in row:
                packed = bytes(value) if isinstance(value, bytes | memoryview) else b""
                yield packed.decode("utf-8", "replace") if packed else str(value)
                if packed.startswith(b"PK"):
                    with zipfile.ZipFile(io.BytesIO(packed)) as container:
                        yield from (
                            container.read(name).decode("utf-8", "replace") for name in container.namelist()
                        )
