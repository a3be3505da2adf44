"""`remit record`, `correct`, `withdraw` and `evidence`, as a person calls them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.installation import call, done, record


def said(folder: Path, ref: str) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(folder / "remit.sqlite3")) as connection:
        rows = connection.execute(
            "SELECT d.key, d.text || d.person, coalesce(d.number, '') FROM store_recorddetail d"
            " JOIN store_record r ON r.id = d.record_id WHERE r.ref = ? ORDER BY d.place",
            (ref,),
        )
        return [(key, text, str(number)) for key, text, number in rows]


def test_a_record_is_put_right_shows_more_and_is_withdrawn(data, tmp_path) -> None:
    (tmp_path / "minutes.txt").write_text("minutes")
    details = (
        "--at",
        "09:30",
        "--detail",
        "place=North quay",
        "--detail",
        "attendance=Ann, Bo\n",
        "--detail",
    )
    first = record(data, *details, "minutes=12.5", "--link", "https://port.example/notice")
    assert said(data, first) == [
        ("place", "North quay", ""),
        ("attendance", "Ann", ""),
        ("attendance", "Bo", ""),
        ("minutes", "", "12.5"),
    ]
    given = ("--on", "2026-02-04", "--kind", "drill", "--title", "Drill")
    second = done(data, "correct", first, "--reason", "Wrong day", *given).strip()
    assert second != first
    shown = done(
        data, "evidence", second, "--evidence", str(tmp_path / "minutes.txt"), "--until", "2027-02-04"
    )
    assert shown.strip() == second
    again = call(data, "withdraw", first, "--reason", "Not ours")
    assert again.returncode == 2
    assert done(data, "withdraw", second, "--reason", "Not ours").strip() == second
    found = json.loads(done(data, "standing", "--unit", "/1", "--on", "2026-05-10", "--json"))
    assert found["counts"]["met"] == 0


def test_a_detail_that_cannot_be_read_is_refused_with_its_fields(data) -> None:
    given = ("--unit", "/1/2", "--on", "2026-02-03", "--kind", "drill", "--title", "Drill", "--detail")
    refused = call(data, "record", *given, "North quay")
    assert refused.returncode == 1
    assert "place, attendance, minutes, findings" in refused.stderr
