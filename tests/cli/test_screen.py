"""`remit screen`: a line in, a line out."""

from __future__ import annotations

import io
import json
import sys
from types import SimpleNamespace

import pytest

from tests.cli.cases import Console

OUTSIDE = "街道办应当每周排查居民在社交媒体上的不当言论并上报。"
INSIDE = "消防救援机构应当每年检查一次宗教活动场所的消防设施。"


def fed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def test_each_clause_gets_a_label_and_its_reason(remit: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    fed(monkeypatch, f"{OUTSIDE}\n\n{INSIDE}\n".encode())
    assert remit("screen") == 0
    outside, inside = map(json.loads, remit.out.splitlines())
    assert (outside["text"], outside["label"]) == (OUTSIDE, "out")
    assert outside["why"]
    assert inside == {"text": INSIDE, "label": "in", "why": ""}


def test_lines_may_be_json(remit: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    fed(monkeypatch, b"\xef\xbb\xbf" + json.dumps({"text": INSIDE, "label": "?"}).encode() + b"\r\n")
    assert remit("screen") == 0
    assert json.loads(remit.out)["text"] == INSIDE


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b'{"text": 1}', "input-json"),
        (b"{broken", "input-json"),
        (b"{}", "input-json"),
        (b"\xff\xfe\xfd", "input-encoding"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_the_rest_goes_on(
    line: bytes, code: str, remit: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    fed(monkeypatch, INSIDE.encode() + b"\n" + line + b"\n" + INSIDE.encode())
    assert remit("screen") == 1
    assert len(remit.out.splitlines()) == 2
    assert remit.err.startswith("-:2:")
    assert code in remit.err


def test_nothing_in_is_nothing_out(remit: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    fed(monkeypatch, b"")
    assert remit("screen") == 0
    assert remit.out == ""
