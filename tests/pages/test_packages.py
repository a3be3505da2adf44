"""The page of packages: who sends, who is late, taking one in, registering a key."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from remit.files.package_key import read_signer
from remit.store import actions, models, packages_inquiry
from remit.store.access import CONSOLE
from tests.pages.conftest import by
from tests.store import packages


@pytest.fixture
def above(city, still_clock, settings, tmp_path) -> str:
    """The city has a key; the east school has an installation of its own. Returns the city's number."""
    settings.DATA = tmp_path
    actions.make_package_key(by(still_clock))
    actions.trust_package_source(
        by(still_clock),
        code="east",
        unit="E",
        identity=packages.SIGNER.identity,
        rhythm="month",
        grace=10,
        since=date(2026, 3, 1),
    )
    return read_signer(tmp_path).installation


def made(to: str, title: str = "Drill") -> SimpleUploadedFile:
    day = date(2026, 4, 2)
    line = packages.line(
        "r1", title, unit="E", day=day, entered=day, meets=("harbour-school-fire/art-3.i-1",)
    )
    one = packages.package(
        1,
        line,
        unit="E",
        to=to,
        last=date(2026, 4, 30),
        made=packages.datetime(2026, 5, 1, tzinfo=packages.UTC),
    )
    return SimpleUploadedFile("1.remit", one.data)


def test_who_is_late_is_seen_until_the_package_is_here(above, sign_in):
    clerk = sign_in("clerk", language="en")
    page = clerk.get(reverse("packages")).content.decode()
    assert "1 is late" in page
    assert packages_inquiry.here().text in page
    done = clerk.post(reverse("packages"), {"file": made(above)}, follow=True).content.decode()
    assert "Package 1 of east is taken in: 1 new records" in done
    assert "is late" not in done
    assert models.Record.objects.get(ref="east:r1").unit.code == "E"
    again = clerk.post(reverse("packages"), {"file": made(above)}, follow=True).content.decode()
    assert "nothing has changed" in again


def test_what_is_refused_is_said_with_its_reason(above, sign_in):
    clerk = sign_in("clerk", language="en")
    for file, said in (
        (made("e" * 16), "not to this one"),
        (SimpleUploadedFile("1.remit", b"none"), "damaged"),
        (None, "No package was chosen"),
    ):
        answer = clerk.post(reverse("packages"), {"file": file} if file else {})
        assert answer.status_code == 422
        assert said in answer.content.decode()
    assert not models.Record.objects.exists()


def test_a_line_outside_scope_is_told(above, sign_in):
    page = sign_in("clerk").post(
        reverse("packages"), {"file": made(above, "收集教师的宗教信仰情况并建立台账")}, follow=True
    )
    assert "r1" in page.content.decode()
    assert not models.Record.objects.exists()


def test_a_key_is_registered_on_the_page(above, sign_in):
    clerk = sign_in("clerk", language="en")
    given = {
        "key": "k1",
        "identity": packages.OTHER.identity.text,
        "code": "west",
        "unit": "W",
        "rhythm": "quarter",
        "grace": "15",
        "since": "2026-01-01",
    }
    wrong = clerk.post(reverse("package-trust"), {**given, "identity": "x", "grace": "soon"})
    assert wrong.status_code == 422
    assert "Copy the whole line" in wrong.content.decode()
    taken = clerk.post(reverse("package-trust"), {**given, "identity": packages.SIGNER.identity.text})
    assert "registered for" in taken.content.decode()
    assert clerk.post(reverse("package-trust"), given).status_code == 302
    seen = {one.source.code: one.source for one in packages_inquiry.sources(CONSOLE, date(2026, 5, 20))}
    assert (seen["west"].unit, seen["west"].rhythm, seen["west"].grace) == ("W", "quarter", 15)


def test_a_package_that_was_made_here_is_handed_out(above, still_clock, sign_in):
    actions.export_package(by(still_clock), actions.PackageOrder(unit="HB", to="e" * 16))
    digest = packages_inquiry.sent(CONSOLE)[0].digest
    answer = sign_in("clerk").get(reverse("package-file", args=[digest]))
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.content[:2] == b"PK"
    assert sign_in("taochunyuan").get(reverse("package-file", args=[digest])).status_code == 404
    assert sign_in("auditor").get(reverse("packages")).status_code == 404
