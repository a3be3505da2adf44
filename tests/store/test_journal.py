"""The journal as bytes and hashes, and what a verifier finds."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.journal.event import Header, Line, canonical, commit, leaf_hash
from remit.journal.verification import CLOCK_TOLERANCE, verify

START = datetime(2027, 3, 1, 8, 0, tzinfo=UTC)
SALT = "5a" * 32


def line(
    seq: int, payload: dict[str, object] | None = None, *, kind: str = "recorded", **changes: object
) -> Line:
    text = json.dumps(payload if payload is not None else {"title": f"drill {seq}"})
    header = Header(
        seq=seq,
        time=START + timedelta(minutes=seq),
        actor="a1",
        unit="port-1",
        kind=kind,
        commitment=commit(text, salt=SALT),
    )
    header = replace(header, **changes)
    return Line(header=header, leaf=leaf_hash(header), payload=text, salt=SALT)


def codes(lines: list[Line]) -> list[str]:
    return [p.code for p in verify(lines)]


def test_it_writes_a_header_as_ascii_json_with_sorted_keys_in_utc():
    east = timezone(timedelta(hours=8))
    header = Header(
        seq=7,
        time=datetime(2027, 3, 1, 8, 0, 0, 5, tzinfo=east),
        actor="a",
        unit="港",
        kind="k",
        commitment="c",
    )
    assert canonical(header) == (
        b'{"actor":"a","commitment":"c","kind":"k","seq":7,"time":"2027-03-01T00:00:00.000005Z","unit":"\\u6e2f"}'
    )


def test_it_hashes_a_leaf_with_the_prefix_that_keeps_leaves_from_passing_as_nodes():
    header = line(1).header
    assert leaf_hash(header) == hashlib.sha256(b"\x00" + canonical(header)).hexdigest()


def test_it_commits_to_salt_and_payload():
    assert commit("演练", salt="00ff") == hashlib.sha256(b"\x00\xff" + "演练".encode()).hexdigest()


def test_it_finds_nothing_wrong_with_a_journal_as_it_was_written():
    assert codes([line(i) for i in range(1, 50)]) == []
    assert codes([]) == []


def test_it_finds_a_line_that_was_taken_out():
    assert codes([line(1), line(3)]) == ["journal-gap"]
    assert codes([line(2), line(3)]) == ["journal-gap"]


def test_it_finds_a_line_that_was_put_in_twice():
    assert "journal-gap" in codes([line(1), line(1), line(2)])


@pytest.mark.parametrize("field", ["actor", "unit", "kind", "commitment"])
def test_it_finds_a_header_that_was_changed(field):
    good = line(2)
    forged = replace(good, header=replace(good.header, **{field: "0"}))
    assert "journal-header" in codes([line(1), forged, line(3)])


def test_it_finds_a_date_that_was_changed():
    good = line(2)
    forged = replace(good, header=replace(good.header, time=good.header.time + timedelta(microseconds=1)))
    assert codes([line(1), forged]) == ["journal-header"]


def test_it_finds_a_payload_that_was_changed():
    assert codes([line(1), replace(line(2), payload='{"title": "no drill"}')]) == ["journal-payload"]
    assert codes([replace(line(1), salt="00" * 32)]) == ["journal-payload"]


def test_it_finds_a_payload_that_is_gone_unless_a_line_says_it_was_erased():
    gone = replace(line(2), payload=None, salt=None)
    assert codes([line(1), gone, line(3)]) == ["journal-payload-gone"]
    assert codes([line(1), gone, line(3, {"erased": [2]}, kind="erased")]) == []
    assert codes([line(1), gone, line(3, {"erased": [1]}, kind="erased")]) == ["journal-payload-gone"]


def test_it_flags_time_that_runs_backwards_but_not_writers_that_queued():
    early = line(2, time=START + timedelta(minutes=1) - CLOCK_TOLERANCE - timedelta(seconds=1))
    queued = line(2, time=START + timedelta(minutes=1) - CLOCK_TOLERANCE)
    assert codes([line(1), early]) == ["journal-clock"]
    assert codes([line(1), queued]) == []


def test_it_compares_each_time_with_the_latest_before_it():
    late, back = line(2, time=START + timedelta(hours=2)), line(3)
    assert codes([line(1), late, back, line(4)]) == ["journal-clock", "journal-clock"]


@given(st.data())
def test_it_finds_any_single_line_left_out_before_the_last(data):
    lines = [line(i) for i in range(1, data.draw(st.integers(2, 12)) + 1)]
    del lines[data.draw(st.integers(0, len(lines) - 2))]
    assert codes(lines) == ["journal-gap"]
