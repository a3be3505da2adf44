"""The organisation kept from the command line, as an operator calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.installation import call, done

HEAD = "/1/2/Terminal manager"


def test_a_unit_is_renamed_and_tells_it(data: Path) -> None:
    assert "Nothing was changed." in done(data, "unit", "rename", "/1/2", "Old terminal", "--dry-run")
    assert done(data, "unit", "history", "/1/2") == "Nothing is known to have changed.\n"
    said = done(data, "unit", "rename", "/1/2", "Old terminal", "--from", "2026-03-01")
    assert said == "It holds from 2026-03-01 on.\n"
    assert "renamed" in done(data, "unit", "history", "/1/2")
    (change,) = json.loads(done(data, "unit", "history", "/1/2", "--json"))["changes"]
    assert (change["day"], change["before"]) == ("2026-03-01", "North terminal")
    done(data, "unit", "tag", "/1/2", "inland", "old")


def test_units_are_split_moved_reclassified_merged_and_closed(data: Path) -> None:
    done(
        data, "unit", "split", "/1/2", "/1/3", "South terminal", "--kind", "terminal", "--from", "2026-02-01"
    )
    done(data, "unit", "split", "/1/2", "/1/4", "Yard", "--under", "/1/2", "--from", "2026-02-01")
    done(data, "unit", "move", "/1/4", "/1/3", "--from", "2026-02-02")
    done(data, "unit", "reclassify", "/1/4", "yard", "--from", "2026-02-03")
    said = done(data, "unit", "merge", "/1/2", "/1/3", "--from", "2026-02-04")
    assert f"Post that ends on 2026-02-03: {HEAD}." in said
    assert "No longer falls due: port-fire/art-2." in said
    done(data, "unit", "close", "/1/4", "--from", "2026-02-05")
    assert [c["kind"] for c in json.loads(done(data, "unit", "history", "/1/2", "--json"))["changes"]] == [
        "merged",
        "split",
        "split",
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("unit", "close", "/1"), 1, "close-not-empty"),
        (("unit", "rename", "/9", "X"), 2, "not-there"),
        (("unit", "rename", "/1"), 2, "call"),
        (("unit", "burn", "/1"), 2, "call"),
        (("unit",), 2, "call"),
        (("unit", "rename", "/1", "X", "--from", "soon"), 2, "call"),
        (("post", "set", "/1/new"), 1, "post-incomplete"),
        (("post", "vacate", HEAD, "--last", "2025-01-01"), 1, "post-vacant"),
        (("handover", "prepare", HEAD, "--on", "2026-03-01"), 1, "handover-nobody"),
        (("handover", "show", "H0"), 2, "not-there"),
        (
            ("lend", HEAD, "Ben", "--from", "2026-01-01", "--until", "2026-01-02", "--reason", "x"),
            1,
            "loan-unusable",
        ),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    settled: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    finished = call(settled / "data", *arguments)
    assert finished.returncode == code
    assert finished.stderr.startswith("remit: error call") if said == "call" else said in finished.stderr
    assert "Traceback" not in finished.stderr


def test_a_post_is_made_filled_handed_over_and_left(data: Path) -> None:
    done(data, "post", "set", "/1/2/deputy", "--unit", "/1/2", "--title", "Deputy", "--degree", "direct")
    done(data, "post", "set", "/1/2/deputy", "--portfolio", "fire", "tides", "--covers", "/1/2")
    done(data, "post", "appoint", "/1/2/deputy", "Fay", "--from", "2026-02-01", "--acting")
    done(data, "post", "appoint", HEAD, "Gus", "--from", "2026-03-01")
    written = done(data, "handover", "prepare", HEAD, "--on", "2026-03-01")
    ref = written.split()[-1].rstrip(".")
    done(data, "handover", "sign", ref, "--person", "Ben")
    shown = done(data, "handover", "show", ref)
    assert "incoming: Gus (not signed)" in shown
    assert "port-fire/art-2" in shown
    held = json.loads(done(data, "handover", "show", ref, "--json"))
    assert (held["outgoing"], held["incoming"]) == ("Ben", "Gus")
    assert held["signed_out"] is not None
    assert held["signed_in"] is None
    assert call(data, "handover", "sign", ref, "--person", "Ada").returncode == 2
    done(data, "post", "vacate", HEAD, "--last", "2026-04-30")
    assert "Ada" in done(data, "who", "port-fire/art-2", "--unit", "/1/2", "--on", "2026-05-01")
    done(data, "post", "set", "/1/2/deputy", "--until", "2026-05-01")


def test_a_post_is_lent(data: Path) -> None:
    days = ("--from", "2026-01-01", "--until", "2026-12-31", "--reason", "Leave")
    said = done(data, "lend", HEAD, "Hal", *days)
    assert said.startswith("Lent, as loan D")
